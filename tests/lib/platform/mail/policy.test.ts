import { expect, test } from "vitest";
import { canRetryMail, canSeeOutbox } from "@/lib/platform/mail/policy";
import { permitted, portalActors } from "@/tests/support/portal-actors";

test("the outbox is the administrator's alone", async () => {
  const actors = await portalActors();
  expect(permitted(actors, canSeeOutbox)).toEqual(["administrator"]);
  expect(permitted(actors, canRetryMail)).toEqual(["administrator"]);
});
