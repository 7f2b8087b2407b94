import { describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { copySessions } from "@/lib/sessions/commands";
import { aProgramme } from "@/tests/support/factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

async function fixture() {
  const pilot = await aPilot();
  const target = await aProgramme({ state: "DRAFT", promoterId: pilot.programme.promoterId });
  const { id } = await aSession(pilot.programme.id, {
    state: "CLOSED",
    startsAt: new Date("2012-07-09T08:30:00Z"),
    invitedIds: [pilot.staff.personId],
  });
  await db.agendaItem.create({
    data: { sessionId: id, position: 0, title: "Punto", minutes: 40, owner: "Ada" },
  });
  const times = new Map([
    [id, { startsAt: new Date("2026-01-12T09:30:00Z"), endsAt: new Date("2026-01-12T11:30:00Z") }],
  ]);
  return {
    pilot,
    target,
    id,
    input: { fromProgrammeId: pilot.programme.id, toProgrammeId: target.id, times },
  };
}

describe("copying sessions into a new edition", () => {
  test("copies structure, never people, link, attendance or minutes", async () => {
    const { pilot, id, input } = await fixture();
    const copies = await db.$transaction((tx) => copySessions(tx, pilot.manager, input));
    const copy = await db.session.findUniqueOrThrow({
      where: { id: copies.get(id) as string },
      include: { agenda: true, invitees: true },
    });
    expect(copy).toMatchObject({ state: "DRAFT", sequence: 0, url: null, kind: "ASSISTANCE", invitees: [] });
    expect(copy.agenda).toMatchObject([{ title: "Punto", minutes: 40, owner: null }]);
    expect(copy.vevent).toContain("DTSTART;TZID=Europe/Rome:20260112T103000");
    const [event] = await db.event.findMany({ where: { subjectId: input.toProgrammeId } });
    expect(event).toMatchObject({ kind: "sessions.copied", data: { count: 1 } });
  });

  test("is refused to the coordinator of the old edition alone", async () => {
    const { pilot, input } = await fixture();
    await db.programme.update({ where: { id: input.toProgrammeId }, data: { state: "RUNNING" } });
    const attempt = db.$transaction((tx) => copySessions(tx, pilot.coordinator, input));
    await expect(attempt).rejects.toBeInstanceOf(ForbiddenError);
    expect(await db.session.count({ where: { programmeId: input.toProgrammeId } })).toBe(0);
  });
});
