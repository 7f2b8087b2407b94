import { describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { sumUp } from "@/lib/programmes/indicators/figures";
import {
  addIndicator,
  editIndicator,
  recordMeasurements,
  removeIndicator,
  removeMeasurement,
} from "@/lib/programmes/indicators/mutations";
import { getIndicator, listIndicators } from "@/lib/programmes/indicators/queries";
import {
  addIndicatorSchema,
  editIndicatorSchema,
  recordMeasurementsSchema,
} from "@/lib/programmes/indicators/schema";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { prepared } from "@/tests/support/prepared";

const content = {
  title: "Dipendenti con il nuovo profilo",
  unit: "dipendenti",
  isShare: "on",
  isPublic: "on",
  target: "100",
};
const add = (actor: Actor, programmeId: string) =>
  addIndicator(actor, addIndicatorSchema.parse({ programmeId, ...content }));

async function place() {
  const programme = await aProgramme();
  const coordinator = await actorAs("COORDINATOR", { programmeId: programme.id });
  const bodies: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    const body = await anOrganisation();
    await anEnrolment(programme.id, body.id, "ACTIVE");
    bodies.push(body.id);
  }
  const { id } = await add(coordinator, programme.id);
  const measure = (observedOn: string, figures: [number, string?, string?][], actor: Actor = coordinator) => {
    const rows = figures.map(([body, value, total], index) => [
      String(index),
      { organisationId: bodies[body], value, total },
    ]);
    const input = { indicatorId: id, observedOn, rows: Object.fromEntries(rows) };
    return recordMeasurements(actor, recordMeasurementsSchema.parse(input));
  };
  return { programme, coordinator, bodies, id, measure };
}

describe("an indicator", () => {
  test("is added after the others, also two at once", async () => {
    const { programme, coordinator } = await place();
    await Promise.all([add(coordinator, programme.id), add(coordinator, programme.id)]);
    const where = { programmeId: programme.id };
    const positions = await db.indicator.findMany({ where, orderBy: { position: "asc" } });
    expect(positions.map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  test("sums up the last reading of each body and leaves out what was not received", async () => {
    const { programme, id, measure } = await place();
    await measure("2026-02-20", [
      [0, "100", "142"],
      [1, "40", "96"],
      [2, "10", "50"],
    ]);
    await measure("2026-03-20", [[0, "118", "142"], [1, "96", "96"], [2]]);
    const [indicator] = await listIndicators(visitorActor(moment), programme.id);
    expect(indicator).toMatchObject({ id, target: 100 });
    expect(indicator?.last.map(({ value }) => value).sort()).toEqual([118, 96, null].sort());
    expect(indicator?.figure).toMatchObject({
      value: 214,
      total: 238,
      received: 2,
      asked: 3,
      observedOn: new Date("2026-03-20"),
    });
    expect(indicator?.figure.percent).toBeCloseTo(89.9, 1);
    expect(indicator?.readings).toHaveLength(6);
  });

  test("takes the figures of a day as corrected when they are entered again", async () => {
    const { coordinator, id, measure } = await place();
    await measure("2026-03-20", [[0, "118", "142"]]);
    await measure("2026-03-20", [[0, "1.119,5", "1420"]]);
    const { readings } = await getIndicator(coordinator, id);
    expect(readings).toMatchObject([{ value: 1119.5, total: 1420 }]);
    await removeMeasurement(coordinator, { id: readings[0]?.id as string });
    expect((await getIndicator(coordinator, id)).figure).toMatchObject({
      value: null,
      percent: null,
      asked: 0,
    });
  });

  test("names a figure that cannot be read or is more than its total", () => {
    const rows = (value: string, total?: string) =>
      recordMeasurementsSchema.safeParse({
        indicatorId: crypto.randomUUID(),
        observedOn: "2026-03-20",
        rows: { 0: { value, total } },
      });
    expect(rows("circa 80").error?.issues).toMatchObject([
      { path: ["rows", "0", "value"], message: "programmes.amountUnreadable" },
    ]);
    expect(rows("9", "8").error?.issues).toMatchObject([
      { path: ["rows", "0", "value"], message: "programmes.valueOverTotal" },
    ]);
  });

  test("is measured for bodies of its programme only", async () => {
    const { coordinator, id } = await place();
    const stranger = await anOrganisation();
    const input = {
      indicatorId: id,
      observedOn: "2026-03-20",
      rows: { 0: { organisationId: stranger.id, value: "1" } },
    };
    await expect(
      recordMeasurements(coordinator, recordMeasurementsSchema.parse(input)),
    ).rejects.toMatchObject({ field: "rows" });
  });

  test("can be changed and removed, with its readings", async () => {
    const { coordinator, id, measure } = await place();
    await measure("2026-03-20", [[0, "118", "142"]]);
    await editIndicator(
      coordinator,
      editIndicatorSchema.parse({ id, version: 1, ...content, title: "Altro" }),
    );
    await expect(
      editIndicator(coordinator, editIndicatorSchema.parse({ id, version: 1, ...content })),
    ).rejects.toMatchObject({ code: "stale" });
    await expect(removeIndicator(coordinator, { id, version: 1 })).rejects.toThrow("stale");
    await removeIndicator(coordinator, { id, version: 2 });
    expect(await db.measurement.count({ where: { indicatorId: id } })).toBe(0);
  });

  denied(
    "addIndicator",
    "to an expert",
    prepared(async () => {
      const { programme } = await place();
      const actor = await actorAs("EXPERT", { programmeId: programme.id });
      return () => add(actor, programme.id);
    }),
  );
  denied(
    "editIndicator",
    "to an observer",
    prepared(async () => {
      const { programme, id } = await place();
      const actor = await actorAs("OBSERVER", { programmeId: programme.id });
      return () => editIndicator(actor, editIndicatorSchema.parse({ id, version: 1, ...content }));
    }),
  );
  denied(
    "removeIndicator",
    "to the coordinator of another programme",
    prepared(async () => {
      const [{ id }, other] = [await place(), await place()];
      return () => removeIndicator(other.coordinator, { id, version: 1 });
    }),
  );
  denied(
    "recordMeasurements",
    "to a referent",
    prepared(async () => {
      const { programme, bodies, measure } = await place();
      const actor = await actorAs("REFERENT", { programmeId: programme.id, organisationId: bodies[0] });
      return () => measure("2026-03-20", [[0, "1", "2"]], actor);
    }),
  );
  denied(
    "removeMeasurement",
    "to an expert",
    prepared(async () => {
      const { programme, id, measure } = await place();
      await measure("2026-03-20", [[0, "1", "2"]]);
      const { id: reading } = await db.measurement.findFirstOrThrow({ where: { indicatorId: id } });
      const actor = await actorAs("EXPERT", { programmeId: programme.id });
      return () => removeMeasurement(actor, { id: reading });
    }),
  );
});

test("a reading of the whole stands before a sum of bodies", () => {
  const reading = (organisationId: string | null, value: number) => ({
    id: organisationId ?? "whole",
    organisationId,
    body: organisationId,
    observedOn: moment,
    value,
    total: 100,
    source: "",
  });
  expect(sumUp([reading("a", 10), reading(null, 74)], true)).toMatchObject({
    value: 74,
    total: 100,
    percent: 74,
    asked: 1,
  });
});
