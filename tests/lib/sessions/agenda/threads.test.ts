import { expect, test } from "vitest";
import { mergeThread } from "@/lib/forum/moves/mutations";
import { db } from "@/lib/platform/db";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

test("a point that was drawn from a thread is counted on it, wherever that ends: its page asks for no sessions where there are none", async () => {
  const pilot = await aPilot();
  const category = await aCategory(pilot.programme.id);
  const [first, second, last] = [
    await aThread(category.id, { title: "Prima" }),
    await aThread(category.id, { title: "Seconda" }),
    await aThread(category.id, { title: "Ultima" }),
  ];
  const points: { id: string }[] = [];
  for (const [position, { id: sourceId }] of [first, first, second].entries()) {
    const { id: sessionId } = await aSession(pilot.programme.id);
    const data = { sessionId, position, title: "Punto", sourceKind: "THREAD" as const, sourceId };
    points.push(await db.agendaItem.create({ data, select: { id: true } }));
  }
  const counts = async () =>
    Promise.all(
      [first, second, last].map(async ({ id }) => {
        const row = await db.thread.findUnique({ where: { id }, select: { agendaCount: true } });
        return row?.agendaCount ?? null;
      }),
    );
  expect(await counts()).toEqual([2, 1, 0]);
  await mergeThread(pilot.coordinator, { id: first.id, version: first.version, into: second.id });
  expect(await counts()).toEqual([null, 3, 0]);
  const { version } = await db.thread.findUniqueOrThrow({ where: { id: second.id } });
  await mergeThread(pilot.coordinator, { id: second.id, version, into: last.id });
  expect(await counts()).toEqual([null, null, 3]);
  await db.agendaItem.delete({ where: { id: points[0]?.id } });
  await db.agendaItem.update({
    where: { id: points[1]?.id },
    data: { sourceKind: null, sourceId: null },
  });
  expect(await counts()).toEqual([null, null, 1]);
});
