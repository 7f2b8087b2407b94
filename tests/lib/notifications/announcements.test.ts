import { beforeEach, expect, test } from "vitest";
import { announce } from "@/lib/announcements/mutations";
import { notify } from "@/lib/notifications/jobs";
import { db } from "@/lib/platform/db";
import { announcementForm } from "@/tests/support/announcement-factories";
import { moment } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeEach(async () => {
  pilot = await aPilot();
});

async function told(byMail: boolean) {
  const { id } = await announce(pilot.coordinator, announcementForm(pilot.programme.id, { byMail }));
  const event = await db.event.findFirstOrThrow({
    where: { subjectId: id, kind: "announcements.published" },
  });
  await notify({ eventId: event.id }, moment);
  const [notices, mails] = await Promise.all([
    db.notification.findMany({ where: { events: { some: { eventId: event.id } } } }),
    db.mail.findMany({ where: { dedupeKey: { startsWith: event.id } } }),
  ]);
  return {
    onPage: notices.map(({ personId }) => personId).toSorted(),
    byMail: mails.map(({ toPersonId }) => toPersonId),
    kinds: new Set(notices.map(({ kind, group, subjectKind }) => `${group} ${kind} ${subjectKind}`)),
  };
}

test("an announcement is told to the bodies' people on the page, and to referents by mail where asked", async () => {
  const people = [pilot.referent.personId, pilot.staff.personId].toSorted();
  const quiet = await told(false);
  expect(quiet).toEqual({
    onPage: people,
    byMail: [],
    kinds: new Set(["ANNOUNCEMENTS announced announcement"]),
  });
  expect(await told(true)).toMatchObject({ onPage: people, byMail: [pilot.referent.personId] });
});
