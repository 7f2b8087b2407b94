import type { Actor } from "@/lib/platform/actor";
import type { Audience, MinutesState, Role } from "@/lib/platform/db/generated/enums";
import type { SessionMinutesWhereInput } from "@/lib/platform/db/generated/models";
import {
  canManage,
  canReadMinutes,
  canReadMinutesDraft,
  deputyRoles,
  type Run,
  visibleTo,
} from "@/lib/sessions/policy";

type InProgramme = { programmeId: string };
/** the people who were there, as the attendance says */
type Attended = { attendedIds: readonly string[] };

const members: Role[] = ["COORDINATOR", "EXPERT", "OBSERVER", "REFERENT", "STAFF"];

/** Asking those who attended for their approval. */
export function canProposeMinutes(actor: Actor, session: Run): boolean {
  return canManage(actor, session);
}

/** Approving or objecting: those who attended, as long as they belong to the programme; never for somebody else. */
export function canJudgeMinutes(actor: Actor, session: InProgramme & Attended): boolean {
  return (
    actor.personId !== null &&
    session.attendedIds.includes(actor.personId) &&
    actor.has(members, { programme: session.programmeId })
  );
}

/** Proposals, verdicts and the documents of earlier rounds: those who write the minutes, and those who were asked. */
export function canReadRounds(actor: Actor, session: Run & Attended): boolean {
  return canReadMinutesDraft(actor, session) || canJudgeMinutes(actor, session);
}

/**
 * The text: of drafts by those who write, once it was proposed by those who were asked about it as well, once it is
 * published by whoever may read the session's minutes.
 */
export function canReadText(
  actor: Actor,
  session: Run & Attended & { audience: Audience; minutesState: MinutesState },
): boolean {
  if (session.minutesState === "PUBLISHED") return canReadMinutes(actor, session);
  if (session.minutesState === "DRAFT") return canReadMinutesDraft(actor, session);
  return canReadRounds(actor, session);
}

/** Minutes whose text the actor reads: as `canReadText`, in a query. */
export function textVisibleTo(actor: Actor): SessionMinutesWhereInput {
  if (actor.kind === "system") return {};
  const inProgramme = { programmeId: { in: actor.programmesWith(...members) } };
  const self = { in: actor.personId ? [actor.personId] : [] };
  const attended = { attendance: { some: { personId: self, present: true } } };
  const written = [
    { programmeId: { in: actor.programmesWith("COORDINATOR", "EXPERT") } },
    { deputyId: actor.personId, programmeId: { in: actor.programmesWith(...deputyRoles) } },
  ];
  return {
    AND: [
      { session: visibleTo(actor) },
      {
        OR: [
          { state: "PUBLISHED", session: { OR: [{ audience: "PUBLIC" }, inProgramme] } },
          { state: { not: "PUBLISHED" }, session: { OR: written } },
          { state: { notIn: ["DRAFT", "PUBLISHED"] }, session: { AND: [inProgramme, attended] } },
        ],
      },
    ],
  };
}

/** Saying that a task is done, or not yet: its owner while in the programme, and who manages the session. */
export function canCompleteTask(actor: Actor, task: Run & { ownerId: string | null }): boolean {
  const isOwner = actor.personId !== null && actor.personId === task.ownerId;
  return (isOwner && actor.has(members, { programme: task.programmeId })) || canManage(actor, task);
}
