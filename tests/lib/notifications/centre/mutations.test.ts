import { beforeAll, describe, expect, test } from "vitest";
import { sweepNotices } from "@/lib/notifications/centre/jobs";
import { markAllRead, markRead } from "@/lib/notifications/centre/mutations";
import { listNoticeProgrammes, listNotices, openNotice } from "@/lib/notifications/centre/queries";
import { noticeFiltersSchema } from "@/lib/notifications/centre/schema";
import { addressOfPlace } from "@/lib/notifications/subject";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { DomainError, NotFoundError } from "@/lib/platform/errors";
import { readCursor } from "@/lib/platform/lists/cursor";
import { getFrame } from "@/lib/today/queries";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aNotice } from "@/tests/support/notification-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

const idOf = (actor: Actor) => actor.personId as string;
const hoursAgo = (hours: number) => new Date(moment.getTime() - hours * 3_600_000);
const stateOf = (id: string) =>
  db.notification.findUniqueOrThrow({ where: { id }, select: { readAt: true } });

let pilot: Pilot;
let thread: { id: string };
let own: { id: string };
beforeAll(async () => {
  pilot = await aPilot();
  // One that everybody reads: what is refused below is not refused because it cannot be seen.
  thread = await aThread((await aCategory(pilot.programme.id, { isPublic: true })).id, {
    title: "Le schede",
  });
  own = await aNotice(idOf(pilot.staff), {
    programmeId: pilot.programme.id,
    subjectId: thread.id,
    number: 1,
  });
});

describe("the list", () => {
  test("shows one's own, latest first, page by page, with titles of today", async () => {
    const { programme, expert } = await aPilot();
    const { id } = await aThread((await aCategory(programme.id)).id, { title: "Vecchio titolo" });
    const session = await aSession(programme.id, { state: "CONVENED", title: "Prima sessione" });
    const about = { programmeId: programme.id };
    await aNotice(idOf(expert), { ...about, subjectId: id, createdAt: hoursAgo(3) });
    await aNotice(idOf(expert), {
      ...about,
      subjectId: session.id,
      subjectKind: "session",
      group: "CONVOCATIONS",
      kind: "sessionConvened",
      createdAt: hoursAgo(2),
      readAt: hoursAgo(1),
    });
    await db.thread.update({ where: { id }, data: { title: "Titolo nuovo" } });
    const first = await listNotices(expert, {}, { size: 1 });
    expect(first.rows).toMatchObject([{ kind: "sessionConvened", about: { title: "Prima sessione" } }]);
    const after = readCursor(first.next);
    const second = await listNotices(expert, {}, { size: 1, ...(after ? { after } : {}) });
    expect(second).toMatchObject({ rows: [{ kind: "posted", about: { title: "Titolo nuovo" } }] });
    expect(second.next).toBeUndefined();
    const kinds = async (filters: Parameters<typeof listNotices>[1]) =>
      (await listNotices(expert, filters)).rows.map(({ kind }) => kind);
    expect(await kinds({ unread: "1" })).toEqual(["posted"]);
    expect(await kinds({ group: "CONVOCATIONS" })).toEqual(["sessionConvened"]);
    expect(await kinds({ programme: pilot.programme.id })).toEqual([]);
    expect((await listNoticeProgrammes(expert)).map((one) => one.id)).toEqual([programme.id]);
    expect((await getFrame(expert)).notices).toBe(1);
  });

  test("names nothing that the person may not see any more, and does not lead there", async () => {
    const { programme, expert, staff, coordinator } = await aPilot();
    const { id } = await aThread((await aCategory(programme.id)).id, { title: "Nascosta", hiddenAt: moment });
    const draft = await aSession(programme.id, { state: "DRAFT", title: "Bozza" });
    for (const actor of [staff, coordinator]) {
      await aNotice(idOf(actor), { programmeId: programme.id, subjectId: id });
      await aNotice(idOf(actor), {
        programmeId: programme.id,
        subjectId: draft.id,
        subjectKind: "session",
        kind: "deputyNamed",
        group: "PLANNING",
      });
    }
    const { rows } = await listNotices(staff, {});
    expect(rows.map(({ about }) => about)).toEqual([null, null]);
    for (const { id: told } of rows) await expect(openNotice(staff, told)).rejects.toThrow(NotFoundError);
    expect(await db.notification.count({ where: { personId: idOf(staff), readAt: null } })).toBe(2);
    expect((await listNotices(coordinator, {})).rows.map(({ about }) => about?.title).sort()).toEqual([
      "Bozza",
      "Nascosta",
    ]);
    expect((await listNotices(expert, {})).rows).toEqual([]);
  });

  test("shows of deliverables those of the own body, and to decide only to who decides", async () => {
    const { programme, body, referent, staff } = await aPilot();
    const other = await aPilot();
    const { deliverables } = await db.deliverableRequest.create({
      data: {
        programmeId: programme.id,
        position: 1,
        title: "Scheda di analisi",
        dueAt: moment,
        deliverables: {
          create: [body.id, other.body.id].map((organisationId) => ({ organisationId, dueAt: moment })),
        },
      },
      select: { deliverables: { select: { id: true, organisationId: true } } },
    });
    const facts = { programmeId: programme.id, group: "REQUESTS", kind: "requestCreated" } as const;
    for (const one of deliverables)
      await aNotice(idOf(referent), { ...facts, subjectKind: "deliverable", subjectId: one.id });
    const titles = (await listNotices(referent, {})).rows.flatMap(({ about }) => about?.body ?? []);
    expect(titles).toHaveLength(1);
    await aNotice(idOf(staff), {
      programmeId: programme.id,
      group: "REUSE",
      kind: "reuseDeclared",
      subjectKind: "programme",
      subjectId: programme.id,
    });
    expect((await listNotices(staff, {})).rows).toMatchObject([{ about: null }]);
  });

  test("names a post that was flagged to who moderates alone, and leads there", async () => {
    const { programme, coordinator, expert } = await aPilot();
    const { id } = await aThread((await aCategory(programme.id)).id, { authors: [null] });
    const facts = {
      programmeId: programme.id,
      group: "MODERATION",
      kind: "postFlagged",
      subjectId: id,
    } as const;
    const { id: told } = await aNotice(idOf(coordinator), facts);
    await aNotice(idOf(expert), facts);
    expect((await listNotices(expert, {})).rows).toMatchObject([{ about: null }]);
    expect((await listNotices(coordinator, {})).rows).toMatchObject([
      { about: { title: expect.any(String) } },
    ]);
    expect(addressOfPlace(await openNotice(coordinator, told), "it")).toBe(
      `/area/programmi/${programme.slug}/moderazione`,
    );
  });

  test("reads from an address what it knows and leaves the rest", () => {
    expect(noticeFiltersSchema.parse({ unread: "si", group: "NIENTE", programme: "x" })).toEqual({});
    expect(noticeFiltersSchema.parse({ unread: "1", group: "FORUM" })).toEqual({
      unread: "1",
      group: "FORUM",
    });
  });
});

