import "server-only";
import { hasWayIn, waysIn } from "@/lib/people/identities/ways-in";
import { invite, mailInvitation, takeUpInvitation } from "@/lib/people/invitations/commands";
import { expiryOf } from "@/lib/people/invitations/expiry";
import type { AcceptInvitation, Invite } from "@/lib/people/invitations/schema";
import { hashPassword } from "@/lib/people/passwords/hashing";
import { assertGoodPassword } from "@/lib/people/passwords/password-rules";
import { canAdminister, canManageInvitation, canSeePeopleOf, ownPerson } from "@/lib/people/policy";
import { findProgrammeFacts } from "@/lib/people/programme-facts";
import { hashOfSecret, newSecret } from "@/lib/people/secret-link";
import { openSignIn } from "@/lib/people/sign-in/commands";
import type { Circumstances } from "@/lib/people/sign-in/mutations";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { consume } from "@/lib/platform/rate-limit";
import { assertRecentlyProved } from "@/lib/platform/recent-proof";

/** Invites somebody to a role of the portal, of a programme or of a body. */
export async function inviteToRole(actor: Actor, input: Invite): Promise<{ slug: string | null }> {
  await consume("invitation", ownPerson(actor));
  // Whoever may not invite to it is refused as such below.
  if (input.role === "ADMINISTRATOR" && canAdminister(actor)) assertRecentlyProved(actor);
  const { programme } = await inTransaction((tx) => invite(tx, actor, input));
  return { slug: programme?.slug ?? null };
}

/** Sends an invitation again with a new link and a new term; the link of before stops working. */
export async function resendInvitation(
  actor: Actor,
  input: { id: string },
): Promise<{ slug: string | null }> {
  await consume("invitation", ownPerson(actor));
  return inTransaction(async (tx) => {
    const { row, slug } = await manageable(tx, actor, input.id);
    const { token, tokenHash } = newSecret();
    const { count } = await tx.accountInvitation.updateMany({
      where: { id: row.id, acceptedAt: null, revokedAt: null },
      data: { tokenHash, expiresAt: expiryOf(row.role, actor.at) },
    });
    if (count === 0) throw new DomainError("people.invitationNotOpen");
    await mailInvitation(tx, actor, { id: row.id, token });
    await recordEvent(tx, actor, {
      kind: "people.invitationResent",
      subject: { kind: "invitation", id: row.id },
      programmeId: row.programmeId,
      organisationId: row.organisationId,
      data: { role: row.role },
    });
    return { slug };
  });
}

/** Takes an invitation back: its link says so from now on. */
export async function revokeInvitation(
  actor: Actor,
  input: { id: string },
): Promise<{ slug: string | null }> {
  return inTransaction(async (tx) => {
    const { row, slug } = await manageable(tx, actor, input.id);
    const { count } = await tx.accountInvitation.updateMany({
      where: { id: row.id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: actor.at },
    });
    if (count === 0) throw new DomainError("people.invitationNotOpen");
    await recordEvent(tx, actor, {
      kind: "people.invitationRevoked",
      subject: { kind: "invitation", id: row.id },
      programmeId: row.programmeId,
      organisationId: row.organisationId,
      data: { role: row.role },
    });
    return { slug };
  });
}

/**
 * Accepts an invitation by the secret of its link. Somebody new names themselves, chooses a password and is signed in;
 * somebody who has an account takes the role and signs in as always, since a link alone must not open an account.
 * @throws NotFoundError when no such link was ever sent; DomainError when it was used, revoked or is too old
 */
export async function acceptInvitation(
  actor: Actor,
  input: AcceptInvitation,
  from: Pick<Circumstances, "client" | "device" | "network" | "replaces">,
): Promise<{ personId: string; signInId: string | null; awaits: "code" | null }> {
  const invitation = await db.accountInvitation.findUnique({
    where: { tokenHash: hashOfSecret(input.token) },
    select: {
      id: true,
      email: true,
      locale: true,
      role: true,
      organisationId: true,
      programmeId: true,
      expiresAt: true,
      acceptedAt: true,
      revokedAt: true,
    },
  });
  // Guesses count, not the colleagues of one office who all follow their links.
  if (!invitation) await consume("secret-link", from.client);
  const row = found(invitation, "invitation");
  if (row.revokedAt) throw new DomainError("people.invitationRevoked");
  if (row.acceptedAt) throw new DomainError("people.invitationUsed");
  if (row.expiresAt <= actor.at) throw new DomainError("people.invitationExpired");
  const known = await db.person.findUnique({
    where: { email: row.email },
    select: { id: true, disabledAt: true, ...waysIn },
  });
  if (known?.disabledAt) throw new DomainError("people.accountDisabled");
  const chosen = known && hasWayIn(known) ? null : await chooseAccess(input, row.email);
  return inTransaction(async (tx) => {
    const personId = await takeUpInvitation(tx, actor, row, async () =>
      chosen ? writeAccess(tx, actor, { ...row, ...chosen, id: known?.id }) : (known?.id ?? ""),
    );
    if (!chosen) return { personId, signInId: null, awaits: null };
    const { device, network, replaces } = from;
    return { personId, ...(await openSignIn(tx, actor, { personId, device, network, replaces })) };
  });
}

type Access = { givenName: string; familyName: string; passwordHash: string };

async function chooseAccess(input: AcceptInvitation, email: string): Promise<Access> {
  const { givenName, familyName, password } = input;
  if (!givenName) throw new DomainError("required", {}, "givenName");
  if (!familyName) throw new DomainError("required", {}, "familyName");
  if (!password) throw new DomainError("required", {}, "password");
  assertGoodPassword(password, { email, givenName, familyName });
  return { givenName, familyName, passwordHash: await hashPassword(password) };
}

async function writeAccess(
  tx: Tx,
  actor: Actor,
  facts: Access & { id: string | undefined; email: string; locale: string },
): Promise<string> {
  const { id, email, locale, ...access } = facts;
  const data = {
    givenName: access.givenName,
    familyName: access.familyName,
    passwordHash: access.passwordHash,
  };
  // Two invitations of one new address accepted at once: the second finds the account that the first has just made.
  const { count } = await tx.person.createMany({
    data: [{ email, locale, createdAt: actor.at, ...data }],
    skipDuplicates: true,
  });
  const person = found(await tx.person.findUnique({ where: { email }, select: { id: true } }), "person");
  if (count > 0) return person.id;
  if (person.id !== id) throw new DomainError("people.accountExists");
  const set = await tx.person.updateMany({ where: { id: person.id, passwordHash: null }, data });
  if (set.count === 0) throw new DomainError("people.accountExists");
  return person.id;
}

async function manageable(tx: Tx, actor: Actor, id: string) {
  const row = found(
    await tx.accountInvitation.findUnique({
      where: { id },
      select: { id: true, role: true, organisationId: true, programmeId: true },
    }),
    "invitation",
  );
  const programme = row.programmeId ? await findProgrammeFacts(tx, { id: row.programmeId }, actor.at) : null;
  if (!canAdminister(actor) && !(programme && canSeePeopleOf(actor, programme))) {
    throw new NotFoundError("invitation");
  }
  authorise(canManageInvitation(actor, row, programme), "manage an invitation");
  return { row, slug: programme?.slug ?? null };
}
