import { expect, test } from "vitest";
import { findGuide } from "@/lib/job-centre/queries";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { seedRules } from "@/prisma/seed/service-model";
import { moment } from "@/tests/support/factories";

test("the guide is nobody's until it is loaded, then that of the day", async () => {
  const today = visitorActor(moment);
  expect(await findGuide(today)).toBeNull();
  await db.$transaction((tx) => seedRules({ tx, now: moment }));
  expect(await findGuide(visitorActor(new Date("2003-04-02T12:00:00Z")))).toBeNull();
  expect(await findGuide(today)).toMatchObject({ version: 1, validFrom: "2003-04-03" });
});
