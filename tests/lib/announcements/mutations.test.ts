import { beforeEach, describe, expect, test } from "vitest";
import { publishAnnouncement, rebuildAnnouncements } from "@/lib/announcements/jobs";
import {
  acknowledgeAnnouncement,
  announce,
  changeAnnouncement,
  withdrawAnnouncement,
} from "@/lib/announcements/mutations";
import {
  getAnnouncement,
  listAddressable,
  listAnnouncementReaders,
  listAnnouncements,
} from "@/lib/announcements/queries";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError, StaleError } from "@/lib/platform/errors";
import { actorAs, later } from "@/tests/support/actors";
import { announcementForm, changeForm } from "@/tests/support/announcement-factories";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { anEnrolment, anOrganisation, moment } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

const tomorrow = new Date(moment.getTime() + 86_400_000);
const worker = (at: Date) => systemActor("publish-announcement", at);
let pilot: Awaited<ReturnType<typeof aPilot>>;
let manager: Actor;
let stranger: Actor;
let other: { id: string };
let otherStaff: Actor;
let known: { slug: string; id: string };

beforeEach(async () => {
  pilot = await aPilot();
  manager = await actorAs("PROGRAMME_MANAGER", { organisationId: pilot.programme.promoterId });
  stranger = await actorAs("COORDINATOR", { programmeId: (await aPilot()).programme.id });
  other = await anOrganisation();
  await anEnrolment(pilot.programme.id, other.id, "ACTIVE");
  otherStaff = await actorAs("STAFF", { programmeId: pilot.programme.id, organisationId: other.id });
  known = await announce(pilot.coordinator, form({ mustAcknowledge: true }));
});

const form = (facts: Parameters<typeof announcementForm>[1] = {}) =>
  announcementForm(pilot.programme.id, facts);
const nextDay = { date: "2026-03-24", time: "10:00" };
const rowOf = (id: string) =>
  db.announcement.findUniqueOrThrow({
    where: { id },
    include: { bodies: true, revisions: true, readings: true },
  });
const kindsOf = async (subjectId: string) =>
  (await db.event.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })).map(({ kind }) => kind);
const read = (actor: Actor, id: string) => getAnnouncement(actor, pilot.programme.slug, id);
const titles = async (actor: Actor) =>
  (await listAnnouncements(actor, pilot.programme.slug)).rows.map(({ id }) => id);

describe("announcing", () => {
  test("publishes at once, rendered, and says so in the log; the manager may too", async () => {
    const { id, slug } = await announce(manager, form());
    expect(slug).toBe(pilot.programme.slug);
    expect(await rowOf(id)).toMatchObject({
      state: "PUBLISHED",
      publishAt: moment,
      isForAll: true,
      html: "<p>Il calendario <strong>cambia</strong>.</p>",
      authorId: manager.personId,
    });
    expect(await kindsOf(id)).toEqual(["announcements.published"]);
  });

  test("to some names them; one that does not take part is refused", async () => {
    const { id } = await announce(pilot.coordinator, form({ to: "some", bodies: [other.id] }));
    expect((await rowOf(id)).bodies.map((one) => one.organisationId)).toEqual([other.id]);
    const elsewhere = await anOrganisation();
    await anEnrolment(pilot.programme.id, elsewhere.id, "WITHDRAWN");
    await expect(
      announce(pilot.coordinator, form({ to: "some", bodies: [elsewhere.id] })),
    ).rejects.toMatchObject({ code: "announcements.chooseBodies", field: "bodies" });
  });

  test("twice with one form is one, also at the same moment", async () => {
    const same = form();
    const places = await Promise.all([announce(pilot.coordinator, same), announce(pilot.coordinator, same)]);
    expect(places[0]).toEqual(places[1]);
    expect(await db.announcement.count({ where: { submissionKey: same.submissionKey } })).toBe(1);
    await expect(announce(manager, same)).rejects.toThrow(NotFoundError);
  });

  test.each([
    [{ date: "2026-03-23", time: "09:59" }, "announcements.momentPast"],
    [{ date: "2027-06-01", time: "09:00" }, "announcements.momentTooFar"],
  ])("for %o is refused", async (when, code) => {
    await expect(announce(pilot.coordinator, form(when))).rejects.toMatchObject({ code, field: "date" });
  });

  denied("announce", "to an expert", () => announce(pilot.expert, form()));
  denied("announce", "to a referent", () => announce(pilot.referent, form()));
  denied("announce", "to the coordinator of another programme", () => announce(stranger, form()));
});

