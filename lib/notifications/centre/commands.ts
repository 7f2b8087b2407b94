import { randomUUID } from "node:crypto";
import type { TemplateName } from "@/lib/notifications/rules";
import type { Subject } from "@/lib/notifications/subject";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import type { NotificationGroup } from "@/lib/platform/db/generated/enums";
import { authorise } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/queue";
import { announceLive } from "@/lib/platform/live/announce";
import { personTopic } from "@/lib/platform/live/topics";

/** What one person is told on the page of an event. */
export type Notice = {
  personId: string;
  programmeId: string | null;
  group: NotificationGroup;
  kind: TemplateName;
  subject: Subject;
  awaitsDigest: boolean;
  /** until then what is like it joins it; null where nothing does */
  openUntil: Date | null;
};

/** The line of somebody's page that tells of an event. */
export type Line = { id: string; personId: string; openUntil: Date | null };

/**
 * Tells people of an event on their page, each once. What is of the same kind and about the same thing as a line that is
 * still open joins it; two jobs that begin the same line at once end in one, by the unique index of the open ones.
 * @returns the lines of who had not been told before, by person
 */
export async function tell(
  tx: Tx,
  actor: Actor,
  eventId: string,
  notices: readonly Notice[],
): Promise<Map<string, Line>> {
  authorise(actor.kind === "system");
  // Whoever tells of the same event waits here, and finds below who has been told.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${eventId}, 0))`;
  const told = await tx.notificationEvent.findMany({ where: { eventId }, select: { personId: true } });
  const known = new Set(told.map(({ personId }) => personId));
  const fresh = notices.filter(({ personId }) => !known.has(personId));
  if (fresh.length === 0) return new Map();
  const column = <T>(of: (notice: Notice) => T) => fresh.map(of);
  await tx.$executeRaw`
    update notification set open_until = null
    where open_until <= ${actor.at} and person_id = any(${column((one) => one.personId)}::uuid[])
      and subject_id = any(${column((one) => one.subject.id)}::uuid[])`;
  // In the order of people: two that tell many of different events would else wait for each other.
  const lines = await tx.$queryRaw<Line[]>`
    insert into notification as line (id, person_id, programme_id, "group", kind, subject_kind, subject_id, number,
      created_at, latest_at, open_until, awaits_digest)
    select id, person_id, programme_id, "group"::notification_group, kind, subject_kind, subject_id, number,
      ${actor.at}, ${actor.at}, open_until, awaits_digest
    from unnest(${column(() => randomUUID())}::uuid[], ${column((one) => one.personId)}::uuid[],
      ${column((one) => one.programmeId)}::uuid[], ${column((one) => one.group)}::text[],
      ${column((one) => one.kind)}::text[], ${column((one) => one.subject.kind)}::text[],
      ${column((one) => one.subject.id)}::uuid[], ${column((one) => one.subject.number ?? null)}::int[],
      ${column((one) => one.openUntil)}::timestamptz[], ${column((one) => one.awaitsDigest)}::boolean[])
      as fresh(id, person_id, programme_id, "group", kind, subject_kind, subject_id, number, open_until, awaits_digest)
    order by person_id
    on conflict (person_id, kind, subject_kind, subject_id) where open_until is not null do update
      set count = line.count + 1, number = least(line.number, excluded.number),
        latest_at = greatest(line.latest_at, excluded.latest_at),
        awaits_digest = line.awaits_digest or excluded.awaits_digest
    returning id, person_id as "personId", open_until as "openUntil"`;
  await tx.notificationEvent.createMany({
    data: lines.map(({ id, personId }) => ({ eventId, personId, notificationId: id, toldAt: actor.at })),
  });
  await announceLive(
    tx,
    lines.map(({ personId }) => personTopic(personId)),
  );
  return new Map(lines.map((line) => [line.personId, line]));
}

/** Puts the mail of an open line into the queue, for when nothing joins it any more; one a line, however often it grows. */
export async function enqueueLine(tx: Tx, actor: Actor, { id, openUntil }: Line): Promise<void> {
  const runAt = openUntil ?? actor.at;
  await enqueue(tx, "mail-line", { notificationId: id }, { key: `line:${id}`, runAt });
}

/** From here on nothing joins a line. */
export async function closeLine(tx: Tx, actor: Actor, id: string): Promise<void> {
  authorise(actor.kind === "system");
  await tx.notification.updateMany({ where: { id, openUntil: { not: null } }, data: { openUntil: null } });
}

/** Lets a line wait for the person's next digest. */
export async function putIntoDigest(tx: Tx, actor: Actor, id: string): Promise<void> {
  authorise(actor.kind === "system");
  await tx.notification.updateMany({ where: { id, readAt: null }, data: { awaitsDigest: true } });
}

/** Notes that one has read what one was told; only the person sees it, so it is no event. */
export async function noteRead(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (actor.personId === null) return;
  const { count } = await tx.notification.updateMany({
    where: { id, personId: actor.personId, readAt: null },
    data: { readAt: actor.at, openUntil: null },
  });
  if (count > 0) await announceLive(tx, [personTopic(actor.personId)]);
}
