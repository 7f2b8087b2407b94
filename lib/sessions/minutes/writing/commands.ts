import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import type { WritePoint } from "@/lib/sessions/minutes/schema";

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
  await assertOwners(
    tx,
    actor,
    session,
    rows.filter((row) => known.get(row.key)?.ownerId !== row.ownerId),
  );
  const early = rows.find((row) => row.due < romeDay(session.startsAt));
  if (early)
    throw new DomainError("minutes.taskBeforeSession", { day: session.startsAt }, `tasks.${early.key}.due`);
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

/** New rows of a form, in the order of their numbers. */
function added<Row>(rows: Record<string, Row>): [string, Row][] {
  return Object.entries(rows)
    .filter(([key]) => key.startsWith("new"))
    .toSorted(([a], [b]) => Number(a.slice(3)) - Number(b.slice(3)));
}

async function assertOwners(
  tx: Tx,
  actor: Actor,
  session: { programmeId: string },
  rows: readonly { key: string; ownerId: string }[],
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
  if (stranger) throw new DomainError("minutes.taskStranger", {}, `tasks.${stranger.key}.owner`);
}
