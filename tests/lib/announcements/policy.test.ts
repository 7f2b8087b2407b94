import { expect, test } from "vitest";
import { announcementTransitions } from "@/lib/announcements/lifecycle";
import { canAnnounce, isReader } from "@/lib/announcements/policy";
import { announceSchema, momentOf } from "@/lib/announcements/schema";
import { visitorActor } from "@/lib/platform/actor";
import { Role } from "@/lib/platform/db/generated/enums";
import { actorFor } from "@/tests/support/actors";
import { moment } from "@/tests/support/factories";

const id = "01990000-0000-7000-8000-00000000000";
const place = { programmeId: `${id}1`, promoterId: `${id}2` };

test("who writes announcements, and whose reading is kept, role by role", () => {
  const may = (programmeId: string, organisationId: string) => {
    const scopes = { PROGRAMME_MANAGER: { organisationId }, ADMINISTRATOR: {}, PRIVACY_OFFICER: {} };
    return Object.values(Role).flatMap((role) => {
      const scope = scopes[role as keyof typeof scopes] ?? { programmeId, organisationId };
      const actor = actorFor(`${id}9`, [{ role, ...scope }]);
      return [
        ...(canAnnounce(actor, place) ? [`${role} writes`] : []),
        ...(isReader(actor, place) ? [`${role} reads`] : []),
      ];
    });
  };
  expect(may(place.programmeId, place.promoterId)).toEqual([
    "PROGRAMME_MANAGER writes",
    "COORDINATOR writes",
    "COORDINATOR reads",
    "EXPERT reads",
    "OBSERVER reads",
    "REFERENT reads",
    "STAFF reads",
  ]);
  expect(may(`${id}3`, `${id}4`)).toEqual([]);
  expect(canAnnounce(visitorActor(moment), place)).toBe(false);
});

test("an announcement waits, is published, is withdrawn", () => {
  expect(announcementTransitions).toEqual({
    SCHEDULED: { publish: "PUBLISHED", withdraw: "WITHDRAWN" },
    PUBLISHED: { withdraw: "WITHDRAWN" },
    WITHDRAWN: {},
  });
});

const form = { programmeId: `${id}1`, title: "Titolo", text: "Testo", to: "all", submissionKey: `${id}5` };
const faultsOf = (changes: object) =>
  announceSchema.safeParse({ ...form, ...changes }).error?.issues.map(({ path }) => path.join("."));

test.each([
  [{}, undefined],
  [{ title: " " }, ["title"]],
  [{ text: "" }, ["text"]],
  [{ to: "some" }, ["bodies"]],
  [{ date: "2026-04-01" }, ["time"]],
  [{ time: "9:30" }, ["date"]],
  [{ date: "1.4.2026", time: "9:30" }, ["date"]],
  [{ date: "2026-04-01", time: "25:00" }, ["time"]],
])("the form with %o is refused at %o", (changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults);
});

test("the moment is on Rome's clock", () => {
  const { date, time } = announceSchema.parse({ ...form, date: "2026-04-01", time: "9.30" });
  expect(momentOf({ date, time })?.toISOString()).toBe("2026-04-01T07:30:00.000Z");
  expect(momentOf({})).toBeNull();
});
