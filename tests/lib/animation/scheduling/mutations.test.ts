import { beforeAll, describe, expect, test } from "vitest";
import {
  cancelScheduled,
  changeScheduled,
  publishScheduled,
  schedulePost,
} from "@/lib/animation/scheduling/mutations";
import { getScheduled, listScheduled } from "@/lib/animation/scheduling/queries";
import { changeScheduledSchema } from "@/lib/animation/scheduling/schema";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError, StaleError } from "@/lib/platform/errors";
import { exactDay } from "@/lib/platform/source-date";
import { aPhase, scheduleForm } from "@/tests/support/animation-factories";
import { denied } from "@/tests/support/denied";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { codeOf, refusal } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
let ofExpert: { id: string; version: number };

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
  ofExpert = await scheduled();
});

async function scheduled(fields: Partial<Parameters<typeof scheduleForm>[1]> = {}, by = pilot.expert) {
  const input = scheduleForm(pilot.programme, { categoryId: category.id, ...fields });
  await schedulePost(by, input);
  return db.scheduledPost.findUniqueOrThrow({ where: { id: input.submissionKey } });
}
const change = (post: { id: string; version: number }, fields: Record<string, unknown> = {}) =>
  changeScheduledSchema.parse({
    id: post.id,
    version: post.version,
    title: "Con altro titolo",
    text: "Con altre parole.",
    anchor: "MOMENT",
    date: "2026-03-24",
    ...fields,
  });

describe("a post that comes later", () => {
  test("is kept once for a form sent twice, with an event and nothing in the forum", async () => {
    const input = scheduleForm(pilot.programme, { categoryId: category.id });
    await schedulePost(pilot.expert, input);
    await schedulePost(pilot.expert, input);
    const row = await db.scheduledPost.findUniqueOrThrow({ where: { id: input.submissionKey } });
    expect(row).toMatchObject({ authorId: pilot.expert.personId, state: "WAITING", title: "Come va?" });
    const events = await db.event.findMany({ where: { subjectId: row.id } });
    expect(events.map(({ kind, data }) => [kind, data])).toEqual([["animation.postScheduled", {}]]);
    expect(await db.thread.count({ where: { categoryId: category.id } })).toBe(0);
  });

  test("moves with its phase and with its session", async () => {
    const phase = await aPhase(pilot.programme.id, "2026-04-10", null);
    const session = await aSession(pilot.programme.id);
    const one = await scheduled({ anchor: "PHASE_BEGIN", phaseId: phase.id, days: 1 });
    const other = await scheduled({ anchor: "SESSION_START", sessionId: session.id, hours: 2 });
    const dueOf = async (id: string) =>
      (await listScheduled(pilot.expert, pilot.programme.slug)).waiting.find((post) => post.id === id)?.dueAt;
    expect(await dueOf(one.id)).toEqual(new Date("2026-04-09T09:00:00Z"));
    expect(await dueOf(other.id)).toEqual(new Date("2026-03-31T06:30:00Z"));
    await db.phase.update({ where: { id: phase.id }, data: { begin: exactDay("2026-05-10") } });
    await db.session.update({ where: { id: session.id }, data: { state: "CANCELLED" } });
    expect(await dueOf(one.id)).toEqual(new Date("2026-05-09T09:00:00Z"));
    expect(await dueOf(other.id)).toBeNull();
  });

  test("is refused for a moment that has passed, or that nobody knows", async () => {
    const phase = await aPhase(pilot.programme.id, null, null);
    expect(await codeOf(scheduled({ time: "09:00" }))).toBe("animation.inThePast");
    expect(await codeOf(scheduled({ anchor: "PHASE_BEGIN", phaseId: phase.id }))).toBe("animation.noMoment");
  });

  test("belongs to its programme: its category, its thread, its phase", async () => {
    const other = await aPilot();
    const foreign = await aCategory(other.programme.id, { isPublic: true });
    const phase = await aPhase(other.programme.id, "2026-04-10", null);
    for (const fields of [{ categoryId: foreign.id }, { anchor: "PHASE_BEGIN" as const, phaseId: phase.id }])
      expect(await refusal(scheduled(fields))).toBeInstanceOf(NotFoundError);
  });

  test("is changed by its author, and by nobody over a version that was not shown", async () => {
    const post = await scheduled();
    await changeScheduled(pilot.expert, change(post));
    const row = await db.scheduledPost.findUniqueOrThrow({ where: { id: post.id } });
    expect(row).toMatchObject({ title: "Con altro titolo", markdown: "Con altre parole.", version: 2 });
    expect(await refusal(changeScheduled(pilot.expert, change(post)))).toBeInstanceOf(StaleError);
    expect(await codeOf(changeScheduled(pilot.expert, change(row, { title: "" })))).toBe(
      "animation.titleNeeded",
    );
    const attempt = getScheduled(pilot.coordinator, pilot.programme.slug, post.id);
    expect(await refusal(attempt)).toBeInstanceOf(ForbiddenError);
  });

  test("is cancelled by the coordinator too, and then neither changed nor published", async () => {
    const post = await scheduled();
    await cancelScheduled(pilot.coordinator, post);
    const now = { id: post.id, version: 2 };
    expect(await codeOf(publishScheduled(pilot.expert, now))).toBe("animation.waitsNoLonger");
    expect(await codeOf(changeScheduled(pilot.expert, change(now)))).toBe("animation.waitsNoLonger");
  });

  test("names a thread that was hidden since to who moderates alone", async () => {
    const thread = await aThread(category.id, { title: "Da nascondere" });
    const post = await scheduled({ threadId: thread.id, categoryId: undefined, title: "" });
    await db.thread.update({ where: { id: thread.id }, data: { hiddenAt: pilot.expert.at } });
    const titleFor = async (actor: typeof pilot.expert) =>
      (await listScheduled(actor, pilot.programme.slug)).waiting.find(({ id }) => id === post.id)?.thread
        ?.title;
    expect([await titleFor(pilot.expert), await titleFor(pilot.coordinator)]).toEqual([
      null,
      "Da nascondere",
    ]);
  });

  test("is published before its moment by its author, as a thread or in one", async () => {
    const opened = await publishScheduled(pilot.expert, await scheduled());
    expect(await db.thread.findUniqueOrThrow({ where: { id: opened.threadId } })).toMatchObject({
      title: "Come va?",
      authorId: pilot.expert.personId,
    });
    const thread = await aThread(category.id, { authors: [pilot.referent.personId] });
    const post = await scheduled({ threadId: thread.id, categoryId: undefined, title: "" });
    expect(await publishScheduled(pilot.expert, post)).toMatchObject({ threadId: thread.id, number: 2 });
    expect(await db.scheduledPost.findUniqueOrThrow({ where: { id: post.id } })).toMatchObject({
      state: "PUBLISHED",
      decidedAt: pilot.expert.at,
    });
  });
});

denied("schedulePost", "to a referent", () =>
  schedulePost(pilot.referent, scheduleForm(pilot.programme, { categoryId: category.id })),
);
denied("changeScheduled", "to another who keeps the forum going", () =>
  changeScheduled(pilot.coordinator, change(ofExpert)),
);
denied("cancelScheduled", "to a referent", () => cancelScheduled(pilot.referent, ofExpert));
denied("publishScheduled", "in another's name", () => publishScheduled(pilot.coordinator, ofExpert));
