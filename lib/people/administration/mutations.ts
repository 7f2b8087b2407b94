import "server-only";
import { canAdminister } from "@/lib/people/policy";
import { canResetSecondFactor } from "@/lib/people/second-factor/policy";
import type { ResetSecondFactor } from "@/lib/people/second-factor/schema";
import { endSignIns } from "@/lib/people/sign-in/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { isLocale } from "@/lib/platform/i18n/routing";
import { queueMail } from "@/lib/platform/mail/queue";
import { assertRecentlyProved } from "@/lib/platform/recent-proof";

/**
 * Takes away the second factor of somebody who lost it, with the reason; every sign-in of theirs ends and they are told.
 * Who must have one sets up a new one at the next sign-in.
 * @throws ProofNeededError; DomainError "people.noSecondFactor"
 */
export async function resetSecondFactor(actor: Actor, input: ResetSecondFactor): Promise<{ id: string }> {
  authorise(canResetSecondFactor(actor, input), "reset a second factor");
  assertRecentlyProved(actor);
  return inTransaction(async (tx) => {
    const person = found(
      await tx.person.findUnique({
        where: { id: input.id },
        select: { id: true, email: true, givenName: true, locale: true },
      }),
      "person",
    );
    const { count } = await tx.secondFactor.deleteMany({
      where: { personId: person.id, confirmedAt: { not: null } },
    });
    if (count === 0) throw new DomainError("people.noSecondFactor");
    await tx.recoveryCode.deleteMany({ where: { personId: person.id } });
    await endSignIns(tx, actor, { personId: person.id });
    const eventId = await recordEvent(tx, actor, {
      kind: "people.secondFactorReset",
      subject: { kind: "person", id: person.id },
      data: { reason: input.reason },
    });
    const locale = isLocale(person.locale) ? person.locale : "it";
    await queueMail(tx, {
      template: "people.secondFactorReset",
      dedupeKey: `second-factor-reset:${eventId}`,
      locale,
      to: { address: person.email, personId: person.id },
      params: { name: person.givenName, reason: input.reason, link: pagePath("/sign-in", {}, locale) },
    });
    return { id: person.id };
  });
}

/** Ends every sign-in of a person, such as one whose computer was lost. */
export async function endSignInsOf(
  actor: Actor,
  input: { id: string },
  from: { signInId: string | null },
): Promise<{ id: string }> {
  authorise(canAdminister(actor), "end sign-ins");
  return inTransaction(async (tx) => {
    found(await tx.person.findUnique({ where: { id: input.id }, select: { id: true } }), "person");
    const count = await endSignIns(tx, actor, { personId: input.id, except: from.signInId });
    if (count > 0) {
      await recordEvent(tx, actor, {
        kind: "people.signInEnded",
        subject: { kind: "person", id: input.id },
      });
    }
    return { id: input.id };
  });
}
