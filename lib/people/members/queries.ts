import "server-only";
import { type InvitationRow, invitationColumns, invitationRow } from "@/lib/people/invitations/queries";
import {
  bodyMayInvite,
  canEndRole,
  canManageInvitation,
  canSeeAddresses,
  canSeePeopleOf,
  inForce,
  invitableRoles,
} from "@/lib/people/policy";
import { findProgrammeFacts, type ProgrammeInView } from "@/lib/people/programme-facts";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { EnrolmentState, Role } from "@/lib/platform/db/generated/enums";
import { authorise, NotFoundError } from "@/lib/platform/errors";

/** Somebody with a role in a programme, as its members see them. */
export type Member = {
  assignmentId: string;
  personId: string;
  name: string;
  /** null where the reader is not one of those who write to them */
  email: string | null;
  role: Role;
  organisationId: string | null;
  fromAt: Date;
  canEnd: boolean;
};

export type BodyOfProgramme = {
  id: string;
  slug: string;
  name: string;
  isDemo: boolean;
  enrolmentId: string;
  state: EnrolmentState;
  members: Member[];
  invitations: (InvitationRow & { canManage: boolean })[];
  canInvite: boolean;
};

export type ProgrammePeople = {
  programme: ProgrammeInView;
  team: Member[];
  bodies: BodyOfProgramme[];
  teamInvitations: (InvitationRow & { canManage: boolean })[];
  canInvite: boolean;
  /** works on enrolments too */
  canSelect: boolean;
};

/** The bodies of a programme with their people and open invitations, and the people of the programme itself. */
export async function listProgrammePeople(actor: Actor, slug: string): Promise<ProgrammePeople> {
  const programme = await getProgrammeInView(actor, slug);
  const [enrolments, assignments, invitations] = await Promise.all([
    db.enrolment.findMany({
      where: { programmeId: programme.id },
      orderBy: [{ organisation: { name: "asc" } }, { id: "asc" }],
      select: {
        id: true,
        state: true,
        organisation: { select: { id: true, slug: true, name: true, isDemo: true } },
      },
    }),
    membersOf(actor, programme),
    invitationsOf(actor, programme),
  ]);
  const rights = invitableRoles(actor, programme);
  const bodies = enrolments.map(({ id: enrolmentId, state, organisation }) => ({
    ...organisation,
    enrolmentId,
    state,
    members: assignments.filter((one) => one.organisationId === organisation.id),
    invitations: invitations.filter((one) => one.organisationId === organisation.id),
    canInvite:
      bodyMayInvite.includes(state) &&
      rights.roles.some((role) => role === "STAFF") &&
      (rights.bodies === "all" || rights.bodies.includes(organisation.id)),
  }));
  return {
    programme,
    team: assignments.filter((one) => one.organisationId === null),
    bodies,
    teamInvitations: invitations.filter((one) => one.organisationId === null),
    canInvite: rights.roles.length > 0 && programme.state !== "ARCHIVED",
    canSelect: actor.has("COORDINATOR", { programme: programme.id }),
  };
}

/** One body of a programme with its people and invitations. */
export async function getBodyOfProgramme(
  actor: Actor,
  slug: string,
  organisationId: string,
): Promise<{ programme: ProgrammeInView; body: BodyOfProgramme; canSelect: boolean }> {
  const { programme, bodies, canSelect } = await listProgrammePeople(actor, slug);
  const body = bodies.find((one) => one.id === organisationId);
  if (!body) throw new NotFoundError("body");
  return { programme, body, canSelect };
}

/** To which roles, and for which bodies, the actor may invite in a programme. */
export async function getInvitationChoices(
  actor: Actor,
  slug: string,
): Promise<{ programme: ProgrammeInView; roles: Role[]; bodies: { id: string; name: string }[] }> {
  const programme = await getProgrammeInView(actor, slug);
  const { roles, bodies } = invitableRoles(actor, programme);
  authorise(roles.length > 0 && programme.state !== "ARCHIVED", "invite");
  const enrolments = await db.enrolment.findMany({
    where: {
      programmeId: programme.id,
      state: { in: [...bodyMayInvite] },
      ...(bodies === "all" ? {} : { organisationId: { in: bodies } }),
    },
    orderBy: [{ organisation: { name: "asc" } }, { id: "asc" }],
    select: { organisation: { select: { id: true, name: true } } },
  });
  const isOfBody = (role: Role) => role === "REFERENT" || role === "STAFF";
  return {
    programme,
    roles: enrolments.length > 0 ? roles : roles.filter((role) => !isOfBody(role)),
    bodies: enrolments.map((one) => one.organisation),
  };
}

/** A role that the actor may end, for the page that asks for confirmation. */
export async function getEndableRole(
  actor: Actor,
  slug: string,
  id: string,
): Promise<{ programme: ProgrammeInView; member: Member }> {
  const programme = await getProgrammeInView(actor, slug);
  const member = (await membersOf(actor, programme)).find((one) => one.assignmentId === id);
  if (!member) throw new NotFoundError("role");
  authorise(member.canEnd, "end a role");
  return { programme, member };
}

/** An invitation that the actor may withdraw, for the page that asks for confirmation. */
export async function getManageableInvitation(
  actor: Actor,
  slug: string,
  id: string,
): Promise<{ id: string; email: string }> {
  const programme = await getProgrammeInView(actor, slug);
  const invitation = (await invitationsOf(actor, programme)).find((one) => one.id === id);
  if (!invitation) throw new NotFoundError("invitation");
  return { id: invitation.id, email: invitation.email };
}

async function getProgrammeInView(actor: Actor, slug: string): Promise<ProgrammeInView> {
  const programme = await findProgrammeFacts(db, { slug }, actor.at);
  if (!programme || !canSeePeopleOf(actor, programme)) throw new NotFoundError("programme");
  return programme;
}

async function membersOf(actor: Actor, programme: ProgrammeInView): Promise<Member[]> {
  const rows = await db.roleAssignment.findMany({
    where: { programmeId: programme.id, ...inForce(actor.at) },
    orderBy: [
      { role: "asc" },
      { person: { familyName: "asc" } },
      { person: { givenName: "asc" } },
      { id: "asc" },
    ],
    select: {
      id: true,
      role: true,
      organisationId: true,
      fromAt: true,
      person: { select: { id: true, givenName: true, familyName: true, email: true } },
    },
  });
  return rows.map(({ id, role, organisationId, fromAt, person }) => ({
    assignmentId: id,
    personId: person.id,
    name: `${person.givenName} ${person.familyName}`,
    email: canSeeAddresses(actor, programme, organisationId) ? person.email : null,
    role,
    organisationId,
    fromAt,
    canEnd: canEndRole(actor, { role, organisationId, programmeId: programme.id }),
  }));
}

async function invitationsOf(actor: Actor, programme: ProgrammeInView) {
  const rows = await db.accountInvitation.findMany({
    where: { programmeId: programme.id, acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 500,
    select: invitationColumns,
  });
  return rows
    .map((row) => ({
      ...invitationRow(actor, row),
      canManage: canManageInvitation(
        actor,
        { role: row.role, organisationId: row.organisationId, programmeId: row.programmeId },
        programme,
      ),
    }))
    .filter((row) => row.canManage);
}
