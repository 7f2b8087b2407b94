import ICAL from "ical.js";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type EntryPage,
  type Feed,
  type FeedWords,
  getOpenFeed,
  getPersonalFeed,
  getProgrammeFeed,
  getSessionFeed,
} from "@/lib/calendar/feeds/queries";
import { feedToken } from "@/lib/people/feed-token";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { buildCalendar } from "@/lib/sessions/vevent";
import { aProgramme, moment } from "@/tests/support/factories";
import { aChange, aPilot, aSession } from "@/tests/support/session-factories";

const visitor = visitorActor(moment);
const addressOf = (page: EntryPage) => `https://sperimenta.test/${page.kind}/${page.slug}/${page.id}`;
const words: FeedWords = {
  owed: ({ title, body, isExtended }) => `Da consegnare${isExtended ? " (proroga)" : ""}: ${title} (${body})`,
  requested: (title) => `Scadenza: ${title}`,
};

async function read(feed: Feed) {
  const entries: string[] = [];
  for await (const entry of feed.entries(addressOf, words)) entries.push(entry);
  const root = new ICAL.Component(ICAL.parse(buildCalendar("Prova", entries)));
  return root.getAllSubcomponents("vevent").map((one) => ({
    title: one.getFirstPropertyValue("summary") as string,
    url: one.getFirstPropertyValue("url") as string,
    status: one.getFirstPropertyValue("status") as string,
    start: String(one.getFirstPropertyValue("dtstart")),
  }));
}
const titles = async (feed: Feed) => (await read(feed)).map((one) => one.title).toSorted();

let pilot: Awaited<ReturnType<typeof aPilot>>;
let open: Awaited<ReturnType<typeof aSession>>;
const invited = () => [pilot.staff.personId];

beforeAll(async () => {
  pilot = await aPilot();
  const { id } = pilot.programme;
  await aSession(id, { title: "Bozza", audience: "PUBLIC", invitedIds: invited() });
  await aSession(id, { title: "Riservato", state: "CONVENED", invitedIds: invited() });
  await aSession(id, { title: "Non invitato", state: "CONVENED" });
  const facts = { title: "Pubblico", state: "CONVENED", audience: "PUBLIC" } as const;
  open = await aSession(id, { ...facts, invitedIds: invited() });
  const hidden = await aProgramme({ state: "DRAFT" });
  await aSession(hidden.id, { title: "In un programma in bozza", state: "CONVENED", audience: "PUBLIC" });
  const dueAt = new Date("2026-04-10T21:59:59Z");
  await db.deliverableRequest.create({
    data: {
      programmeId: id,
      position: 0,
      title: "Schede",
      dueAt,
      deliverables: { create: { organisationId: pilot.body.id, dueAt } },
    },
  });
});

