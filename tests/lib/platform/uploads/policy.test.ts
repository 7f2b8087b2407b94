import { expect, test } from "vitest";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { uploadVisibleTo } from "@/lib/platform/uploads/policy";
import { actorFor } from "@/tests/support/actors";
import { moment } from "@/tests/support/factories";

const personId = "0192a000-0000-7000-8000-000000000001";

test("an upload is its person's alone, whatever their roles", () => {
  expect(uploadVisibleTo(actorFor(personId))).toEqual({ personId });
  expect(uploadVisibleTo(actorFor(personId, [{ role: "ADMINISTRATOR" }]))).toEqual({ personId });
  expect(uploadVisibleTo(visitorActor(moment))).toEqual({ id: { in: [] } });
  expect(uploadVisibleTo(systemActor("sweep", moment))).toEqual({ id: { in: [] } });
});
