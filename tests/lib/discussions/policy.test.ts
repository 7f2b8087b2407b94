import { beforeAll, describe, expect, test } from "vitest";
import { canLink, canUnlink, decisionVisibleTo, pointVisibleTo } from "@/lib/discussions/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { writtenMinutes } from "@/tests/support/minutes-factories";
import { actorsAround, aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;

beforeAll(async () => {
  pilot = await aPilot();
  actors = await actorsAround(pilot);
});

/** Everybody who may, in alphabetical order. */
async function who(may: (actor: Actor) => boolean | Promise<boolean>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, actor] of Object.entries(actors)) if (await may(actor)) names.push(name);
  return names.toSorted();
}

const seesPoint = (id: string) => (actor: Actor) =>
  db.agendaItem.count({ where: { AND: [{ id }, pointVisibleTo(actor)] } }).then((count) => count === 1);
const seesDecision = (id: string) => (actor: Actor) =>
  db.decision.count({ where: { AND: [{ id }, decisionVisibleTo(actor)] } }).then((count) => count === 1);

describe("discussions and what they are about", () => {
  test("are linked by who writes in the forum of the programme", async () => {
    const { id } = pilot.programme;
    expect(await who((actor) => canLink(actor, { programmeId: id }))).toEqual([
      "coordinator",
      "expert",
      "referent",
      "staff",
    ]);
  });

  test("are parted by who linked them and by the coordinator", async () => {
    const programmeId = pilot.programme.id;
    const of = (linkedById: string | null) => who((actor) => canUnlink(actor, { programmeId, linkedById }));
    expect(await of(pilot.staff.personId)).toEqual(["coordinator", "staff"]);
    expect(await of(pilot.observer.personId)).toEqual(["coordinator"]);
    expect(await of(null)).toEqual(["coordinator"]);
  });

  test("name a point to those who see its session", async () => {
    const { id: sessionId } = await aSession(pilot.programme.id);
    const { id } = await db.agendaItem.create({ data: { sessionId, position: 0, title: "Riservato" } });
    expect(await who(seesPoint(id))).toEqual(["coordinator", "expert", "system"]);
    await db.session.update({
      where: { id: sessionId },
      data: { state: "CONVENED", convenedAt: new Date() },
    });
    expect(await who(seesPoint(id))).toEqual([
      "coordinator",
      "expert",
      "manager",
      "observer",
      "referent",
      "staff",
      "system",
    ]);
  });

  test("name a decision to those who read the text of its minutes", async () => {
    const minutes = await writtenMinutes(pilot, { present: [pilot.referent.personId] });
    const { id } = await db.decision.findFirstOrThrow({ where: { point: { sessionId: minutes.id } } });
    const state = (to: "PROPOSED" | "PUBLISHED") =>
      db.sessionMinutes.update({
        where: { sessionId: minutes.id },
        data: {
          state: to,
          round: 1,
          termEndsAt: to === "PROPOSED" ? new Date() : null,
          publishedAt: to === "PUBLISHED" ? new Date() : null,
        },
      });
    expect(await who(seesDecision(id))).toEqual(["coordinator", "expert", "system"]);
    await state("PROPOSED");
    expect(await who(seesDecision(id))).toEqual(["coordinator", "expert", "referent", "system"]);
    await state("PUBLISHED");
    expect(await who(seesDecision(id))).toEqual([
      "coordinator",
      "expert",
      "observer",
      "referent",
      "staff",
      "system",
    ]);
  });
});
