import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { listReadable } from "@/lib/search/candidates/meetings/queries";
import { type Found, programmeSelect } from "@/lib/search/results/found";
import { visibleTo } from "@/lib/sessions/policy";

/** Sessions with what they are about and the points of their agenda. */
export async function describeSessions(actor: Actor, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const rows = await db.session.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(actor)] },
    select: {
      id: true,
      title: true,
      description: true,
      startsAt: true,
      programme: programmeSelect,
      agenda: { orderBy: { position: "asc" }, select: { title: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    target: { kind: "session", id: row.id },
    title: row.title,
    text: [row.description, ...row.agenda.map(({ title }) => title)].filter(Boolean).join(" · "),
    lang: "it",
    at: row.startsAt,
    programme: row.programme,
  }));
}

/** Minutes with their text, of the sessions whose minutes the actor may read. */
export async function describeMinutes(actor: Actor, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const readable = await listReadable(actor, ids);
  const rows = await db.session.findMany({
    where: { id: { in: readable.map(({ id }) => id) } },
    select: {
      id: true,
      title: true,
      startsAt: true,
      programme: programmeSelect,
      minutes: { select: { text: true, lang: true, publishedAt: true } },
    },
  });
  return rows.map(({ id, title, startsAt, programme, minutes }) => ({
    id,
    target: { kind: "minutes", id },
    title,
    text: minutes?.text ?? "",
    lang: minutes?.lang ?? "it",
    at: startsAt,
    programme,
  }));
}
