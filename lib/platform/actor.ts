import type { Role } from "@/lib/platform/db/generated/enums";

declare const minted: unique symbol;

/** A role that holds at the actor's moment, with its scope (see RoleAssignment). */
export type Assignment = { role: Role; programmeId: string | null; organisationId: string | null };

/** A place at a programme's table; `organisationId` is the body whose delegate somebody is, null for the programme's own people. */
export type Seat = {
  tableId: string;
  programmeId: string;
  organisationId: string | null;
  isCoordinator: boolean;
};

/** Where a role is asked for. Nothing = anywhere. */
export type Scope = { programme?: string; organisation?: string };

/**
 * Who acts, and when. Every query and mutation takes one as first parameter; only this file makes them, so that a
 * function which has one has been through the gate.
 */
export type Actor = {
  readonly [minted]: true;
  readonly kind: "visitor" | "person" | "system";
  readonly personId: string | null;
  /** "person", "visitor" or "system:<job>", as written into the log */
  readonly label: string;
  /** the moment of the request or job: the only clock that queries and mutations know */
  readonly at: Date;
  readonly isVisitor: boolean;
  /** when the person last proved who they are, in this sign-in; null for visitors, jobs and where nobody noted it */
  readonly provedAt: Date | null;
  readonly assignments: readonly Assignment[];
  /** places at tables that hold at the actor's moment: each as long as the role in the programme that it presupposes */
  readonly seats: readonly Seat[];
  /** holds one of the roles, within the scope when one is given */
  has(role: Role | readonly Role[], scope?: Scope): boolean;
  /** programmes in which one of the roles is held */
  programmesWith(...roles: Role[]): string[];
  /** organisations in which one of the roles is held, in one programme when given */
  organisationsWith(roles: readonly Role[], programme?: string): string[];
};

function mint(
  facts: Pick<Actor, "kind" | "personId" | "label" | "at" | "provedAt"> & {
    assignments: readonly Assignment[];
    seats?: readonly Seat[] | undefined;
  },
): Actor {
  const { assignments } = facts;
  const actor = {
    ...facts,
    seats: (facts.seats ?? []).filter((seat) => assignments.some((one) => bears(one, seat))),
    isVisitor: facts.kind === "visitor",
    has(role: Role | readonly Role[], scope: Scope = {}) {
      const roles = typeof role === "string" ? [role] : role;
      return assignments.some(
        (one) =>
          roles.includes(one.role) &&
          (scope.programme === undefined || one.programmeId === scope.programme) &&
          (scope.organisation === undefined || one.organisationId === scope.organisation),
      );
    },
    programmesWith: (...roles: Role[]) =>
      unique(assignments.filter((one) => roles.includes(one.role)).map((one) => one.programmeId)),
    organisationsWith: (roles: readonly Role[], programme?: string) =>
      unique(
        assignments
          .filter(
            (one) => roles.includes(one.role) && (programme === undefined || one.programmeId === programme),
          )
          .map((one) => one.organisationId),
      ),
  };
  return actor as unknown as Actor;
}

/** Who works in a programme can sit at its tables; who only looks on cannot. */
export const seatedRoles = ["COORDINATOR", "EXPERT", "REFERENT", "STAFF"] as const satisfies readonly Role[];

// Who speaks for a body no more, or has left the programme, is no delegate either.
function bears(one: Assignment, seat: Seat): boolean {
  return (
    (seatedRoles as readonly Role[]).includes(one.role) &&
    one.programmeId === seat.programmeId &&
    one.organisationId === seat.organisationId
  );
}

function unique(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

/** Somebody without sign-in: what the public pages use. */
export function visitorActor(at: Date): Actor {
  return mint({ kind: "visitor", personId: null, label: "visitor", at, provedAt: null, assignments: [] });
}

/** The portal itself, in a job: "reminders", "notify". Holds no role; its commands check `kind`. */
export function systemActor(job: string, at: Date): Actor {
  const label = `system:${job}`;
  return mint({ kind: "system", personId: null, label, at, provedAt: null, assignments: [] });
}

/** A signed-in person with the roles that hold at that moment. Called by the sign-in gate and by tests alone. */
export function personActor(
  person: {
    personId: string;
    assignments: readonly Assignment[];
    seats?: readonly Seat[] | undefined;
    provedAt?: Date | null;
  },
  at: Date,
): Actor {
  return mint({
    kind: "person",
    personId: person.personId,
    label: "person",
    at,
    provedAt: person.provedAt ?? null,
    assignments: person.assignments,
    seats: person.seats,
  });
}
