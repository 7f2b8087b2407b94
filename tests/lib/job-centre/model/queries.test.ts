import { beforeAll, describe, expect, test } from "vitest";
import { findModel, getModel, listSteps } from "@/lib/job-centre/model/queries";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { fromDateOnly } from "@/lib/platform/rome-time";
import { seedServiceModel } from "@/prisma/seed/service-model";
import { cipModel } from "@/prisma/seed/sources/cip-model";
import { aProgramme, moment } from "@/tests/support/factories";

const visitor = visitorActor(moment);

beforeAll(async () => {
  const [open, draft] = [await aProgramme({ state: "ARCHIVED" }), await aProgramme({ state: "DRAFT" })];
  await db.$transaction(async (tx) => {
    await seedServiceModel({ tx, now: moment }, { ...cipModel, programme: open.slug });
    await seedServiceModel({ tx, now: moment }, { ...cipModel, slug: "in-prova", programme: draft.slug });
  });
});

describe("the model", () => {
  test("holds areas, functions and ways in the order of the source, in both languages", async () => {
    const model = await getModel(visitor);
    expect(model.areas.map(({ slug }) => slug)).toEqual(cipModel.areas.map(({ slug }) => slug));
    expect(model.areas.map(({ functions }) => functions.length)).toEqual([4, 3, 3, 6, 2, 4, 4]);
    expect(model.areas[0]).toMatchObject({
      macroArea: "PERSON",
      name: { it: "Servizi di base", en: "Basic services" },
      source: "slide 6",
    });
    expect(model.areas[0]?.functions.map(({ steps }) => steps)).toEqual([5, 1, 11, 10]);
    expect(model.referrals.map(({ from, to, isReturn }) => ({ from, to, isReturn }))).toEqual(
      cipModel.referrals.map(({ from, to, isReturn }) => ({ from, to, isReturn: isReturn ?? false })),
    );
  });

  test("names its programme only to those who may see it", async () => {
    expect((await getModel(visitor)).programme).not.toBeNull();
    expect((await getModel(visitor, "in-prova")).programme).toBeNull();
  });

  test("is the version of the day", async () => {
    const on = (day: string) => visitorActor(new Date(`${day}T12:00:00Z`));
    expect(await findModel(on("2003-04-02"))).toBeNull();
    expect((await getModel(on("2003-04-03"))).version).toBe(1);
    await db.serviceModel.updateMany({
      where: { slug: "in-prova" },
      data: { validTo: fromDateOnly("2010-01-01") },
    });
    expect((await getModel(on("2009-12-31"), "in-prova")).validTo).toBe("2010-01-01");
    expect(await findModel(on("2010-01-01"), "in-prova")).toBeNull();
  });

  test("that nobody loaded is not found", async () => {
    expect(await findModel(visitor, "altrove")).toBeNull();
    await expect(getModel(visitor, "altrove")).rejects.toThrow(NotFoundError);
  });
});

describe("the steps of a function", () => {
  test("come with office, laws, documents and channels", async () => {
    const steps = await listSteps(visitor, {
      area: "servizi-di-base",
      service: "iscrizioni-e-certificazioni",
    });
    expect(steps.map(({ office }) => office)).toEqual([
      ...Array.from({ length: 7 }, () => "FRONT"),
      ...Array.from({ length: 4 }, () => "BACK"),
    ]);
    expect(steps[1]).toMatchObject({
      text: { it: "Ritira la dichiarazione sostitutiva." },
      laws: ["art. 2 D.Lgs. 297/02"],
      documents: ["Dichiarazione sostitutiva"],
      channels: [],
    });
  });

  test("may be none, where the source only lists the function", async () => {
    expect(await listSteps(visitor, { area: "servizi-specialistici", service: "outplacement" })).toEqual([]);
  });

  test.each([
    ["servizi-di-base", "outplacement"],
    ["altro", "accoglienza-utenti"],
  ])("are not found in %s for %s", async (area, service) => {
    await expect(listSteps(visitor, { area, service })).rejects.toThrow(NotFoundError);
  });
});