describe("public calendars", () => {
  test("hold what is public and nothing else", async () => {
    expect(await titles(await getOpenFeed(visitor))).toEqual(["Pubblico"]);
    const feed = await getProgrammeFeed(visitor, pilot.programme.slug);
    expect(await read(feed)).toEqual([
      {
        title: "Pubblico",
        url: `https://sperimenta.test/session/${pilot.programme.slug}/${open.id}`,
        status: "CONFIRMED",
        start: "2026-03-31T10:30:00",
      },
    ]);
    expect(await titles(await getProgrammeFeed(visitor, (await aProgramme()).slug))).toEqual([]);
  });

  test("of a draft, an unknown programme or a reserved session do not exist", async () => {
    const draft = await aProgramme({ state: "DRAFT" });
    const reserved = await aSession(pilot.programme.id, { state: "CONVENED" });
    await expect(getProgrammeFeed(visitor, draft.slug)).rejects.toBeInstanceOf(NotFoundError);
    await expect(getProgrammeFeed(visitor, "nessuno")).rejects.toBeInstanceOf(NotFoundError);
    await expect(getSessionFeed(visitor, reserved.id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(getSessionFeed(visitor, "no-uuid")).rejects.toBeInstanceOf(NotFoundError);
    expect(await titles(await getSessionFeed(pilot.staff, reserved.id))).toEqual(["Sessione di prova"]);
    await db.session.delete({ where: { id: reserved.id } });
  });

  test("have a revision that changes with a session, a name and a newcomer, and with nothing else", async () => {
    const revision = async () => (await getOpenFeed(visitor)).revision;
    const seen = [await revision()];
    expect(await revision()).toBe(seen[0]);
    await changeSession(pilot.coordinator, aChange(open, { title: "Pubblico", audience: "PUBLIC" }));
    seen.push(await revision());
    await db.programme.update({ where: { id: pilot.programme.id }, data: { version: { increment: 1 } } });
    seen.push(await revision());
    await aSession(pilot.programme.id, { title: "Altra bozza" });
    expect(await revision()).toBe(seen.at(-1));
    const newcomer = await aSession(pilot.programme.id, { state: "CLOSED", audience: "PUBLIC" });
    seen.push(await revision());
    expect(new Set(seen).size).toBe(4);
    await db.session.delete({ where: { id: newcomer.id } });
  });

  test("are read page by page without losing or repeating an entry", async () => {
    const { id, slug } = await aProgramme();
    const startsAt = new Date("2026-05-04T08:00:00Z");
    await db.session.createMany({
      data: Array.from({ length: 2300 }, (_, index) => ({
        programmeId: id,
        kind: "SEMINAR" as const,
        title: `Seminario ${index}`,
        mode: "WEBCONFERENCE" as const,
        // many start together, so that pages end among equals
        startsAt: new Date(startsAt.getTime() + (index % 3) * 3_600_000),
        endsAt: new Date(startsAt.getTime() + 9 * 3_600_000),
        audience: "PUBLIC" as const,
        state: "CONVENED" as const,
      })),
    });
    const found = await titles(await getProgrammeFeed(visitor, slug));
    expect(new Set(found).size).toBe(2300);
    expect(found).toHaveLength(2300);
    await db.session.deleteMany({ where: { programmeId: id } });
  });
});

describe("a person's own calendar", () => {
  let token: string;
  beforeEach(async () => {
    const { feedVersion } = await db.person.findUniqueOrThrow({ where: { id: pilot.staff.personId } });
    token = feedToken(pilot.staff.personId, feedVersion);
  });

  test("holds sessions to which the person is invited and what its body owes", async () => {
    const feed = await getPersonalFeed(visitor, token);
    expect(await titles(feed)).toEqual([
      expect.stringMatching(/^Da consegnare: Schede \(/),
      "Pubblico",
      "Riservato",
    ]);
  });

  test("has a revision that follows what is owed", async () => {
    const before = (await getPersonalFeed(visitor, token)).revision;
    await db.deliverable.updateMany({
      where: { organisationId: pilot.body.id },
      data: { state: "SUBMITTED", version: { increment: 1 } },
    });
    const feed = await getPersonalFeed(visitor, token);
    expect(feed.revision).not.toBe(before);
    expect(await titles(feed)).toEqual(["Pubblico", "Riservato"]);
  });

  test("shows an extension of one's body by its own date, and follows it", async () => {
    const { programme, body, staff } = await aPilot();
    const [dueAt, newDueAt] = [new Date("2026-04-10T21:59:59Z"), new Date("2026-04-20T21:59:59Z")];
    const request = await db.deliverableRequest.create({
      data: {
        programmeId: programme.id,
        position: 0,
        title: "Matrice",
        dueAt,
        deliverables: { create: { organisationId: body.id, dueAt } },
      },
      select: { deliverables: { select: { id: true } } },
    });
    const own = feedToken(staff.personId, 1);
    const before = await getPersonalFeed(visitor, own);
    expect(await read(before)).toMatchObject([{ start: "2026-04-10T23:59:59" }]);
    const id = request.deliverables[0]?.id ?? "";
    await db.deliverable.update({
      where: { id },
      data: {
        dueAt: newDueAt,
        version: { increment: 1 },
        extensions: { create: { newDueAt, reason: "malattia", grantedAt: moment } },
      },
    });
    const after = await getPersonalFeed(visitor, own);
    expect(after.revision).not.toBe(before.revision);
    expect(await read(after)).toMatchObject([
      { title: expect.stringMatching(/^Da consegnare \(proroga\): Matrice/), start: "2026-04-20T23:59:59" },
    ]);
  });

  test("holds what is asked of all bodies for who follows the programme whole", async () => {
    for (const [actor, expected] of [
      [pilot.coordinator, ["Scadenza: Schede"]],
      [pilot.observer, ["Scadenza: Schede"]],
      [pilot.manager, []],
    ] as const) {
      const found = await titles(await getPersonalFeed(visitor, feedToken(actor.personId, 1)));
      expect(found.filter((title) => title.startsWith("Scadenza"))).toEqual(expected);
    }
    const observed = await read(await getPersonalFeed(visitor, feedToken(pilot.observer.personId, 1)));
    expect(observed).toMatchObject([{ url: expect.stringMatching(/\/request\//) }]);
  });

  test("ends with the role, with the person, with a new address, and is not guessed", async () => {
    const forged = `${token.slice(0, -4)}AAAA`;
    for (const wrong of [forged, "", "x", `${pilot.staff.personId}.1.`, `${pilot.staff.personId}.1`]) {
      await expect(getPersonalFeed(visitor, wrong)).rejects.toBeInstanceOf(NotFoundError);
    }
    const mine = { where: { personId: pilot.staff.personId } };
    await db.roleAssignment.updateMany({ ...mine, data: { toAt: moment } });
    expect(await titles(await getPersonalFeed(visitor, token))).toEqual([]);
    await db.roleAssignment.updateMany({ ...mine, data: { toAt: null } });
    const person = { where: { id: pilot.staff.personId } };
    await db.person.update({ ...person, data: { disabledAt: moment } });
    await expect(getPersonalFeed(visitor, token)).rejects.toBeInstanceOf(NotFoundError);
    await db.person.update({ ...person, data: { disabledAt: null, feedVersion: { increment: 1 } } });
    await expect(getPersonalFeed(visitor, token)).rejects.toBeInstanceOf(NotFoundError);
  });
});