describe("opening one", () => {
  test("leads to the thing and remembers it once", async () => {
    const { programme, expert } = await aPilot();
    const { id } = await aThread((await aCategory(programme.id)).id, { authors: Array(25).fill(null) });
    const told = await aNotice(idOf(expert), { programmeId: programme.id, subjectId: id, number: 22 });
    const place = await openNotice(expert, told.id);
    expect(addressOfPlace(place, "it")).toBe(
      `/area/programmi/${programme.slug}/forum/discussioni/${id}?dal=21#messaggio-22`,
    );
    expect((await stateOf(told.id)).readAt).toEqual(moment);
    await expect(openNotice(pilot.coordinator, told.id)).rejects.toThrow(NotFoundError);
  });
});

describe("marking", () => {
  test("one as read counts it no more, and again changes nothing", async () => {
    const { programme, staff } = await aPilot();
    const { id } = await aNotice(idOf(staff), { programmeId: programme.id, subjectId: thread.id });
    await markRead(staff, { id });
    await markRead({ ...staff, at: new Date() }, { id });
    expect((await stateOf(id)).readAt).toEqual(moment);
    expect((await getFrame(staff)).notices).toBe(0);
  });

  test("all as read leaves what came since, what the filters left out, and others' own", async () => {
    const { programme, staff, expert } = await aPilot();
    const about = { programmeId: programme.id, subjectId: thread.id };
    const older = await aNotice(idOf(staff), { ...about, createdAt: hoursAgo(5) });
    const minutes = await aNotice(idOf(staff), {
      ...about,
      subjectKind: "session",
      group: "MINUTES",
      kind: "minutesProposed",
      createdAt: hoursAgo(5),
    });
    const shown = await aNotice(idOf(staff), { ...about, createdAt: hoursAgo(4) });
    const others = await aNotice(idOf(expert), { ...about, createdAt: hoursAgo(5) });
    const { upTo } = await listNotices(staff, { group: "FORUM" });
    const newer = await aNotice(idOf(staff), { ...about, createdAt: hoursAgo(4) });
    // Of a worker whose clock is behind: its identifier is older than its moment.
    const behind = await aNotice(idOf(staff), {
      ...about,
      id: "019a0000-0000-7000-8000-000000000000",
      createdAt: hoursAgo(3),
    });
    await markAllRead(staff, { upTo: upTo ?? "", group: "FORUM" });
    const read = async (one: { id: string }) => (await stateOf(one.id)).readAt !== null;
    expect(await Promise.all([older, minutes, shown, others, newer, behind].map(read))).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
    ]);
    await expect(markAllRead(staff, { upTo: "inventato" })).rejects.toThrow(DomainError);
  });
});

test("what was read longer ago than it is kept is deleted, what was not read stays", async () => {
  const { programme, staff } = await aPilot();
  const about = { programmeId: programme.id, subjectId: thread.id };
  const day = 86_400_000;
  const ago = (days: number) => new Date(moment.getTime() - days * day);
  const old = await aNotice(idOf(staff), { ...about, createdAt: ago(200), readAt: ago(91) });
  const fresh = await aNotice(idOf(staff), { ...about, createdAt: ago(200), readAt: ago(89) });
  const unread = await aNotice(idOf(staff), { ...about, createdAt: ago(200) });
  const personId = idOf(staff);
  await db.digest.createMany({
    data: [ago(40), ago(3)].map((at) => ({ personId, day: at, createdAt: at })),
  });
  expect(await sweepNotices(systemActor("sweep", moment))).toBe(1);
  expect(await db.digest.count({ where: { personId } })).toBe(1);
  const left = await db.notification.findMany({ where: { id: { in: [old.id, fresh.id, unread.id] } } });
  expect(left.map(({ id }) => id).sort()).toEqual([fresh.id, unread.id].sort());
});

denied("markRead", "to a visitor", () => markRead(visitorActor(moment), { id: own.id }));
denied("markRead", "to somebody else, were it the coordinator", () =>
  markRead(pilot.coordinator, { id: own.id }),
);
denied("markAllRead", "to a visitor", async () => {
  const { upTo = "" } = await listNotices(pilot.staff, {});
  await markAllRead(visitorActor(moment), { upTo });
});
denied("markAllRead", "to the portal itself", async () => {
  const { upTo = "" } = await listNotices(pilot.staff, {});
  await markAllRead(systemActor("test", moment), { upTo });
});