describe("an announcement that waits", () => {
  test("is seen by who writes them, and by all when its moment has come", async () => {
    const { id } = await announce(pilot.coordinator, form(nextDay));
    expect(await rowOf(id)).toMatchObject({
      state: "SCHEDULED",
      publishAt: new Date("2026-03-24T09:00:00Z"),
    });
    await expect(read(pilot.staff, id)).rejects.toThrow(NotFoundError);
    await expect(read(pilot.expert, id)).rejects.toThrow(NotFoundError);
    expect(await titles(manager)).toContain(id);
    expect(await publishAnnouncement(worker(moment), { announcementId: id })).toBe(false);
    expect(await publishAnnouncement(worker(tomorrow), { announcementId: id })).toBe(true);
    expect(await publishAnnouncement(worker(tomorrow), { announcementId: id })).toBe(false);
    expect((await read(pilot.staff, id)).state).toBe("PUBLISHED");
    expect(await kindsOf(id)).toEqual(["announcements.scheduled", "announcements.published"]);
  });

  test("is published once by two workers, and not when it was withdrawn", async () => {
    const { id } = await announce(pilot.coordinator, form(nextDay));
    const both = await atOnce({ table: "announcement", id }, [
      () => publishAnnouncement(worker(tomorrow), { announcementId: id }),
      () => publishAnnouncement(worker(tomorrow), { announcementId: id }),
    ]);
    expect(both.toSorted()).toEqual([false, true]);
    const dropped = await announce(pilot.coordinator, form(nextDay));
    await withdrawAnnouncement(pilot.coordinator, { id: dropped.id, version: 1 });
    expect(await publishAnnouncement(worker(tomorrow), { announcementId: dropped.id })).toBe(false);
  });

  test("may be put off, or sent out at once; its texts of before are nobody's", async () => {
    const { id } = await announce(pilot.coordinator, form(nextDay));
    await changeAnnouncement(pilot.coordinator, await changeForm(id, { date: "2026-03-25", time: "10:00" }));
    expect(await publishAnnouncement(worker(tomorrow), { announcementId: id })).toBe(false);
    await changeAnnouncement(pilot.coordinator, await changeForm(id, { text: "Altro" }));
    expect(await publishAnnouncement(worker(moment), { announcementId: id })).toBe(true);
    expect((await rowOf(id)).revisions).toEqual([]);
  });

  test("is published by nobody but the portal", async () => {
    await expect(publishAnnouncement(pilot.coordinator, { announcementId: known.id })).rejects.toThrow(
      ForbiddenError,
    );
    await expect(rebuildAnnouncements(pilot.coordinator)).rejects.toThrow(ForbiddenError);
  });
});

describe("a published announcement", () => {
  test("that is changed keeps the text before, and is to be acknowledged again", async () => {
    const { id } = known;
    await acknowledgeAnnouncement(pilot.staff, { id, version: 1 });
    await changeAnnouncement(pilot.coordinator, await changeForm(id, { text: "Il calendario resta." }));
    const page = await read(pilot.staff, id);
    expect(page).toMatchObject({ editedAt: moment, acknowledgedAt: null, version: 2 });
    expect(page.revisions.map(({ markdown }) => markdown)).toEqual(["Il calendario **cambia**."]);
    expect(await kindsOf(id)).toEqual([
      "announcements.published",
      "announcements.acknowledged",
      "announcements.changed",
    ]);
  });

  test("that goes to others with the same text has no trace of a change", async () => {
    const to = { to: "some" as const, bodies: [other.id] };
    await changeAnnouncement(pilot.coordinator, await changeForm(known.id, to));
    expect(await rowOf(known.id)).toMatchObject({ editedAt: null, revisions: [] });
    await expect(read(pilot.staff, known.id)).rejects.toThrow(NotFoundError);
  });

  test("is changed by one of two at once", async () => {
    const shown = await changeForm(known.id, { text: "Uno" });
    const results = await Promise.allSettled([
      changeAnnouncement(pilot.coordinator, shown),
      changeAnnouncement(manager, { ...shown, text: "Due" }),
    ]);
    const [refused] = results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toBeInstanceOf(StaleError);
  });

  test("that is withdrawn is gone for its readers, and cannot be changed", async () => {
    await withdrawAnnouncement(pilot.coordinator, { id: known.id, version: 1 });
    await expect(read(pilot.staff, known.id)).rejects.toThrow(NotFoundError);
    await expect(read(pilot.expert, known.id)).rejects.toThrow(NotFoundError);
    expect((await read(manager, known.id)).withdrawnAt).toEqual(moment);
    await expect(changeAnnouncement(manager, await changeForm(known.id))).rejects.toMatchObject({
      code: "announcements.withdrawn",
    });
    await expect(withdrawAnnouncement(manager, { id: known.id, version: 2 })).rejects.toMatchObject({
      code: "announcements.withdrawn",
    });
  });

  test("is acknowledged as it was on the page, once, and where that is asked", async () => {
    const { id } = known;
    await expect(acknowledgeAnnouncement(pilot.staff, { id, version: 7 })).rejects.toMatchObject({
      code: "announcements.changedMeanwhile",
    });
    await acknowledgeAnnouncement(pilot.staff, { id, version: 1 });
    await acknowledgeAnnouncement(later(pilot.staff, tomorrow), { id, version: 1 });
    expect((await rowOf(id)).readings).toMatchObject([
      { personId: pilot.coordinator.personId },
      { personId: pilot.staff.personId, acknowledgedAt: moment, acknowledgedVersion: 1 },
    ]);
    const plain = await announce(pilot.coordinator, form());
    await expect(acknowledgeAnnouncement(pilot.staff, { id: plain.id, version: 1 })).rejects.toMatchObject({
      code: "announcements.notAsked",
    });
  });

  let change: Awaited<ReturnType<typeof changeForm>>;
  beforeEach(async () => {
    change = await changeForm(known.id);
  });
  denied("changeAnnouncement", "to an expert", () => changeAnnouncement(pilot.expert, change));
  denied("changeAnnouncement", "to the coordinator of another programme", () =>
    changeAnnouncement(stranger, change),
  );
  denied("withdrawAnnouncement", "to a referent", () =>
    withdrawAnnouncement(pilot.referent, { id: known.id, version: 1 }),
  );
  denied("acknowledgeAnnouncement", "to who only manages", () =>
    acknowledgeAnnouncement(manager, { id: known.id, version: 1 }),
  );
  denied("acknowledgeAnnouncement", "to a visitor", () =>
    acknowledgeAnnouncement(visitorActor(moment), { id: known.id, version: 1 }),
  );
});

