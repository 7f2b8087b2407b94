import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/lib/platform/db";
import type { Audience, Role } from "@/lib/platform/db/generated/enums";
import { visibleTo as programmeVisibleTo, workedOnBy } from "@/lib/programmes/policy";
import { asUuid } from "@/lib/sessions/identifier";

type InProgramme = { programmeId: string };
/** What the rights on one session ask; whoever forgets to read its deputy does not compile. */
export type Run = InProgramme & { deputyId: string | null };

const memberRoles: Role[] = ["COORDINATOR", "EXPERT", "OBSERVER", "REFERENT", "STAFF"];
/** Who may run a session in the coordinator's place: whoever works in the programme, for as long as that is so. */
export const deputyRoles = ["EXPERT", "REFERENT", "STAFF"] as const satisfies Role[];

/**
 * What was announced: convened, closed, or cancelled after it had been convened. A cancelled session stays to be found,
 * with its reason, by whoever had it in the calendar; a draft that was dropped was never there.
 */
const announced: Prisma.SessionWhereInput = {
  OR: [{ state: { in: ["CONVENED", "CLOSED"] } }, { state: "CANCELLED", convenedAt: { not: null } }],
};

/**
 * Sessions that everybody sees, of the programmes in the scope. A calendar of thousands looks its programmes up first and
 * names them here: joined to them, each of its pages took eight times as long.
 */
export function openWithin(
  scope: Pick<Prisma.SessionWhereInput, "programme" | "programmeId">,
): Prisma.SessionWhereInput {
  return { AND: [announced, { audience: { in: ["PUBLIC", "ANNOUNCED"] } }, scope] };
}

/** Sessions that exist for this actor. */
export function visibleTo(actor: Actor): Prisma.SessionWhereInput {
  if (actor.kind === "system") return {};
  const open = openWithin({ programme: programmeVisibleTo(actor) });
  if (actor.isVisitor) return open;
  return {
    OR: [
      open,
      {
        AND: [
          announced,
          {
            OR: [
              { programmeId: { in: actor.programmesWith(...memberRoles) } },
              { programme: { promoterId: { in: actor.organisationsWith(["PROGRAMME_MANAGER"]) } } },
            ],
          },
        ],
      },
      { programmeId: { in: actor.programmesWith("EXPERT") } },
      managedBy(actor),
    ],
  };
}

/** The session of a reserved page, by its address: for who works on its programme. */
export function onReservedPage(
  actor: Actor,
  { slug, id }: { slug: string; id: string },
): Prisma.SessionWhereInput {
  const programme = { AND: [{ slug }, workedOnBy(actor)] };
  return { AND: [{ id: asUuid(id), programme }, visibleTo(actor)] };
}

/** Sessions that the actor manages: as `canManage`, in a query. */
export function managedBy(actor: Actor): Prisma.SessionWhereInput {
  return {
    OR: [
      { programmeId: { in: actor.programmesWith("COORDINATOR") } },
      { deputyId: actor.personId, programmeId: { in: actor.programmesWith(...deputyRoles) } },
    ],
  };
}

/** Putting sessions into the schedule of a programme: one, a series, those of a pilot, a date to be found. */
export function canSchedule(actor: Actor, { programmeId }: InProgramme): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

/** Changing, convening, cancelling, closing, reopening, attendance. A deputy does it for the one session. */
export function canManage(actor: Actor, session: Run): boolean {
  return actor.has("COORDINATOR", { programme: session.programmeId }) || isDeputy(actor, session);
}

/** Naming a deputy for a session, who does not name another. */
export function canNameDeputy(actor: Actor, session: InProgramme): boolean {
  return actor.has("COORDINATOR", { programme: session.programmeId });
}

/** Writing the minutes: their text, decisions and tasks. */
export function canWriteMinutes(actor: Actor, session: Run): boolean {
  return actor.has(["COORDINATOR", "EXPERT"], { programme: session.programmeId }) || isDeputy(actor, session);
}

/** Minutes that are not published yet. */
export function canReadMinutesDraft(actor: Actor, session: Run): boolean {
  return actor.kind === "system" || canWriteMinutes(actor, session);
}

/** Minutes once published: those of a session that is open to all by everyone, those of the group by its members. */
export function canReadMinutes(actor: Actor, session: InProgramme & { audience: Audience }): boolean {
  return session.audience === "PUBLIC" || canSeePeople(actor, session);
}

/** Making the minutes readable beyond those who write them. */
export function canPublishMinutes(actor: Actor, session: InProgramme): boolean {
  return actor.has("COORDINATOR", { programme: session.programmeId });
}

/** Who was invited, who replied what, who was there. The observer reads all of a programme. */
export function canSeePeople(actor: Actor, session: InProgramme): boolean {
  return actor.kind === "system" || actor.has(memberRoles, { programme: session.programmeId });
}

/** The link of the room, once it is open: for members always, for others where the session is public. */
export function canEnterRoom(actor: Actor, session: InProgramme & { audience: Audience }): boolean {
  return session.audience === "PUBLIC" || actor.has(memberRoles, { programme: session.programmeId });
}

/** Only who was invited replies, only for itself, and only while in the programme. A substitute is named likewise. */
export function canReply(actor: Actor, session: InProgramme & { invitedIds: readonly string[] }): boolean {
  return (
    actor.personId !== null &&
    session.invitedIds.includes(actor.personId) &&
    actor.has(memberRoles, { programme: session.programmeId })
  );
}

/** Sessions of a new edition: by who runs it, or by the manager of the organisation that promotes it. */
export function canCopyInto(actor: Actor, programme: { id: string; promoterId: string }): boolean {
  return (
    actor.has("COORDINATOR", { programme: programme.id }) ||
    actor.has("PROGRAMME_MANAGER", { organisation: programme.promoterId })
  );
}

function isDeputy(actor: Actor, { programmeId, deputyId }: Run): boolean {
  return (
    actor.personId !== null &&
    deputyId === actor.personId &&
    actor.has(deputyRoles, { programme: programmeId })
  );
}
