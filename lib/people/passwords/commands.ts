import { newSecret, secretPath } from "@/lib/people/secret-link";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { isLocale } from "@/lib/platform/i18n/routing";
import { queueMail } from "@/lib/platform/mail/queue";

const hour = 3_600_000;

/**
 * Mails a link for a new password, good once and for an hour, when somebody of that address has an account. Does nothing
 * for anybody else; demonstration accounts keep the password that everybody knows.
 */
export async function offerPasswordReset(tx: Tx, actor: Actor, input: { email: string }): Promise<void> {
  authorise(actor.kind === "system", "offer a password reset");
  const person = await tx.person.findFirst({
    where: { email: input.email, disabledAt: null, isDemo: false },
    select: { id: true, email: true, locale: true, givenName: true },
  });
  if (!person) return;
  const { token, tokenHash } = newSecret();
  const { id } = await tx.passwordReset.create({
    data: {
      personId: person.id,
      tokenHash,
      createdAt: actor.at,
      expiresAt: new Date(actor.at.getTime() + hour),
    },
    select: { id: true },
  });
  const locale = isLocale(person.locale) ? person.locale : "it";
  await queueMail(tx, {
    template: "people.passwordReset",
    dedupeKey: `password-reset:${id}`,
    locale,
    to: { address: person.email, personId: person.id },
    insists: true,
    params: { name: person.givenName, link: secretPath("/password/[token]", token, locale) },
  });
  await recordEvent(tx, actor, {
    kind: "people.passwordResetRequested",
    subject: { kind: "person", id: person.id },
  });
}
