import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { feedResponse } from "@/app/api/calendar/feed-response";
import { getPersonalFeed, getProgrammeFeed } from "@/lib/calendar/feeds/queries";
import { feedToken } from "@/lib/people/feed-token";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { buildVevent } from "@/lib/sessions/vevent";
import { aPerson, aProgramme, aRole, moment } from "@/tests/support/factories";
import { aSession } from "@/tests/support/session-factories";

const count = 2_300;
const options = { cache: "public", pages: "public", filename: "calendario" } as const;
let programme: { id: string; slug: string };

const answer = (headers: Record<string, string> = {}) =>
  feedResponse(
    new Request("https://sperimenta.test/calendario.ics", { headers }),
    () => getProgrammeFeed(visitorActor(moment), programme.slug),
    options,
  );

/** Many sessions, several at each hour, inserted in an order that is not that of time. */
beforeAll(async () => {
  programme = await aProgramme();
  const rows = Array.from({ length: count }, (_, index) => {
    const startsAt = new Date(moment.getTime() + ((index * 7) % 40) * 3_600_000);
    return {
      programmeId: programme.id,
      kind: "SEMINAR" as const,
      title: `Seminario ${index}`,
      description: "Principi e metodologia della revisione. ".repeat(8),
      mode: "WEBCONFERENCE" as const,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      audience: "PUBLIC" as const,
      state: "CONVENED" as const,
    };
  });
  const vevent = (row: (typeof rows)[number], index: number) =>
    buildVevent(
      {
        ...row,
        id: `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`,
        place: null,
        sequence: 0,
        agenda: [],
      },
      moment,
    );
  await db.session.createMany({ data: rows.map((row, index) => ({ ...row, vevent: vevent(row, index) })) });
});

describe("a calendar to subscribe to", () => {
  test("is one valid calendar with every entry once, in the order of time, with its zone before them", async () => {
    const response = await answer();
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const text = await response.text();
    const root = new ICAL.Component(ICAL.parse(text));
    const [first] = root.getAllSubcomponents();
    expect(first?.name).toBe("vtimezone");
    const entries = root.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(new Set(entries.map((one) => one.uid)).size).toBe(count);
    expect(entries).toHaveLength(count);
    const starts = entries.map((one) => one.startDate.toJSDate().getTime());
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  test("comes in parts, none of them the whole, and stops when its reader goes", async () => {
    const { body } = await answer();
    const reader = body?.getReader();
    const sizes: number[] = [];
    for (let part = 0; part < 3; part += 1) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      expect(done).toBe(false);
      sizes.push(value?.byteLength ?? 0);
    }
    expect(Math.max(...sizes)).toBeLessThan(100_000);
    await reader?.cancel();
    expect((await reader?.read())?.done).toBe(true);
  });

  test("is the same whole one for the next reader, also after one that went away", async () => {
    const left = (await answer()).body?.getReader();
    await left?.read();
    await left?.cancel();
    const texts = [await (await answer()).text(), await (await answer()).text()];
    expect(texts[1]).toBe(texts[0]);
    expect(texts[0]?.split("BEGIN:VEVENT")).toHaveLength(count + 1);
  });

  test("is nobody else's, whatever the two have in common", async () => {
    const [one, other] = [await aProgramme(), await aProgramme()];
    for (const [index, { id }] of [one, other].entries()) {
      const [person, title] = [await aPerson(), `Di ${index}`];
      await aRole(person.id, "EXPERT", { programmeId: programme.id });
      const startsAt = new Date(moment.getTime() + 3_600_000);
      const facts = { title: `${title} ${id}`, startsAt, invitedIds: [person.id] };
      const session = await aSession(programme.id, { ...facts, state: "CONVENED" });
      await db.session.update({ where: { id: session.id }, data: { updatedAt: moment } });
      const response = await feedResponse(
        new Request("https://sperimenta.test/calendario/x.ics"),
        () => getPersonalFeed(visitorActor(moment), feedToken(person.id, 1)),
        { cache: "private", pages: "reserved", filename: "calendario" },
      );
      expect(response.headers.get("cache-control")).toBe("private, no-cache");
      const text = (await response.text()).replaceAll("\r\n ", "");
      expect(text).toContain(`${title} ${id}`);
      expect(text).not.toContain(`Di ${1 - index} `);
    }
  });

  test("is not sent again to who has it, until something in it changes", async () => {
    const first = await answer();
    await first.body?.cancel();
    const etag = first.headers.get("etag") ?? "";
    for (const known of [etag, `W/${etag}`, `"andere", ${etag}`]) {
      const again = await answer({ "if-none-match": known });
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
    }
    const other = await answer({ "if-none-match": '"andere"' });
    expect(other.status).toBe(200);
    await other.body?.cancel();
    await db.programme.update({ where: { id: programme.id }, data: { version: { increment: 1 } } });
    const changed = await answer({ "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
    await changed.body?.cancel();
  });
});
