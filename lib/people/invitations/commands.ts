import { expiryOf } from "@/lib/people/invitations/expiry";
import type { Invite } from "@/lib/people/invitations/schema";
import {
  bodyMayInvite,
  canAdminister,
  canInvite,
  canSeePeopleOf,
  inForce,
  type RoleScope,
} from "@/lib/people/policy";
import { findProgrammeFacts, type ProgrammeInView } from "@/lib/people/programme-facts";
import { takeInvitedRole } from "@/lib/people/roles/commands";
import { scoped } from "@/lib/people/roles/role-scope";
import { newSecret, secretPath } from "@/lib/people/secret-link";
import { type Actor, personActor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { formatInstant } from "@/lib/platform/i18n/format";
import { isLocale } from "@/lib/platform/i18n/routing";
import { queueMail } from "@/lib/platform/mail/queue";

/**
 * Invites an address to a role, by a mail with a single-use link.
 * @throws DomainError "people.alreadyInvited", "people.hasRole", "people.bodyNotInProgramme", "people.programmeArchived"
 */
export async function invite(
  tx: Tx,
  actor: Actor,
  input: Invite,
): Promise<{ id: string; programme: ProgrammeInView | null }> {
  const scope = scoped(input);
  const programme = scope.programmeId
    ? await findProgrammeFacts(tx, { id: scope.programmeId }, actor.at)
    : null;
  if (scope.programmeId && !(programme && canSeePeopleOf(actor, programme)))
    throw new NotFoundError("programme");
  authorise(canInvite(actor, scope, programme), "invite");
  if (programme?.state === "ARCHIVED") throw new DomainError("people.programmeArchived");
  await assertBodyWorks(tx, scope);
  await assertWanted(tx, actor, input.email, scope);
  const { token, tokenHash } = newSecret();
  const { id } = await tx.accountInvitation.create({
    data: {
      ...scope,
      tokenHash,
      email: input.email,
      givenName: input.givenName ?? null,
      familyName: input.familyName ?? null,
      locale: input.locale,
      invitedById: actor.personId,
      createdAt: actor.at,
      expiresAt: expiryOf(scope.role, actor.at),
    },
    select: { id: true },
  });
  await mailInvitation(tx, actor, { id, token });
  await recordEvent(tx, actor, {
    kind: "people.invited",
    subject: { kind: "invitation", id },
    programmeId: scope.programmeId,
    organisationId: scope.organisationId,
    data: { role: scope.role },
  });
  return { id, programme };
}

/**
 * A single-use link (24 hours) that makes its reader administrator: for the terminal, when nobody can invite yet. Not
 * mailed: whoever reads the terminal hands it over.
 */
export async function inviteAdministrator(
  tx: Tx,
  actor: Actor,
  input: { email: string },
): Promise<{ token: string; expiresAt: Date }> {
  authorise(actor.kind === "system" || canAdminister(actor), "invite an administrator");
  const { token, tokenHash } = newSecret();
  const expiresAt = expiryOf("ADMINISTRATOR", actor.at);
  const { id } = await tx.accountInvitation.create({
    data: {
      tokenHash,
      email: input.email.trim().toLowerCase(),
      role: "ADMINISTRATOR",
      invitedById: actor.personId,
      createdAt: actor.at,
      expiresAt,
    },
    select: { id: true },
  });
  await recordEvent(tx, actor, {
    kind: "people.invited",
    subject: { kind: "invitation", id },
    data: { role: "ADMINISTRATOR" },
  });
  return { token, expiresAt };
}

/** What accepting an invitation needs to know of it. */
export type InvitedRole = RoleScope & { id: string };

/**
 * Uses an open invitation up, once even when two try, and gives its role to the person. The caller has made sure that
 * the invitation is theirs: by the secret of its link, or by an address that a provider has verified.
 * @param personOf finds or makes the person, once the invitation is used up
 * @throws DomainError "people.invitationUsed"
 */
export async function takeUpInvitation(
  tx: Tx,
  actor: Actor,
  invited: InvitedRole,
  personOf: () => Promise<string>,
): Promise<string> {
  authorise(actor.kind !== "system", "take up an invitation");
  const { id, role, organisationId, programmeId } = invited;
  const { count } = await tx.accountInvitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: actor.at } },
    data: { acceptedAt: actor.at },
  });
  if (count === 0) throw new DomainError("people.invitationUsed");
  const personId = await personOf();
  const person = personActor({ personId, assignments: [] }, actor.at);
  await recordEvent(tx, person, {
    kind: "people.invitationAccepted",
    subject: { kind: "invitation", id },
    programmeId,
    organisationId,
    data: { role },
  });
  await takeInvitedRole(tx, person, { personId, role, organisationId, programmeId });
  return personId;
}

/** Puts the mail of an invitation into the outbox. */
export async function mailInvitation(
  tx: Tx,
  actor: Actor,
  input: { id: string; token: string },
): Promise<void> {
  const row = found(
    await tx.accountInvitation.findUnique({
      where: { id: input.id },
      select: {
        email: true,
        givenName: true,
        locale: true,
        role: true,
        expiresAt: true,
        tokenHash: true,
        organisation: { select: { name: true } },
        programme: { select: { title: true } },
      },
    }),
    "invitation",
  );
  const inviter = actor.personId
    ? await tx.person.findUnique({
        where: { id: actor.personId },
        select: { givenName: true, familyName: true },
      })
    : null;
  const locale = isLocale(row.locale) ? row.locale : "it";
  await queueMail(tx, {
    template: "people.invitation",
    // A resent invitation is another mail: its link is new.
    dedupeKey: `invitation:${input.id}:${row.tokenHash.slice(0, 12)}`,
    locale,
    to: { address: row.email, personId: null },
    insists: true,
    // "none" is the word by which the texts of mails leave a part out.
    params: {
      name: row.givenName ?? "none",
      role: row.role,
      organisation: row.organisation?.name ?? "none",
      programme: row.programme?.title ?? "none",
      inviter: inviter ? `${inviter.givenName} ${inviter.familyName}` : "none",
      link: secretPath("/invitation/[token]", input.token, locale),
      expires: formatInstant(row.expiresAt, locale),
    },
  });
}

async function assertBodyWorks(tx: Tx, scope: RoleScope): Promise<void> {
  if (!scope.organisationId || !scope.programmeId) return;
  const enrolment = await tx.enrolment.findUnique({
    where: {
      programmeId_organisationId: { programmeId: scope.programmeId, organisationId: scope.organisationId },
    },
    select: { state: true },
  });
  if (!enrolment || !bodyMayInvite.includes(enrolment.state)) {
    throw new DomainError("people.bodyNotInProgramme", {}, "organisationId");
  }
}

async function assertWanted(tx: Tx, actor: Actor, email: string, scope: RoleScope): Promise<void> {
  const held = await tx.roleAssignment.findFirst({
    where: { ...scope, ...inForce(actor.at), person: { email } },
    select: { id: true },
  });
  if (held) throw new DomainError("people.hasRole", {}, "email");
  const open = await tx.accountInvitation.findFirst({
    where: { ...scope, email, acceptedAt: null, revokedAt: null, expiresAt: { gt: actor.at } },
    select: { id: true },
  });
  if (open) throw new DomainError("people.alreadyInvited", {}, "email");
}
