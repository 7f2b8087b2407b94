import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { asUuid } from "@/lib/sessions/identifier";
import { canRunPoints } from "@/lib/sessions/live/policy";
import type { ItemName } from "@/lib/sessions/live/schema";
import { partOf } from "@/lib/sessions/live/writing/part";
import { nameOf } from "@/lib/sessions/minutes/minutes-row";
import { visibleTo } from "@/lib/sessions/policy";

/** The notes of a point as they are kept. */
export type Notes = { markdown: string; version: number; at: Date; who: string | null };

/** The notes of a point of a session for those who write them; null before somebody began its minutes. */
export async function findNotes(actor: Actor, sessionId: string, item: ItemName): Promise<Notes | null> {
  const session = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(sessionId) }, visibleTo(actor)] },
      select: { id: true, programmeId: true, deputyId: true },
    }),
    "session",
  );
  authorise(canRunPoints(actor, session));
  const point = await db.minutesPoint.findFirst({
    where: { sessionId: session.id, ...partOf(item) },
    orderBy: { id: "asc" },
    select: {
      markdown: true,
      version: true,
      writtenAt: true,
      writtenBy: { select: { givenName: true, familyName: true } },
    },
  });
  return (
    point && {
      markdown: point.markdown,
      version: point.version,
      at: point.writtenAt,
      who: point.writtenBy && nameOf(point.writtenBy),
    }
  );
}
