import type { Actor } from "@/lib/platform/actor";
import type { EnrolmentState, ProgrammeState, Role } from "@/lib/platform/db/generated/enums";
import type { PersonWhereInput } from "@/lib/platform/db/generated/models";
import { ForbiddenError } from "@/lib/platform/errors";

/** What the rules ask of a programme. */
export type ProgrammeFacts = { id: string; promoterId: string; hasCoordinator: boolean };

/** A role with its scope, as in an invitation or an assignment. */
export type RoleScope = { role: Role; organisationId: string | null; programmeId: string | null };

export const programmeRoles = ["COORDINATOR", "EXPERT", "OBSERVER"] as const satisfies Role[];
export const bodyRoles = ["REFERENT", "STAFF"] as const satisfies Role[];

const memberRoles: readonly Role[] = [...programmeRoles, ...bodyRoles];

/** A body takes part from its selection until it leaves. */
export const bodyTakesPart: readonly EnrolmentState[] = ["SELECTED", "ACTIVE", "CONCLUDED"];
/** People of a body are invited while it works in the programme. */
export const bodyMayInvite: readonly EnrolmentState[] = ["SELECTED", "ACTIVE"];

/** States in which a programme must have a coordinator. */
export const needsCoordinator: readonly ProgrammeState[] = ["CALL_OPEN", "RUNNING"];

/**
 * The person who acts on what is their own.
 * @throws ForbiddenError for a visitor and for the system
 */
export function ownPerson(actor: Actor): string {
  if (actor.personId === null) throw new ForbiddenError("own data");
  return actor.personId;
}

/** People, organisations, roles, mail states, jobs. Never a personal record, an answer or a deliverable. */
export const canAdminister = (actor: Actor): boolean => actor.has("ADMINISTRATOR");

/** The log of changes. */
export const canReadLog = (actor: Actor): boolean => actor.has(["ADMINISTRATOR", "PRIVACY_OFFICER"]);

/** Who is in a programme: its members, the manager of the promoter, the administrator. */
export const canSeePeopleOf = (actor: Actor, programme: Pick<ProgrammeFacts, "id" | "promoterId">): boolean =>
  canAdminister(actor) ||
  actor.has(memberRoles, { programme: programme.id }) ||
  actor.has("PROGRAMME_MANAGER", { organisation: programme.promoterId });

/** Where the actor sees who takes part: everywhere, or in these programmes and in those of these promoters. */
export function seesPeopleIn(actor: Actor): {
  everywhere: boolean;
  programmes: string[];
  promoters: string[];
} {
  return {
    everywhere: canAdminister(actor),
    programmes: actor.programmesWith(...memberRoles),
    promoters: actor.organisationsWith(["PROGRAMME_MANAGER"]),
  };
}

/**
 * People whose names the actor may know: who holds a role now in a programme whose people the actor sees, in one of them
 * when it is given. The administrator knows everybody; a visitor nobody.
 */
export function namedFor(actor: Actor, programmeId?: string): PersonWhereInput {
  const { everywhere, programmes, promoters } = seesPeopleIn(actor);
  if (everywhere && !programmeId) return {};
  const seen = everywhere
    ? {}
    : { OR: [{ programmeId: { in: programmes } }, { programme: { promoterId: { in: promoters } } }] };
  return {
    ...(everywhere ? {} : { disabledAt: null }),
    roles: {
      some: {
        AND: [
          { fromAt: { lte: actor.at }, OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },
          seen,
          programmeId ? { programmeId } : { programmeId: { not: null } },
        ],
      },
    },
  };
}

/** Addresses of people: those who invite them and write to them. */
export const canSeeAddresses = (
  actor: Actor,
  programme: Pick<ProgrammeFacts, "id" | "promoterId">,
  organisationId: string | null,
): boolean =>
  canAdminister(actor) ||
  actor.has("COORDINATOR", { programme: programme.id }) ||
  actor.has("PROGRAMME_MANAGER", { organisation: programme.promoterId }) ||
  (organisationId !== null &&
    actor.has("REFERENT", { programme: programme.id, organisation: organisationId }));

/**
 * Who may invite to a role. The administrator to any; the coordinator to every role of the programme; the referent
 * staff of the own body; the programme manager the first coordinator.
 */
export function canInvite(actor: Actor, scope: RoleScope, programme: ProgrammeFacts | null): boolean {
  if (canAdminister(actor)) return true;
  if (!programme || scope.programmeId !== programme.id || !memberRoles.includes(scope.role)) return false;
  if (actor.has("COORDINATOR", { programme: programme.id })) return true;
  if (scope.role === "COORDINATOR") {
    return (
      !programme.hasCoordinator && actor.has("PROGRAMME_MANAGER", { organisation: programme.promoterId })
    );
  }
  if (scope.role !== "STAFF" || !scope.organisationId) return false;
  return actor.has("REFERENT", { programme: programme.id, organisation: scope.organisationId });
}

/** Roles to which the actor may invite in a programme, and for which bodies ("all" or the listed ones). */
export function invitableRoles(
  actor: Actor,
  programme: ProgrammeFacts,
): { roles: Role[]; bodies: "all" | string[] } {
  if (canAdminister(actor) || actor.has("COORDINATOR", { programme: programme.id })) {
    return { roles: ["REFERENT", "STAFF", "EXPERT", "OBSERVER", "COORDINATOR"], bodies: "all" };
  }
  const bodies = actor.organisationsWith(["REFERENT"], programme.id);
  const roles: Role[] = bodies.length > 0 ? ["STAFF"] : [];
  if (canInvite(actor, { role: "COORDINATOR", organisationId: null, programmeId: programme.id }, programme)) {
    roles.push("COORDINATOR");
  }
  return { roles, bodies };
}

/** Resending and revoking belong to whoever may invite to the same role. */
export const canManageInvitation = (
  actor: Actor,
  scope: RoleScope,
  programme: ProgrammeFacts | null,
): boolean =>
  canInvite(actor, scope, programme) ||
  // The manager who invited the first coordinator still cares for that invitation once another one has come.
  (scope.role === "COORDINATOR" &&
    programme !== null &&
    actor.has("PROGRAMME_MANAGER", { organisation: programme.promoterId }));

/** Who may end a role: the administrator any; the coordinator those of the programme; the referent own staff. */
export function canEndRole(actor: Actor, scope: RoleScope): boolean {
  if (canAdminister(actor)) return true;
  if (!scope.programmeId || !memberRoles.includes(scope.role)) return false;
  if (actor.has("COORDINATOR", { programme: scope.programmeId })) return true;
  return (
    scope.role === "STAFF" &&
    scope.organisationId !== null &&
    actor.has("REFERENT", { programme: scope.programmeId, organisation: scope.organisationId })
  );
}

/**
 * A new programme's first coordinator is named by whoever opens it: the programme manager of the promoter or the
 * administrator; later ones by a coordinator.
 */
export const canAppointCoordinator = (actor: Actor, programme: ProgrammeFacts): boolean =>
  canInvite(actor, { role: "COORDINATOR", organisationId: null, programmeId: programme.id }, programme);

/**
 * Whether a demonstration account may sign in. A password known to everybody must not open a portal that others reach,
 * unless whoever runs it says so.
 */
export const demonstrationMaySignIn = (mode: "never" | "direct" | "public", proxied: boolean): boolean =>
  mode === "public" || (mode === "direct" && !proxied);

/** The roles that hold at a moment, of people who are not disabled. */
export function inForce(at: Date) {
  return {
    fromAt: { lte: at },
    OR: [{ toAt: null }, { toAt: { gt: at } }],
    person: { disabledAt: null },
  };
}
