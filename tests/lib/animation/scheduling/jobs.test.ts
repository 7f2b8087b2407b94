import { beforeAll, describe, expect, test } from "vitest";
import { publishDue } from "@/lib/animation/scheduling/jobs";
import { publishScheduled, schedulePost } from "@/lib/animation/scheduling/mutations";
import { mergeThread } from "@/lib/forum/moves/mutations";
import { notify } from "@/lib/notifications/jobs";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { scheduleForm } from "@/tests/support/animation-factories";
import { atOnce } from "@/tests/support/at-once";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { codeOf, refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
});

const due = new Date("2026-03-23T10:00:00Z");
const worker = (at: Date) => systemActor("publish-scheduled", at);

async function waiting(fields: Partial<Parameters<typeof scheduleForm>[1]> = {}, by = pilot.expert) {
  const input = scheduleForm(pilot.programme, { categoryId: category.id, ...fields });
  await schedulePost(by, input);
  return { id: input.submissionKey, version: 1 };
}
const rowOf = (id: string) => db.scheduledPost.findUniqueOrThrow({ where: { id }, include: { post: true } });

describe("the worker", () => {
  test("publishes what is due, in its author's name, and nothing before", async () => {
    const post = await waiting();
    await publishDue(worker(new Date(due.getTime() - 1)));
    expect(await rowOf(post.id)).toMatchObject({ state: "WAITING" });
    await publishDue(worker(due));
    const row = await rowOf(post.id);
    expect(row).toMatchObject({ state: "PUBLISHED", decidedAt: due });
    expect(row.post).toMatchObject({
      authorId: pilot.expert.personId,
      markdown: "Raccontate **due righe**.",
      createdAt: due,
    });
    const events = await db.event.findMany({ where: { subjectId: post.id }, orderBy: { seq: "asc" } });
    expect(events.map(({ kind, actorKind }) => [kind, actorKind])).toEqual([
      ["animation.postScheduled", "person"],
      ["animation.postPublished", "system:publish-scheduled"],
    ]);
  });

  test("publishes once, however many run at a time, and whoever publishes it now besides", async () => {
    const post = await waiting({ title: "Una volta sola" });
    await atOnce({ table: "scheduled_post", id: post.id }, [
      () => publishDue(worker(due)).then(String),
      () => publishDue(worker(due)).then(String),
      () => codeOf(publishScheduled(pilot.expert, post)),
    ]);
    expect(await db.thread.count({ where: { title: "Una volta sola" } })).toBe(1);
    expect(await db.event.count({ where: { subjectId: post.id, kind: "animation.postPublished" } })).toBe(1);
  });

  test("publishes nothing of who lost the role, and tells the coordinator", async () => {
    const post = await waiting();
    const held = { personId: pilot.expert.personId, programmeId: pilot.programme.id };
    await db.roleAssignment.updateMany({ where: held, data: { toAt: moment } });
    await publishDue(worker(due));
    await db.roleAssignment.updateMany({ where: held, data: { toAt: null } });
    expect(await rowOf(post.id)).toMatchObject({ state: "REFUSED", refusal: "notAllowed", post: null });
    const event = await db.event.findFirstOrThrow({
      where: { subjectId: post.id, kind: "animation.postRefused" },
    });
    await notify({ eventId: event.id }, due);
    const told = await db.notification.findMany({ where: { events: { some: { eventId: event.id } } } });
    expect(told).toMatchObject([
      { personId: pilot.coordinator.personId, kind: "scheduledRefused", subjectKind: "programme" },
    ]);
  });

  test("is not kept from other posts by one in a closed thread", async () => {
    const closed = await aThread(category.id, { lockedAt: moment });
    const [one, other] = [
      await waiting({ threadId: closed.id, categoryId: undefined, title: "" }),
      await waiting(),
    ];
    await publishDue(worker(due));
    expect(await rowOf(one.id)).toMatchObject({ state: "REFUSED", refusal: "forum.threadLocked" });
    expect(await rowOf(other.id)).toMatchObject({ state: "PUBLISHED" });
  });

  test("writes in the thread in which the chosen one has ended", async () => {
    const [one, into] = [await aThread(category.id), await aThread(category.id)];
    const post = await waiting({ threadId: one.id, categoryId: undefined, title: "" });
    await mergeThread(pilot.coordinator, { id: one.id, version: one.version, into: into.id });
    await publishDue(worker(due));
    expect((await rowOf(post.id)).post).toMatchObject({ threadId: into.id, number: 3 });
  });

  test("alone does it", async () => {
    expect(await refusal(publishDue(pilot.coordinator))).toBeInstanceOf(ForbiddenError);
  });
});
