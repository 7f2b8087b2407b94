import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { best, idsOf, only } from "@/lib/search/found";
import type { Place } from "@/lib/search/place";
import { ownText, type Ranked, rank, within } from "@/lib/search/ranking/queries";
import { canReadText } from "@/lib/sessions/minutes/policy";
import { visibleTo } from "@/lib/sessions/policy";

/** Sessions that hold the words themselves or in a point of their agenda, which whoever sees a session reads. */
export async function findSessions(actor: Actor, place: Place, mine: string[]): Promise<Ranked> {
  const scope = scopeOf(actor, place, mine);
  const points = ownText(actor, "agenda_item", scope);
  const [own, byPoint] = await Promise.all([
    rank(actor, ownText(actor, "session", scope), place.words),
    rank(
      actor,
      {
        ...points,
        from: Prisma.sql`agenda_item a join session p on p.id = a.session_id`,
        key: Prisma.sql`a.id`,
        holds: Prisma.sql`a.search`,
        again: { ...points.again, id: Prisma.sql`p.session_id` },
      },
      place.words,
    ),
  ]);
  const found = best(own, byPoint);
  const where = { AND: [{ id: { in: idsOf(found) } }, visibleTo(actor)] };
  return only(found, await db.session.findMany({ where, select: { id: true } }));
}

/** Minutes, with decisions and tasks, that hold the words, by the identifiers of their sessions. */
export async function findMinutes(actor: Actor, place: Place, mine: string[]): Promise<Ranked> {
  const found = await rank(
    actor,
    {
      from: Prisma.sql`session_minutes m join session p on p.id = m.session_id`,
      key: Prisma.sql`p.id`,
      holds: Prisma.sql`m.search`,
      scope: scopeOf(actor, place, mine),
      counted: Prisma.sql`session w`,
      again: {
        from: Prisma.sql`session_minutes m`,
        id: Prisma.sql`m.session_id`,
        key: Prisma.sql`m.session_id`,
        text: Prisma.sql`m.search`,
      },
    },
    place.words,
  );
  return only(found, await listReadable(actor, idsOf(found)));
}

/** Those of the sessions whose minutes the actor may read as they stand. */
export async function listReadable(actor: Actor, ids: string[]): Promise<{ id: string }[]> {
  const self = actor.personId;
  const sessions = await db.session.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(actor)] },
    select: {
      id: true,
      programmeId: true,
      deputyId: true,
      audience: true,
      minutes: { select: { state: true } },
      attendance: {
        where: { present: true, ...(self ? { personId: self } : { personId: { in: [] } }) },
        select: { personId: true },
      },
    },
  });
  return sessions.filter(
    ({ minutes, attendance, ...session }) =>
      minutes &&
      canReadText(actor, {
        ...session,
        attendedIds: attendance.map(({ personId }) => personId),
        minutesState: minutes.state,
      }),
  );
}

function scopeOf(actor: Actor, place: Place, mine: string[]): Prisma.Sql {
  return Prisma.sql`(p.audience in ('PUBLIC', 'ANNOUNCED') or p.programme_id = any(${mine}::uuid[]))
    and ${within(actor, place, { programme: "p.programme_id", at: "p.starts_at" })}`;
}
