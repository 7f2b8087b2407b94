import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { isLocale } from "@/lib/platform/i18n/routing";
import { queueMail } from "@/lib/platform/mail/queue";

/** What the mail can say of; each has its sentence in the template `people.accessChanged`. */
export type AccessChange =
  | "secondFactorAdded"
  | "secondFactorReplaced"
  | "secondFactorRemoved"
  | "recoveryCodesRenewed"
  | "recoveryCodeUsed"
  | "passwordChanged"
  | "emailChanged";

/**
 * Tells a person that the way into their account has changed, so that they notice when it was not they who did it. `to`
 * is an address that is no longer theirs in the portal.
 */
export async function tellOfAccessChange(
  tx: Tx,
  actor: Actor,
  input: { personId: string; what: AccessChange; eventId: string; to?: string },
): Promise<void> {
  authorise(actor.personId === input.personId, "tell of a change of one's own");
  const person = await tx.person.findUniqueOrThrow({
    where: { id: input.personId },
    select: { email: true, givenName: true, locale: true },
  });
  const locale = isLocale(person.locale) ? person.locale : "it";
  await queueMail(tx, {
    template: "people.accessChanged",
    dedupeKey: `access-changed:${input.eventId}`,
    locale,
    to: { address: input.to ?? person.email, personId: input.personId },
    params: {
      name: person.givenName,
      what: input.what,
      link: pagePath("/area/profile", {}, locale),
    },
  });
}
