import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { DomainError, StaleError } from "@/lib/platform/errors";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { nameOf } from "@/lib/sessions/minutes/minutes-row";
import type { WritePoint } from "@/lib/sessions/minutes/schema";

/** A part as it stands before it is written over: whoever comes second is told of its writer. */
export const shownPointSelect = {
  id: true,
  markdown: true,
  version: true,
  writtenById: true,
  writtenAt: true,
  writtenBy: { select: { givenName: true, familyName: true } },
} as const;

type ShownPoint = {
  id: string;
  writtenAt: Date;
  writtenBy: { givenName: string; familyName: string } | null;
};

/**
 * Writes the text of a part over the version that was shown.
 * @throws StaleError with who wrote it meanwhile, and when
 */
export async function overwrite(
  tx: Tx,
  actor: Actor,
  point: ShownPoint,
  { version, ...text }: { version: number; markdown: string; html: string; title?: string },
): Promise<void> {
  const { count } = await tx.minutesPoint.updateMany({
    where: { id: point.id, version },
    data: {
      ...text,
      version: { increment: 1 },
      writtenById: actor.personId,
      writtenAt: actor.at,
    },
  });
  if (count > 0) return;
  throw new StaleError({
    who: point.writtenBy ? nameOf(point.writtenBy) : "Sperimenta",
    at: point.writtenAt,
  });
}

/**
 * Makes the decisions of a part agree with the form: emptied ones go, new ones are added at the end. A row that is not of
 * this part changes nothing. What became a request cannot be taken away from under it.
 */
export async function decisionsLeft(tx: Tx, actor: Actor, { point, decisions }: WritePoint): Promise<void> {
  const kept = await tx.decision.findMany({
    where: { pointId: point },
    select: { id: true, position: true, text: true, requestId: true },
  });
  for (const { id, text: before, requestId } of kept) {
    const row = decisions[id];
    if (!row || row.text === before) continue;
    if (row.text !== undefined) await tx.decision.update({ where: { id }, data: { text: row.text } });
    else if (requestId) throw new DomainError("minutes.decisionIsRequest", {}, `decisions.${id}.text`);
    else await tx.decision.delete({ where: { id } });
  }
  const texts = added(decisions).flatMap(([, { text }]) => text ?? []);
  const last = Math.max(0, ...kept.map((one) => one.position));
  await tx.decision.createMany({
    data: texts.map((text, index) => ({
      pointId: point,
      text,
      position: last + 1 + index,
      createdAt: actor.at,
    })),
  });
}

/** The same for tasks. Their owners are people of the programme, and no task is due before the session. */
export async function tasksLeft(
  tx: Tx,
  actor: Actor,
  { point, tasks }: WritePoint,
  session: { programmeId: string; startsAt: Date },
): Promise<void> {
  const kept = await tx.task.findMany({
    where: { pointId: point },
    select: { id: true, position: true, ownerId: true },
  });
  const known = new Map(kept.map((one) => [one.id, one]));
  const written = [
    ...kept.flatMap(({ id }) => (tasks[id] ? [[id, tasks[id]] as const] : [])),
    ...added(tasks),
  ];
  const rows = written.flatMap(([key, { text, owner, due }]) =>
    text && owner && due ? [{ key, text, ownerId: owner, due }] : [],
  );
  const changed = rows.filter((row) => known.get(row.key)?.ownerId !== row.ownerId);
  const field = (key: string, name: string) => `tasks.${key}.${name}`;
  await assertOwners(tx, actor, session, { rows: changed, field });
  assertNotEarly(session, { rows, field });
  const emptied = kept.flatMap(({ id }) => (tasks[id] && tasks[id].text === undefined ? [id] : []));
  await tx.task.deleteMany({ where: { id: { in: emptied }, pointId: point } });
  let position = Math.max(0, ...kept.map((one) => one.position));
  for (const { key, text, ownerId, due } of rows) {
    const data = { text, ownerId, dueOn: fromDateOnly(due) };
    if (known.has(key)) await tx.task.update({ where: { id: key }, data });
    else {
      position += 1;
      await tx.task.create({
        data: { ...data, pointId: point, position, createdAt: actor.at },
        select: { id: true },
      });
    }
  }
}

/** Adds one decision to a part. The same form sent twice is one decision. @returns whether it was added now */
export async function addDecisionTo(
  tx: Tx,
  actor: Actor,
  row: { id: string; pointId: string; text: string },
): Promise<boolean> {
  const { _max } = await tx.decision.aggregate({
    where: { pointId: row.pointId },
    _max: { position: true },
  });
  const { count } = await tx.decision.createMany({
    data: [{ ...row, position: (_max.position ?? 0) + 1, createdAt: actor.at }],
    skipDuplicates: true,
  });
  if (count === 0)
    assertSame(row, await tx.decision.findUnique({ where: { id: row.id }, select: sentSelect }));
  return count > 0;
}

/** The same for a task, under the rules of the form of a part. */
export async function addTaskTo(
  tx: Tx,
  actor: Actor,
  session: { programmeId: string; startsAt: Date },
  { due, ...row }: { id: string; pointId: string; text: string; ownerId: string; due: string },
): Promise<boolean> {
  const checked: Checked = { rows: [{ key: row.id, ownerId: row.ownerId, due }], field: (_, name) => name };
  await assertOwners(tx, actor, session, checked);
  assertNotEarly(session, checked);
  const { _max } = await tx.task.aggregate({ where: { pointId: row.pointId }, _max: { position: true } });
  const { count } = await tx.task.createMany({
    data: [{ ...row, dueOn: fromDateOnly(due), position: (_max.position ?? 0) + 1, createdAt: actor.at }],
    skipDuplicates: true,
  });
  if (count === 0) assertSame(row, await tx.task.findUnique({ where: { id: row.id }, select: sentSelect }));
  return count > 0;
}

const sentSelect = { pointId: true, text: true } as const;
type Sent = { pointId: string; text: string };

// A form gone back to after it was sent bears the identifier of what was written then.
function assertSame(row: Sent, kept: Sent | null): void {
  if (kept?.pointId !== row.pointId || kept.text !== row.text) throw new DomainError("minutes.alreadyAdded");
}

/** New rows of a form, in the order of their numbers. */
function added<Row>(rows: Record<string, Row>): [string, Row][] {
  return Object.entries(rows)
    .filter(([key]) => key.startsWith("new"))
    .toSorted(([a], [b]) => Number(a.slice(3)) - Number(b.slice(3)));
}

type TaskRow = { key: string; ownerId: string; due: string };
type Checked = { rows: readonly TaskRow[]; field: (key: string, name: "owner" | "due") => string };

async function assertOwners(
  tx: Tx,
  actor: Actor,
  session: { programmeId: string },
  { rows, field }: Checked,
): Promise<void> {
  if (rows.length === 0) return;
  const present = await tx.roleAssignment.findMany({
    where: {
      programmeId: session.programmeId,
      personId: { in: rows.map((one) => one.ownerId) },
      fromAt: { lte: actor.at },
      OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
      person: { disabledAt: null },
    },
    select: { personId: true },
  });
  const known = new Set(present.map((one) => one.personId));
  const stranger = rows.find((row) => !known.has(row.ownerId));
  if (stranger) throw new DomainError("minutes.taskStranger", {}, field(stranger.key, "owner"));
}

function assertNotEarly(session: { startsAt: Date }, { rows, field }: Checked): void {
  const early = rows.find((row) => row.due < romeDay(session.startsAt));
  if (early) {
    const day = { day: session.startsAt };
    throw new DomainError("minutes.taskBeforeSession", day, field(early.key, "due"));
  }
}
