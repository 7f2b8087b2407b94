import { expect, test } from "vitest";
import { canResetSecondFactor, mayEnrol } from "@/lib/people/second-factor/policy";
import { visitorActor } from "@/lib/platform/actor";
import type { Role } from "@/lib/platform/db/generated/enums";
import { actorFor } from "@/tests/support/actors";
import { moment } from "@/tests/support/factories";

const [one, other] = ["0190b9a4-0000-7000-8000-000000000001", "0190b9a4-0000-7000-8000-000000000002"];
const roles: Role[] = [
  "ADMINISTRATOR",
  "PRIVACY_OFFICER",
  "PROGRAMME_MANAGER",
  "COORDINATOR",
  "EXPERT",
  "OBSERVER",
  "REFERENT",
  "STAFF",
];

test("a lost second factor is taken away by an administrator, of others only", () => {
  const allowed = roles.filter((role) => canResetSecondFactor(actorFor(one, [{ role }]), { id: other }));
  expect(allowed).toEqual(["ADMINISTRATOR"]);
  expect(canResetSecondFactor(actorFor(one, [{ role: "ADMINISTRATOR" }]), { id: one })).toBe(false);
  expect(canResetSecondFactor(visitorActor(moment), { id: other })).toBe(false);
});

test.each([
  [false, "never", true],
  [false, "public", true],
  [true, "direct", true],
  [true, "never", false],
  [true, "public", false],
] as const)("isDemo %s in a demonstration open %s: %s", (isDemo, demonstration, allowed) => {
  expect(mayEnrol({ isDemo }, demonstration)).toBe(allowed);
});
