import { expect, test } from "vitest";
import { canSeeState } from "@/lib/platform/state/policy";
import { permitted, portalActors } from "@/tests/support/portal-actors";

test("only administrators and the system see how the portal runs", async () => {
  expect(permitted(await portalActors(), canSeeState)).toEqual(["administrator", "system"]);
});
