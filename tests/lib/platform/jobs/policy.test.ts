import { expect, test } from "vitest";
import { canRetryJob, canSeeJobs } from "@/lib/platform/jobs/policy";
import { permitted, portalActors } from "@/tests/support/portal-actors";

test("jobs are the administrator's alone", async () => {
  const actors = await portalActors();
  expect(permitted(actors, canSeeJobs)).toEqual(["administrator"]);
  expect(permitted(actors, canRetryJob)).toEqual(["administrator"]);
});
