import "server-only";
import { tellOfAccessChange } from "@/lib/people/commands";
import { hashPassword, passwordMatches } from "@/lib/people/passwords/hashing";
import { assertGoodPassword } from "@/lib/people/passwords/password-rules";
import type { ChangePassword, ResetPassword } from "@/lib/people/passwords/schema";
import { ownPerson } from "@/lib/people/policy";
import { hashOfSecret } from "@/lib/people/secret-link";
import { endSignIns } from "@/lib/people/sign-in/commands";
import { type Actor, personActor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs/queue";
import { forgetFailures } from "@/lib/platform/mail/reachability";
import { consume } from "@/lib/platform/rate-limit";
import { assertRecentlyProved } from "@/lib/platform/recent-proof";

/**
 * Asks for a link for a new password. Nothing here looks whether anybody has that address: a job does, after the answer,
 * so that neither the answer nor its time tells.
 */
export async function requestPasswordReset(
  actor: Actor,
  input: { email: string },
  from: { client: string },
): Promise<void> {
  await consume("reset-client", from.client);
  await consume("reset", `${from.client} ${input.email}`);
  await inTransaction((tx) =>
    enqueue(tx, "send-password-reset", { email: input.email, askedAt: actor.at.toISOString() }),
  );
}

/**
 * Sets a new password by the link that was mailed: once, within the hour. Every sign-in of the person ends.
 * @throws NotFoundError when no such link was ever sent; DomainError "people.resetUsed", "people.resetExpired"
 */
export async function resetPassword(
  actor: Actor,
  input: ResetPassword,
  from: { client: string },
): Promise<void> {
  const link = await db.passwordReset.findUnique({
    where: { tokenHash: hashOfSecret(input.token) },
    select: {
      id: true,
      usedAt: true,
      expiresAt: true,
      person: { select: { id: true, email: true, givenName: true, familyName: true, disabledAt: true } },
    },
  });
  // Guesses count, not the colleagues of one office who all follow their links.
  if (!link) await consume("secret-link", from.client);
  const reset = found(link, "password reset");
  const { person } = reset;
  if (reset.usedAt) throw new DomainError("people.resetUsed");
  if (reset.expiresAt <= actor.at || person.disabledAt) throw new DomainError("people.resetExpired");
  assertGoodPassword(input.password, person);
  const passwordHash = await hashPassword(input.password);
  await inTransaction(async (tx) => {
    const { count } = await tx.passwordReset.updateMany({
      where: { id: reset.id, usedAt: null, expiresAt: { gt: actor.at } },
      data: { usedAt: actor.at },
    });
    if (count === 0) throw new DomainError("people.resetUsed");
    // Other links that are still on their way would open the account again.
    await tx.passwordReset.updateMany({
      where: { personId: person.id, usedAt: null },
      data: { usedAt: actor.at },
    });
    await tx.person.update({ where: { id: person.id }, data: { passwordHash }, select: { id: true } });
    await endSignIns(tx, actor, { personId: person.id });
    // The link was read where it was mailed.
    await forgetFailures(tx, person.email);
    await recordEvent(tx, personActor({ personId: person.id, assignments: [] }, actor.at), {
      kind: "people.passwordReset",
      subject: { kind: "person", id: person.id },
    });
  });
}

/**
 * Changes one's own password; asks for the present one, and whoever has a second factor proved that too a short while
 * ago. The other sign-ins end.
 * @throws ProofNeededError
 */
export async function changePassword(
  actor: Actor,
  input: ChangePassword,
  from: { signInId: string | null },
): Promise<void> {
  const personId = ownPerson(actor);
  await consume("sign-in", `password ${personId}`);
  const person = found(
    await db.person.findFirst({
      where: { id: personId, disabledAt: null },
      select: {
        id: true,
        email: true,
        givenName: true,
        familyName: true,
        passwordHash: true,
        isDemo: true,
        factor: { select: { confirmedAt: true } },
      },
    }),
    "person",
  );
  if (person.factor?.confirmedAt) assertRecentlyProved(actor);
  // Everybody knows the demonstration's password and counts on it.
  if (person.isDemo) throw new DomainError("people.demonstrationFixed");
  if (!(await passwordMatches(person.passwordHash, input.presentPassword))) {
    throw new DomainError("people.presentPasswordWrong", {}, "presentPassword");
  }
  assertGoodPassword(input.password, person);
  const passwordHash = await hashPassword(input.password);
  await inTransaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, passwordHash: person.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) throw new DomainError("people.presentPasswordWrong", {}, "presentPassword");
    await endSignIns(tx, actor, { personId, except: from.signInId });
    const eventId = await recordEvent(tx, actor, {
      kind: "people.passwordChanged",
      subject: { kind: "person", id: personId },
    });
    await tellOfAccessChange(tx, actor, { personId, what: "passwordChanged", eventId });
  });
}
