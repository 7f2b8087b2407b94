import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { romeDay, romeTime } from "@/lib/platform/rome-time";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { getConveningReview } from "@/lib/sessions/planning/queries";
import { slotQuerySchema } from "@/lib/sessions/planning/schema";
import { getFreeSlots } from "@/lib/sessions/planning/slots/queries";
import { scheduleSession } from "@/lib/sessions/scheduling/mutations";
import { aProgramme } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aChange, aPilot, aSchedule, aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;
/** A session of another programme, for its people alone, at the time of those that the factories make. */
async function elsewhere(pilot: Pilot, title = "Riservato ad altri") {
  const other = await aProgramme();
  return aSession(other.id, {
    title,
    state: "CONVENED",
    startsAt: new Date("2026-03-31T09:00:00Z"),
    invitedIds: [pilot.staff.personId, pilot.referent.personId],
  });
}

describe("scheduling when somebody is busy", () => {
  let pilot: Pilot;
  beforeAll(async () => {
    pilot = await aPilot();
    await elsewhere(pilot);
  });

  test("is refused until it is to be so, naming people but not the title of a session that is not one's to see", async () => {
    const input = aSchedule(pilot.programme, { busyAnyway: false });
    const error = await refusal(scheduleSession(pilot.coordinator, input));
    expect(error).toMatchObject({ code: "planning.busy", field: "start", params: { count: 2, more: 0 } });
    expect(error?.params.who).toContain("Ada Ginestrelli");
    expect(error?.params.who).not.toContain("Riservato ad altri");
    expect(await db.session.count({ where: { id: input.id } })).toBe(0);
    await scheduleSession(pilot.coordinator, { ...input, busyAnyway: true });
    expect(await db.session.count({ where: { id: input.id } })).toBe(1);
  });

  test("does not ask who declined, nor of a session that only touches it", async () => {
    const free = aSchedule(pilot.programme, { busyAnyway: false, start: "13:00", end: "15:00" });
    await scheduleSession(pilot.coordinator, free);
    const own = await aPilot();
    const other = await elsewhere(own);
    await db.sessionInvitee.updateMany({
      where: { sessionId: other.id },
      data: { reply: "NO", repliedAt: new Date("2026-03-24T09:00:00Z") },
    });
    await scheduleSession(own.coordinator, aSchedule(own.programme, { busyAnyway: false }));
  });

  test("is asked again when the time changes, not when the title does", async () => {
    const draft = aSchedule(pilot.programme, { busyAnyway: false, start: "15:00", end: "16:00", agenda: [] });
    await scheduleSession(pilot.coordinator, draft);
    const same = { ...draft, version: 1, title: "Altro titolo" };
    await changeSession(pilot.coordinator, aChange({ id: draft.id, version: 1 }, same));
    const moved = aChange(
      { id: draft.id, version: 2 },
      { busyAnyway: false, start: "11:00", end: "12:30", agenda: [] },
    );
    // The programme has a session of its own at that time by now.
    expect((await refusal(changeSession(pilot.coordinator, moved)))?.code).toBe("planning.overlapsAndBusy");
  });

  test("the review of the convening says the same", async () => {
    const draft = await aSession(pilot.programme.id);
    const { conflicts } = await getConveningReview(pilot.coordinator, pilot.programme.slug, draft.id);
    expect(conflicts.map((one) => one.session)).toEqual([null, null]);
  });
});

describe("free slots", () => {
  const asked = { from: "2026-03-31", to: "2026-03-31", minutes: 120 };

  test("leave out when those to be convened are busy, and name how many are free where none suits all", async () => {
    const pilot = await aPilot();
    await elsewhere(pilot);
    const { slots, people } = await getFreeSlots(pilot.coordinator, pilot.programme.slug, undefined, asked);
    expect(people).toBe(4);
    // Both are busy from 11:00 to 13:00 in Rome.
    expect(slots.map((one) => [romeTime(one.startsAt), one.free])).toEqual([
      ["09:00", 4],
      ["14:00", 4],
      ["16:00", 4],
    ]);
    const short = { ...asked, minutes: 60 };
    const all = await getFreeSlots(pilot.coordinator, pilot.programme.slug, undefined, short);
    expect(all.slots.map((one) => romeTime(one.startsAt))).not.toContain("11:00");
    await aSession((await aProgramme()).id, {
      state: "CONVENED",
      startsAt: new Date("2026-03-31T06:00:00Z"),
      endsAt: new Date("2026-03-31T18:00:00Z"),
      invitedIds: [pilot.expert.personId],
    });
    const none = await getFreeSlots(pilot.coordinator, pilot.programme.slug, undefined, asked);
    expect(none.slots[0]).toMatchObject({ free: 3 });
  });

  test("are looked for among the bodies of a session, and without it itself", async () => {
    const pilot = await aPilot();
    const draft = await aSession(pilot.programme.id, {
      state: "CONVENED",
      startsAt: new Date("2026-03-31T07:00:00Z"),
      endsAt: new Date("2026-03-31T11:00:00Z"),
      invitedIds: [pilot.staff.personId],
    });
    await db.session.update({ where: { id: draft.id }, data: { allBodies: false } });
    const { slots, people } = await getFreeSlots(pilot.coordinator, pilot.programme.slug, draft.id, asked);
    // No body is chosen: the coordinator and the expert.
    expect(people).toBe(2);
    expect(romeTime(slots[0]?.startsAt as Date)).toBe("09:00");
  });

  test("are never in the past, and only for the coordinator", async () => {
    const pilot = await aPilot();
    const today = { from: "2026-03-23", to: "2026-03-23", minutes: 60 };
    const { slots } = await getFreeSlots(pilot.coordinator, pilot.programme.slug, undefined, today);
    expect(slots.every((one) => one.startsAt > pilot.coordinator.at)).toBe(true);
    expect(slots.length).toBeGreaterThan(0);
    expect(slots.map((one) => romeDay(one.startsAt))).toContain("2026-03-23");
    await expect(getFreeSlots(pilot.expert, pilot.programme.slug, undefined, asked)).rejects.toThrow(
      ForbiddenError,
    );
  });

  test.each([
    [{ from: "2026-04-02", to: "2026-04-01", minutes: "60" }, "planning.endBeforeBegin"],
    [{ from: "2026-04-02", to: "2026-07-01", minutes: "60" }, "planning.periodTooLong"],
    [{ from: "2026-04-02", to: "2026-04-03", minutes: "x" }, "sessions.number"],
  ])("are not looked for in %j", (query, code) => {
    expect(slotQuerySchema.safeParse(query).error?.issues.map((one) => one.message)).toContain(code);
  });
});
