import { beforeAll, describe, expect, test } from "vitest";
import { setPace } from "@/lib/forum/pace/mutations";
import { nextPostAt } from "@/lib/forum/pace/next";
import { setPaceSchema } from "@/lib/forum/pace/schema";
import { reply } from "@/lib/forum/posts/mutations";
import { db } from "@/lib/platform/db";
import { DomainError, StaleError } from "@/lib/platform/errors";
import { domainMessage } from "@/lib/platform/i18n/error-messages";
import { later } from "@/tests/support/actors";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { eventsOf } from "@/tests/support/events";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread, replyForm } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
let open: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id, { isPublic: true });
  open = await aThread(category.id, { authors: [pilot.referent.personId] });
});

async function slow(minutes: number) {
  const { id } = await aThread(category.id, { authors: [pilot.referent.personId] });
  await setPace(pilot.coordinator, { id, version: 1, minutes });
  return id;
}
const inMinutes = (minutes: number) => new Date(moment.getTime() + minutes * 60_000);

describe("the pace of a thread", () => {
  test("is set and taken off, each with its event", async () => {
    const id = await slow(15);
    await setPace(pilot.coordinator, { id, version: 2, minutes: 0 });
    expect(await db.thread.findUniqueOrThrow({ where: { id } })).toMatchObject({
      slowMinutes: 0,
      version: 3,
    });
    expect(await eventsOf(id)).toMatchObject([
      { kind: "forum.paceSet", data: { minutes: 15 } },
      { kind: "forum.paceSet", data: { minutes: 0 } },
    ]);
    await expect(setPace(pilot.coordinator, { id, version: 1, minutes: 5 })).rejects.toThrow(StaleError);
  });

  test("refuses a second post that comes too early, and says from when it may be sent", async () => {
    const id = await slow(5);
    await reply(pilot.staff, replyForm(id));
    const refusal = await reply(later(pilot.staff, inMinutes(4)), replyForm(id)).catch((error) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: "forum.tooSoon", params: { minutes: 5, at: inMinutes(5) } });
    expect(await domainMessage("it", refusal)).toContain("10:05");
    await reply(later(pilot.expert, inMinutes(4)), replyForm(id));
    await reply(later(pilot.staff, inMinutes(5)), replyForm(id));
    expect(await db.post.count({ where: { threadId: id } })).toBe(4);
  });

  test("counts the same form sent twice as one post, and does not hold moderators", async () => {
    const id = await slow(60);
    const form = replyForm(id);
    const first = await reply(pilot.staff, form);
    expect(await reply(pilot.staff, form)).toEqual(first);
    await reply(pilot.coordinator, replyForm(id));
    await reply(pilot.coordinator, replyForm(id));
  });

  test("lets one of two posts at once by one person through", async () => {
    const id = await slow(1);
    const both = await atOnce({ table: "thread", id }, [
      () => settled(reply(pilot.staff, replyForm(id))),
      () => settled(reply(pilot.staff, replyForm(id))),
      () => settled(reply(pilot.expert, replyForm(id))),
    ]);
    expect(both.sort()).toEqual(["done", "done", "forum.tooSoon"]);
    expect(await db.post.count({ where: { threadId: id, authorId: pilot.staff.personId } })).toBe(1);
  });

  test("is one of those that are offered", () => {
    const minutes = (value: string) => setPaceSchema.safeParse({ id: open.id, version: "1", minutes: value });
    expect(["0", "1", "5", "15", "60"].every((value) => minutes(value).success)).toBe(true);
    expect(["", "2", "-5", "x", "61"].filter((value) => minutes(value).success)).toEqual([]);
  });

  test("ends at a full minute", () => {
    expect(nextPostAt(new Date("2026-03-23T09:00:01Z"), 1)).toEqual(new Date("2026-03-23T09:02:00Z"));
    expect(nextPostAt(new Date("2026-03-23T09:00:00Z"), 1)).toEqual(new Date("2026-03-23T09:01:00Z"));
  });

  denied("setPace", "to whoever opened the thread", () =>
    setPace(pilot.referent, { id: open.id, version: 1, minutes: 5 }),
  );
});

describe("a person who posts without end", () => {
  test("is stopped after sixty posts in ten minutes, and nobody else with them", async () => {
    const { expert, staff, programme } = await aPilot();
    const { id } = await aThread((await aCategory(programme.id)).id);
    for (let posts = 0; posts < 60; posts += 1) await reply(staff, replyForm(id));
    const refusal = await reply(staff, replyForm(id)).catch((error) => error);
    expect(refusal).toMatchObject({ code: "tooManyAttempts", params: { minutes: 10 } });
    await reply(expert, replyForm(id));
    expect(await db.post.count({ where: { threadId: id } })).toBe(62);
  });
});

async function settled(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => "done",
    (error: Error) => error.message,
  );
}
