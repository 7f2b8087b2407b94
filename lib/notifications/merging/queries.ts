import "server-only";
import { mergingRules, usualMergingMinutes } from "@/lib/notifications/merging/window";
import type { TemplateName } from "@/lib/notifications/rules";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { findRuleSet, portalScope } from "@/lib/platform/rules";

/** For how many minutes like joins like, by the rules of the day. */
export async function getMergingMinutes(actor: Actor): Promise<number> {
  return (await findRuleSet(mergingRules, portalScope, actor.at))?.content.minutes ?? usualMergingMinutes;
}

/** A line of somebody's page with the events that it tells of, from the first; null when it is gone. */
export async function findLine(actor: Actor, id: string) {
  authorise(actor.kind === "system");
  const line = await db.notification.findUnique({
    where: { id },
    select: {
      personId: true,
      group: true,
      kind: true,
      readAt: true,
      events: { orderBy: [{ toldAt: "asc" }, { eventId: "asc" }], select: { eventId: true } },
    },
  });
  if (!line) return null;
  return {
    ...line,
    kind: line.kind as TemplateName,
    events: await listStanding(
      actor,
      line.events.map(({ eventId }) => eventId),
    ),
  };
}

/** Those of the events whose posts can still be read, in their order; whatever is about no post stands. */
async function listStanding(_actor: Actor, ids: readonly string[]) {
  const events = await db.event.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { seq: "asc" },
    select: {
      id: true,
      kind: true,
      actorId: true,
      subjectKind: true,
      subjectId: true,
      programmeId: true,
      organisationId: true,
      occurredAt: true,
      data: true,
    },
  });
  const postIds = events.flatMap(({ data }) => postOf(data) ?? []);
  const readable = await db.post.findMany({
    where: { id: { in: postIds }, hiddenAt: null, thread: { hiddenAt: null } },
    select: { id: true },
  });
  const shown = new Set(readable.map(({ id }) => id));
  return events.filter(({ data }) => {
    const postId = postOf(data);
    return postId === null || shown.has(postId);
  });
}

function postOf(data: unknown): string | null {
  const { postId } = data as { postId?: unknown };
  return typeof postId === "string" ? postId : null;
}
