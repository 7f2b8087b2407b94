import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { getConveningReview } from "@/lib/sessions/planning/queries";
import { scheduleSession } from "@/lib/sessions/scheduling/mutations";
import { aProgramme } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aChange, aPilot, aSchedule, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeEach(async () => {
  pilot = await aPilot();
});

/** On 31 March 2026 unless said, by the clocks of Rome. */
const from = (start: string, end: string, date = "2026-03-31") =>
  aSchedule(pilot.programme, { busyAnyway: false, start, end, date, agenda: [] });
const schedule = (...times: Parameters<typeof from>) =>
  refusal(scheduleSession(pilot.coordinator, from(...times)));
const another = (facts: Parameters<typeof aSession>[1] = {}) =>
  aSession(pilot.programme.id, { title: "Il tavolo che c’è già", ...facts });

test("a session at the time of another of the programme waits for a word, and is scheduled after it", async () => {
  // 10:30-12:30.
  await another();
  const input = from("11:00", "12:00");
  expect(await refusal(scheduleSession(pilot.coordinator, input))).toMatchObject({
    code: "planning.overlaps",
    field: "start",
    params: { sessions: 1, titles: "Il tavolo che c’è già" },
  });
  expect(await db.session.count({ where: { id: input.id } })).toBe(0);
  await scheduleSession(pilot.coordinator, { ...input, busyAnyway: true });
  expect(await db.session.count({ where: { id: input.id } })).toBe(1);
});

test.each([
  ["before it", "09:00", "10:30", null],
  ["after it", "12:30", "13:30", null],
  ["into its beginning", "09:00", "10:31", "planning.overlaps"],
  ["from its last minute", "12:29", "13:30", "planning.overlaps"],
  ["within it", "11:00", "11:15", "planning.overlaps"],
  ["around it", "09:00", "14:00", "planning.overlaps"],
  ["at its very time", "10:30", "12:30", "planning.overlaps"],
])("one %s", async (_where, start, end, code) => {
  await another();
  expect((await schedule(start, end))?.code ?? null).toBe(code);
});

test("a cancelled one, one of another programme and the session itself are in nobody's way", async () => {
  await another({ state: "CANCELLED" });
  await aSession((await aProgramme()).id);
  const draft = from("10:30", "12:30");
  await scheduleSession(pilot.coordinator, draft);
  const change = aChange({ id: draft.id, version: 1 }, { ...draft, start: "10:45" });
  await changeSession(pilot.coordinator, change);
  expect(await db.session.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({ version: 2 });
});

test("moving asks again, and another title does not", async () => {
  const draft = from("14:00", "15:00");
  await scheduleSession(pilot.coordinator, draft);
  await another();
  const moved = aChange({ id: draft.id, version: 1 }, { ...draft, start: "12:00", end: "14:00" });
  expect((await refusal(changeSession(pilot.coordinator, moved)))?.code).toBe("planning.overlaps");
  await changeSession(pilot.coordinator, { ...moved, busyAnyway: true });
  const titled = aChange(
    { id: draft.id, version: 2 },
    { ...draft, start: "12:00", end: "14:00", title: "Altro" },
  );
  await changeSession(pilot.coordinator, titled);
});

test("people busy elsewhere are told along with it, so that one tick confirms all that was read", async () => {
  await another();
  await aSession((await aProgramme()).id, {
    title: "Altrove",
    state: "CONVENED",
    invitedIds: [pilot.staff.personId],
  });
  expect(await schedule("10:30", "12:30")).toMatchObject({
    code: "planning.overlapsAndBusy",
    params: { sessions: 1, titles: "Il tavolo che c’è già", count: 1, who: "Ada Ginestrelli" },
  });
});

test("a deputy is warned of a draft of others without reading its title, before convening too", async () => {
  await another();
  const own = await aSession(pilot.programme.id, {
    title: "La propria",
    deputyId: pilot.referent.personId,
    startsAt: new Date("2026-03-31T12:30:00Z"),
  });
  const change = aChange(own, { busyAnyway: false, start: "12:00", end: "14:00", agenda: [] });
  expect(await refusal(changeSession(pilot.referent, change))).toMatchObject({
    code: "planning.overlaps",
    params: { sessions: 1, titles: "none" },
  });
  await changeSession(pilot.referent, { ...change, busyAnyway: true });
  const overlaps = async (actor: typeof pilot.referent) =>
    (await getConveningReview(actor, pilot.programme.slug, own.id)).overlaps.map((one) => one.session);
  expect(await overlaps(pilot.referent)).toEqual([null]);
  expect(await overlaps(pilot.coordinator)).toEqual(["Il tavolo che c’è già"]);
});

// On 25 October 2026 the clocks of Rome go back from 3:00 to 2:00: that hour is there twice.
test.each([
  ["begins where the hour that is there twice ends", "01:00/02:00", "03:00-04:00", null],
  ["ends before that hour", "23:00/23:59", "00:00-01:00", null],
  [
    "goes on through both hours, of which the first is taken",
    "00:15/00:45",
    "01:00-03:00",
    "planning.overlaps",
  ],
  [
    "goes on through both hours, of which the second is taken",
    "01:15/01:45",
    "01:00-03:00",
    "planning.overlaps",
  ],
  ["touches in the morning, by the clocks of winter", "10:00/12:00", "09:00-11:00", null],
  ["ends a minute late in the morning", "10:00/12:00", "09:00-11:01", "planning.overlaps"],
  ["would be in the way by the clocks of summer", "07:00/08:00", "09:00-11:00", null],
])("on the day when the clocks change one that %s", async (_what, utc, rome, code) => {
  const [startsAt, endsAt] = utc.split("/").map((time) => {
    const day = time.startsWith("23") ? "2026-10-24" : "2026-10-25";
    return new Date(`${day}T${time}:00Z`);
  });
  await another({ startsAt, endsAt });
  const [start = "", end = ""] = rome.split("-");
  expect((await schedule(start, end, "2026-10-25"))?.code ?? null).toBe(code);
});
