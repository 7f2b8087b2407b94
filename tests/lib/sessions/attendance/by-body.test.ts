import { expect, test } from "vitest";
import { type Attendee, attendanceByBody } from "@/lib/sessions/attendance/by-body";

const one = (name: string, body: string | null, present: boolean | null): Attendee => ({
  name,
  body,
  present,
  absenceKind: present === false ? "DUTY" : null,
  absenceReason: null,
  isInvited: true,
});

test("a body is there when one of its people was, away when somebody said so of one and of none the contrary", () => {
  const bodies = attendanceByBody([
    one("Zeno", "Valfiorita", false),
    one("Ada", "Valfiorita", true),
    one("Bea", "Borgo", false),
    one("Ciro", "Borgo", null),
    one("Dora", "Colle", null),
    one("Esperto", null, true),
  ]);
  expect(bodies.map(({ body, presence }) => [body, presence])).toEqual([
    ["Borgo", "absent"],
    ["Colle", "notSaid"],
    ["Valfiorita", "present"],
    [null, "present"],
  ]);
  const names = (people: Attendee[] = []) => people.map(({ name }) => name);
  expect(names(bodies[2]?.present)).toEqual(["Ada"]);
  expect(names(bodies[2]?.absent)).toEqual(["Zeno"]);
  expect(names(bodies[0]?.notSaid)).toEqual(["Ciro"]);
});

test("without people there are no bodies", () => {
  expect(attendanceByBody([])).toEqual([]);
});
