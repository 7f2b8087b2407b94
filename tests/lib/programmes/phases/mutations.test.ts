import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { closesCircle } from "@/lib/programmes/phases/gates";
import { savePhase } from "@/lib/programmes/phases/mutations";
import { savePhaseSchema } from "@/lib/programmes/phases/schema";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aProgramme } from "@/tests/support/factories";
import { prepared } from "@/tests/support/prepared";

async function place() {
  const programme = await aProgramme();
  const actor = await actorAs("COORDINATOR", { programmeId: programme.id });
  let version = 0;
  const save = async (phase: object) => {
    version += 1;
    await savePhase(actor, savePhaseSchema.parse({ programmeId: programme.id, version, ...phase }));
  };
  const find = (title: string) => db.phase.findFirstOrThrow({ where: { programmeId: programme.id, title } });
  return { programme, actor, save, find };
}

describe("savePhase", () => {
  test("keeps dates as partial as they are, and either may be missing", async () => {
    const { save, find } = await place();
    await save({ title: "Divulgazione", begin: { on: "5/2012", text: "da maggio 2012" } });
    await save({
      title: "Prova",
      end: { to: "2021", text: "entro il 2021" },
      note: "La fonte non dice quando comincia.",
    });
    expect(await find("Divulgazione")).toMatchObject({
      position: 1,
      begin: { from: "2012-05-01", to: "2012-05-31", precision: "month", text: "da maggio 2012" },
      end: null,
    });
    expect(await find("Prova")).toMatchObject({
      position: 2,
      begin: null,
      end: { to: "2021-12-31", precision: "year" },
    });
  });

  test("refuses an end before the begin", async () => {
    const { save } = await place();
    await expect(save({ title: "P", begin: { on: "2013" }, end: { on: "2012" } })).rejects.toMatchObject({
      code: "endBeforeStart",
      field: "end.on",
    });
  });

  test("takes a gate of its own programme that closes no circle", async () => {
    const [one, other] = [await place(), await place()];
    await one.save({ title: "A" });
    const a = await one.find("A");
    await one.save({ title: "B", gatePhaseId: a.id });
    const b = await one.find("B");
    expect(b.gatePhaseId).toBe(a.id);
    await expect(one.save({ id: a.id, title: "A", gatePhaseId: b.id })).rejects.toMatchObject({
      code: "programmes.gateCircle",
    });
    await expect(other.save({ title: "C", gatePhaseId: a.id })).rejects.toMatchObject({
      field: "gatePhaseId",
    });
  });

  denied(
    "savePhase",
    "to a referent",
    prepared(async () => {
      const programme = await aProgramme();
      const actor = await actorAs("REFERENT", {
        programmeId: programme.id,
        organisationId: programme.promoterId,
      });
      return () =>
        savePhase(actor, savePhaseSchema.parse({ programmeId: programme.id, version: 1, title: "No" }));
    }),
  );
});

test("a circle of gates is found however long it is", () => {
  const phases = [
    { id: "a", gatePhaseId: null },
    { id: "b", gatePhaseId: "a" },
    { id: "c", gatePhaseId: "b" },
  ];
  expect(closesCircle(phases, "a", "c")).toBe(true);
  expect(closesCircle(phases, "a", "a")).toBe(true);
  expect(closesCircle(phases, "c", "a")).toBe(false);
});