describe("who reads announcements", () => {
  test("is who follows the programme and the bodies to which they go; opening one is kept", async () => {
    const { id } = await announce(pilot.coordinator, form({ to: "some", bodies: [pilot.body.id] }));
    for (const actor of [pilot.staff, pilot.referent, pilot.expert, pilot.observer, manager])
      expect(await titles(actor)).toEqual([id, known.id].toSorted().toReversed());
    expect(await titles(otherStaff)).toEqual([known.id]);
    await expect(read(otherStaff, id)).rejects.toThrow(NotFoundError);
    await expect(read(stranger, id)).rejects.toThrow(NotFoundError);
    const [before] = (await listAnnouncements(pilot.staff, pilot.programme.slug)).rows;
    expect(before).toMatchObject({ isUnread: true });
    await read(pilot.staff, id);
    const after = (await listAnnouncements(pilot.staff, pilot.programme.slug)).rows.find(
      (one) => one.id === id,
    );
    expect(after).toMatchObject({ isUnread: false, isOwed: false });
  });

  test("is shown to who writes them, body by body", async () => {
    await acknowledgeAnnouncement(pilot.staff, { id: known.id, version: 1 });
    const bodies = await listAnnouncementReaders(pilot.coordinator, known.id);
    expect(bodies.map(({ id }) => id).toSorted()).toEqual([pilot.body.id, other.id].toSorted());
    const own = bodies.find(({ id }) => id === pilot.body.id)?.people ?? [];
    expect(own.find(({ id }) => id === pilot.staff.personId)).toMatchObject({
      firstAt: moment,
      acknowledgedAt: moment,
    });
    expect(own.find(({ id }) => id === pilot.referent.personId)).toMatchObject({ firstAt: null });
    await expect(listAnnouncementReaders(pilot.staff, known.id)).rejects.toThrow(ForbiddenError);
    const programme = { id: pilot.programme.id, promoterId: pilot.programme.promoterId };
    expect(await listAddressable(manager, programme)).toHaveLength(2);
    await expect(listAddressable(pilot.expert, programme)).rejects.toThrow(ForbiddenError);
  });

  test("walks the list page by page", async () => {
    for (const _one of [1, 2, 3]) await announce(pilot.coordinator, form());
    const first = await listAnnouncements(pilot.staff, pilot.programme.slug, { size: 3 });
    expect(first.rows).toHaveLength(3);
    expect(first.next).toBeDefined();
  });
});

test("texts of an older renderer are made anew", async () => {
  await db.announcement.update({ where: { id: known.id }, data: { rendererVersion: 1, html: "old" } });
  expect(await rebuildAnnouncements(systemActor("rebuild-derived", moment))).toBe(1);
  expect((await rowOf(known.id)).html).toBe("<p>Il calendario <strong>cambia</strong>.</p>");
});
