import { expect, test } from "vitest";
import { ownNotices } from "@/lib/notifications/centre/policy";
import { personActor, systemActor, visitorActor } from "@/lib/platform/actor";

const at = new Date("2026-03-23T09:00:00Z");

test.each([
  ["a visitor", visitorActor(at), []],
  ["the system", systemActor("test", at), []],
  ["somebody", personActor({ personId: "somebody", assignments: [] }, at), ["somebody"]],
  [
    "an administrator",
    personActor(
      {
        personId: "admin",
        assignments: [{ role: "ADMINISTRATOR", programmeId: null, organisationId: null }],
      },
      at,
    ),
    ["admin"],
  ],
])("%s reads what was told to nobody else", (_who, actor, people) => {
  expect(ownNotices(actor)).toEqual({ personId: { in: people } });
});
