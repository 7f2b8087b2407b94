import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { closeSession } from "@/lib/sessions/record/mutations";
import { scheduleSession } from "@/lib/sessions/scheduling/mutations";
import { later } from "@/tests/support/actors";
import { aChange, aPilot, aSchedule, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});

const points = (sessionId: string) =>
  db.agendaItem.findMany({
    where: { sessionId },
    orderBy: { position: "asc" },
    select: { id: true, position: true, title: true, minutes: true, owner: true },
  });

async function threePoints() {
  const input = aSchedule(pilot.programme, {
    agenda: ["Uno", "Due", "Tre"].map((title) => ({ title, owner: null, minutes: 10 })),
  });
  await scheduleSession(pilot.coordinator, input);
  return { id: input.id, before: await points(input.id) };
}

describe("the agenda of a session that is changed", () => {
  test("keeps its points, moved and reworded, drops one and gets another", async () => {
    const { id, before } = await threePoints();
    const [one, two, three] = before;
    await changeSession(
      pilot.coordinator,
      aChange(
        { id, version: 1 },
        {
          agenda: [
            { id: three?.id, title: "Tre", owner: null, minutes: 10 },
            { title: "Nuovo", owner: "Faculty", minutes: 5 },
            { id: one?.id, title: "Uno, riscritto", owner: "Ada", minutes: null },
          ],
        },
      ),
    );
    const after = await points(id);
    expect(after).toEqual([
      { id: three?.id, position: 0, title: "Tre", minutes: 10, owner: null },
      { id: expect.any(String), position: 1, title: "Nuovo", minutes: 5, owner: "Faculty" },
      { id: one?.id, position: 2, title: "Uno, riscritto", minutes: null, owner: "Ada" },
    ]);
    expect(after.map((point) => point.id)).not.toContain(two?.id);
  });

  test("may be turned around whole", async () => {
    const { id, before } = await threePoints();
    const agenda = before.toReversed().map(({ position: _position, ...point }) => point);
    await changeSession(pilot.coordinator, aChange({ id, version: 1 }, { agenda }));
    expect((await points(id)).map((point) => point.id)).toEqual(before.toReversed().map((point) => point.id));
  });

  test("takes an identifier of another session, or one named twice, for a new point", async () => {
    const [mine, other] = [await threePoints(), await threePoints()];
    const [own, foreign] = [mine.before[0]?.id, other.before[0]?.id];
    const point = (id: string | undefined, title: string) => ({ id, title, owner: null, minutes: null });
    await changeSession(
      pilot.coordinator,
      aChange(
        { id: mine.id, version: 1 },
        { agenda: [point(own, "A"), point(own, "B"), point(foreign, "C")] },
      ),
    );
    const after = await points(mine.id);
    expect(after.map((one) => one.title)).toEqual(["A", "B", "C"]);
    expect(after[0]?.id).toBe(own);
    expect(new Set(after.map((one) => one.id)).size).toBe(3);
    expect(await points(other.id)).toEqual(other.before);
  });

  test("is not lost when two change it at once: one is told", async () => {
    const { id } = await threePoints();
    const change = (title: string) =>
      changeSession(
        pilot.coordinator,
        aChange({ id, version: 1 }, { agenda: [{ title, owner: null, minutes: null }] }),
      );
    const results = await Promise.allSettled([change("A"), change("B")]);
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await points(id)).toHaveLength(1);
  });
});

test("closing says which points were left open, and closing again says it anew", async () => {
  const session = await aSession(pilot.programme.id, { state: "CONVENED" });
  await db.agendaItem.createMany({
    data: ["Trattato", "Rimandato"].map((title, position) => ({ sessionId: session.id, title, position })),
  });
  const [, open] = await points(session.id);
  await closeSession(later(pilot.coordinator, session.endsAt), {
    id: session.id,
    version: 1,
    attendance: {},
    notDealtWith: [open?.id ?? ""],
  });
  const left = await db.agendaItem.findMany({
    where: { sessionId: session.id, notDealtWith: true },
    select: { title: true },
  });
  expect(left).toEqual([{ title: "Rimandato" }]);
});
