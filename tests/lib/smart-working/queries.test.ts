import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { fromDateOnly } from "@/lib/platform/rome-time";
import { findProfiles } from "@/lib/smart-working/queries";
import { profileRules } from "@/lib/smart-working/schema";
import { seedRules } from "@/prisma/seed/service-model";
import { smartWorkingProfiles } from "@/prisma/seed/sources/smart-working-profiles";
import { moment } from "@/tests/support/factories";

const on = (day: string) => visitorActor(new Date(`${day}T12:00:00Z`));

beforeAll(async () => {
  await db.$transaction((tx) => seedRules({ tx, now: moment }));
});

describe("the profiles", () => {
  test("are those of the source from its day on", async () => {
    expect(await findProfiles(on("2019-07-30"))).toBeNull();
    const found = await findProfiles(on("2019-07-31"));
    expect(found).toMatchObject({ version: 1, validFrom: "2019-07-31", source: smartWorkingProfiles.source });
    expect(
      found?.content.profiles.map(({ code, limit }) => [code, limit.days, limit.periodIsStated]),
    ).toEqual([
      ["P", 3, false],
      ["O", 2, true],
      ["G", 1, true],
    ]);
  });

  test("mark the levels that the source does not name", async () => {
    const scales = (await findProfiles(on("2026-03-23")))?.content.scales;
    const added = Object.entries(scales ?? {}).flatMap(([scale, { levels }]) =>
      levels.filter(({ isFromSource }) => !isFromSource).map(({ key }) => `${scale} ${key}`),
    );
    expect(added).toEqual(["activity medium", "skills basic", "performance low"]);
  });

  test("change on the day on which a new version begins, and the old one stays readable", async () => {
    const { content, source } = smartWorkingProfiles;
    const [first, ...others] = content.profiles;
    if (!first) throw new Error("no profile");
    const more = { ...content, profiles: [{ ...first, limit: { ...first.limit, days: 4 } }, ...others] };
    await db.ruleSet.updateMany({
      where: { kind: profileRules.kind },
      data: { validTo: fromDateOnly("2027-01-01") },
    });
    await db.ruleSet.create({
      data: {
        kind: profileRules.kind,
        version: 2,
        validFrom: fromDateOnly("2027-01-01"),
        content: more,
        source,
      },
    });
    const days = async (day: string) => (await findProfiles(on(day)))?.content.profiles[0]?.limit.days;
    expect([await days("2026-12-31"), await days("2027-01-01")]).toEqual([3, 4]);
  });
});
