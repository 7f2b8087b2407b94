import "server-only";
import { tellOfAccessChange } from "@/lib/people/commands";
import { ownPerson } from "@/lib/people/policy";
import { hashOfSecret, newSecret, secretPath } from "@/lib/people/secret-link";
import { type Actor, personActor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { DomainError, found, sqlState } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { isLocale } from "@/lib/platform/i18n/routing";
import { queueMail } from "@/lib/platform/mail/queue";
import { forgetFailures, isUnreachable } from "@/lib/platform/mail/reachability";
import { consume } from "@/lib/platform/rate-limit";
import { assertRecentlyProved } from "@/lib/platform/recent-proof";

const day = 86_400_000;

/**
 * Asks for another address of one's own, or to confirm the present one where mails came back from it: a link goes there, and until it is followed nothing changes. The answer is the
 * same when somebody else has that address, who then gets no link.
 * @throws ProofNeededError; DomainError "people.demonstrationAddress", "people.sameEmail"
 */
export async function requestEmailChange(actor: Actor, input: { email: string }): Promise<void> {
  const personId = ownPerson(actor);
  assertRecentlyProved(actor);
  await consume("reset", `address ${personId}`);
  const { token, tokenHash } = newSecret();
  await inTransaction(async (tx) => {
    const person = found(
      await tx.person.findFirst({
        where: { id: personId, disabledAt: null },
        select: { email: true, givenName: true, locale: true, isDemo: true },
      }),
      "person",
    );
    if (person.isDemo) throw new DomainError("people.demonstrationAddress");
    const isSame = person.email === input.email;
    if (isSame && !(await isUnreachable(tx, input.email)))
      throw new DomainError("people.sameEmail", {}, "email");
    const expiresAt = new Date(actor.at.getTime() + day);
    const data = { email: input.email, tokenHash, createdAt: actor.at, expiresAt };
    await tx.emailChange.upsert({
      where: { personId },
      create: { personId, ...data },
      update: data,
      select: { personId: true },
    });
    const eventId = await recordEvent(tx, actor, {
      kind: "people.emailChangeRequested",
      subject: { kind: "person", id: personId },
    });
    const owner = await tx.person.findUnique({ where: { email: input.email }, select: { id: true } });
    if (owner && owner.id !== personId) return;
    const locale = isLocale(person.locale) ? person.locale : "it";
    await queueMail(tx, {
      template: "people.emailConfirmation",
      dedupeKey: `email-change:${eventId}`,
      locale,
      to: { address: input.email },
      insists: true,
      params: { name: person.givenName, link: secretPath("/email-address/[token]", token, locale) },
    });
  });
}

/**
 * Makes the new address count, or the present one good again, by the link that was mailed there. The address of before is told; links for a new password
 * that went there stop working.
 * @throws NotFoundError when no such link is open; DomainError "people.emailLinkExpired", "people.emailTaken"
 */
export async function confirmEmailChange(
  actor: Actor,
  input: { token: string },
  from: { client: string },
): Promise<void> {
  const tokenHash = hashOfSecret(input.token);
  const link = await db.emailChange.findUnique({
    where: { tokenHash },
    select: {
      personId: true,
      email: true,
      expiresAt: true,
      person: { select: { email: true, disabledAt: true } },
    },
  });
  if (!link) await consume("secret-link", from.client);
  const change = found(link, "change of address");
  if (change.expiresAt <= actor.at || change.person.disabledAt) {
    throw new DomainError("people.emailLinkExpired");
  }
  const { personId, email } = change;
  try {
    await inTransaction(async (tx) => {
      const { count } = await tx.emailChange.deleteMany({ where: { tokenHash } });
      found(count || null, "change of address");
      await useAddress(tx, actor.at, { personId, email, before: change.person.email });
    });
  } catch (error) {
    if (sqlState(error) === "23505")
      throw new DomainError("people.emailTaken", {}, undefined, { cause: error });
    throw error;
  }
}

async function useAddress(
  tx: Tx,
  at: Date,
  { personId, email, before }: { personId: string; email: string; before: string },
): Promise<void> {
  const person = personActor({ personId, assignments: [] }, at);
  await forgetFailures(tx, email);
  await forgetFailures(tx, before);
  if (email === before) {
    const subject = { kind: "person", id: personId } as const;
    await recordEvent(tx, person, { kind: "people.emailConfirmed", subject });
    return;
  }
  await tx.person.update({ where: { id: personId }, data: { email }, select: { id: true } });
  await tx.passwordReset.updateMany({ where: { personId, usedAt: null }, data: { usedAt: at } });
  const eventId = await recordEvent(tx, person, {
    kind: "people.emailChanged",
    subject: { kind: "person", id: personId },
  });
  await tellOfAccessChange(tx, person, { personId, what: "emailChanged", eventId, to: before });
}
