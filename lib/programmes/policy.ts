import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/db/generated/enums";
import { partakingStates } from "@/lib/programmes/lifecycle";

/** Enrolments of bodies that take part, or took part to the end. */
export const takesPart = { state: { in: [...partakingStates] } } satisfies Prisma.EnrolmentWhereInput;

type Programme = { id: string };
type Promoted = { promoterId: string };

/** Programmes that exist for this actor: a draft only for those who run it, all others for everybody. */
export function visibleTo(actor: Actor): Prisma.ProgrammeWhereInput {
  if (actor.has("ADMINISTRATOR")) return {};
  return {
    OR: [
      { state: { not: "DRAFT" } },
      { id: { in: actor.programmesWith("COORDINATOR") } },
      { promoterId: { in: actor.organisationsWith(["PROGRAMME_MANAGER"]) } },
    ],
  };
}

/** Programmes in which the actor holds a role, or that its organisation promotes: those of the reserved area. */
export function workedOnBy(actor: Actor): Prisma.ProgrammeWhereInput {
  if (actor.has("ADMINISTRATOR")) return {};
  return {
    AND: [
      visibleTo(actor),
      {
        OR: [
          { id: { in: actor.programmesWith(...memberRoles) } },
          { promoterId: { in: actor.organisationsWith(["PROGRAMME_MANAGER"]) } },
        ],
      },
    ],
  };
}

/** Roles that work in a programme, or follow it. */
export const memberRoles = [
  "COORDINATOR",
  "EXPERT",
  "OBSERVER",
  "REFERENT",
  "STAFF",
] as const satisfies readonly Role[];
/** Roles that read what every body sent. */
export const readerRoles = ["COORDINATOR", "EXPERT", "OBSERVER"] as const satisfies readonly Role[];

/** Whether the reserved pages of a programme are open to the actor: without a role in it they do not exist. */
export function canEnter(actor: Actor, programme: Programme & Promoted): boolean {
  return (
    actor.has(memberRoles, { programme: programme.id }) ||
    isManagerOf(actor, programme) ||
    actor.has("ADMINISTRATOR")
  );
}

/** Text, lines, phases, roles, contacts, steps. */
export function canEdit(actor: Actor, programme: Programme): boolean {
  return actor.has("COORDINATOR", { programme: programme.id });
}

/** Opening the call, starting, closing, archiving, reopening. */
export function canMove(actor: Actor, programme: Programme): boolean {
  return actor.has("COORDINATOR", { programme: programme.id });
}

/** A programme is opened by a programme manager of the organisation that promotes it. */
export function canCreate(actor: Actor, organisationId: string): boolean {
  return actor.has("PROGRAMME_MANAGER", { organisation: organisationId });
}

/** A new edition of a programme of the manager's own organisation. */
export function canClone(actor: Actor, programme: Promoted): boolean {
  return isManagerOf(actor, programme);
}

/** Adding a body and every move of its enrolment. */
export function canSelectBodies(actor: Actor, programme: Programme): boolean {
  return actor.has("COORDINATOR", { programme: programme.id });
}

/** The client (observer) and the faculty (expert) agree to a selection, and so does the coordinator. */
export function canAgreeToSelection(actor: Actor, programme: Programme): boolean {
  return actor.has(["COORDINATOR", "EXPERT", "OBSERVER"], { programme: programme.id });
}

/** Outcomes and indicators: editing, publishing, measuring. */
export function canEditOutcomes(actor: Actor, programme: Programme): boolean {
  return actor.has("COORDINATOR", { programme: programme.id });
}

/** A proposal is an unpublished outcome; the coordinator publishes it. */
export function canProposeOutcome(actor: Actor, programme: Programme): boolean {
  return actor.has(["COORDINATOR", "EXPERT", "REFERENT"], { programme: programme.id });
}

/** Outcomes for this actor: published ones of visible programmes; proposals for those who follow the whole programme. */
export function outcomesVisibleTo(actor: Actor): Prisma.OutcomeWhereInput {
  return {
    OR: [
      { publishedAt: { not: null }, programme: visibleTo(actor) },
      { programmeId: { in: actor.programmesWith("COORDINATOR", "EXPERT", "OBSERVER") } },
    ],
  };
}

/** Indicators for this actor: public ones of visible programmes; all for those with a role in the programme. */
export function indicatorsVisibleTo(actor: Actor): Prisma.IndicatorWhereInput {
  return {
    OR: [
      { isPublic: true, programme: visibleTo(actor) },
      { programmeId: { in: actor.programmesWith("COORDINATOR", "EXPERT", "OBSERVER", "REFERENT") } },
    ],
  };
}

/** Enrolments for this actor: bodies that take part; applications for those who assess them and for the body itself. */
export function enrolmentsVisibleTo(actor: Actor): Prisma.EnrolmentWhereInput {
  const own = actor.assignments.filter(
    (one) => (one.role === "REFERENT" || one.role === "STAFF") && one.programmeId && one.organisationId,
  );
  return {
    OR: [
      { ...takesPart, programme: visibleTo(actor) },
      { programmeId: { in: actor.programmesWith("COORDINATOR", "EXPERT", "OBSERVER") } },
      ...own.map(({ programmeId, organisationId }) => ({
        programmeId: programmeId as string,
        organisationId: organisationId as string,
      })),
    ],
  };
}

function isManagerOf(actor: Actor, programme: Promoted): boolean {
  return actor.has("PROGRAMME_MANAGER", { organisation: programme.promoterId });
}
