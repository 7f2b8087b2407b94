import { deliverableVisibleTo } from "@/lib/documents/deliverables/policy";
import { canModerate, canPost } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import type {
  AgendaItemWhereInput,
  DecisionWhereInput,
  ThreadLinkWhereInput,
} from "@/lib/platform/db/generated/models";
import { textVisibleTo } from "@/lib/sessions/minutes/policy";
import { visibleTo as sessionVisibleTo } from "@/lib/sessions/policy";

type InProgramme = { programmeId: string };

/** Points of agendas that may be seen: those of sessions that may be. */
export function pointVisibleTo(actor: Actor): AgendaItemWhereInput {
  return { session: sessionVisibleTo(actor) };
}

/** Decisions that may be seen: those of minutes whose text may be read. */
export function decisionVisibleTo(actor: Actor): DecisionWhereInput {
  return { point: { minutes: textVisibleTo(actor) } };
}

/** Links whose thing may be seen: the others are not even counted. */
export function targetVisibleTo(actor: Actor): ThreadLinkWhereInput {
  return {
    OR: [
      { agendaItem: pointVisibleTo(actor) },
      { decision: decisionVisibleTo(actor) },
      { deliverable: deliverableVisibleTo(actor) },
    ],
  };
}

/** Saying what a discussion is about: who writes in the forum, of what they see. */
export function canLink(actor: Actor, { programmeId }: InProgramme): boolean {
  return canPost(actor, { programmeId });
}

/** Taking it back: who said so, and the coordinator. */
export function canUnlink(actor: Actor, link: InProgramme & { linkedById: string | null }): boolean {
  const isOwn = link.linkedById !== null && link.linkedById === actor.personId;
  return canModerate(actor, link) || (isOwn && canLink(actor, link));
}
