import { beforeAll, describe, expect, test } from "vitest";
import { mergeThread, splitThread } from "@/lib/forum/moves/mutations";
import { db } from "@/lib/platform/db";
import { aPoint } from "@/tests/support/discussion-factories";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
});

const talk = (...authors: { personId: string | null }[]) =>
  aThread(category.id, { authors: authors.map(({ personId }) => personId) });
async function merge({ id }: { id: string }, into: { id: string }): Promise<void> {
  const { version } = await db.thread.findUniqueOrThrow({ where: { id } });
  await mergeThread(pilot.coordinator, { id, version, into: into.id });
}
const participants = async (threadId: string) =>
  (await db.threadParticipant.findMany({ where: { threadId } })).map(({ personId }) => personId).sort();
const people = (...all: { personId: string | null }[]) => all.map(({ personId }) => personId).sort();
const assigned = (threadId: string, assignee: { personId: string | null }, endedAt: Date | null = null) =>
  db.threadAssignment.create({
    data: {
      threadId,
      assigneeId: assignee.personId ?? "",
      assignedAt: moment,
      dueAt: moment,
      endedAt,
      endedAs: endedAt && "ANSWERED",
    },
    select: { id: true },
  });
const assignmentsOf = async (threadId: string) =>
  (await db.threadAssignment.findMany({ where: { threadId } })).map(({ id }) => id).sort();

async function asked(thread: Awaited<ReturnType<typeof aThread>>, position: number) {
  const { id: sectionId } = await db.faqSection.create({
    data: { programmeId: pilot.programme.id, position, title: `Sezione ${position}` },
    select: { id: true },
  });
  const postId = thread.posts[1]?.id ?? "";
  await db.thread.update({ where: { id: thread.id }, data: { state: "SOLVED", acceptedPostId: postId } });
  return db.faqEntry.create({
    data: { sectionId, threadId: thread.id, postId, question: "Come si fa?", addedAt: moment },
    select: { id: true },
  });
}

describe("with its posts goes", () => {
  test("who takes part, to both threads of a split as they have written in them", async () => {
    const thread = await talk(pilot.referent, pilot.expert, pilot.staff, pilot.referent);
    const made = await splitThread(pilot.coordinator, {
      id: thread.id,
      title: "A parte",
      categoryId: category.id,
      choice: { from: 3 },
    });
    expect(await participants(thread.id)).toEqual(people(pilot.referent, pilot.expert));
    expect(await participants(made.threadId)).toEqual(people(pilot.staff, pilot.referent));
    const rows = await db.threadParticipant.findMany({ where: { threadId: made.threadId } });
    const { lastPostAt } = await db.thread.findUniqueOrThrow({ where: { id: made.threadId } });
    expect(rows.map((one) => one.lastPostAt)).toEqual([lastPostAt, lastPostAt]);
  });

  test("who takes part, to the thread in which theirs ends", async () => {
    const [one, other] = [await talk(pilot.referent, pilot.expert), await talk(pilot.staff)];
    await merge(one, other);
    expect(await participants(other.id)).toEqual(people(pilot.referent, pilot.expert, pilot.staff));
    expect(await participants(one.id)).toEqual([]);
  });

  test("who is to answer, unless somebody is to answer the other thread", async () => {
    const [one, other, third] = [
      await talk(pilot.referent),
      await talk(pilot.staff),
      await talk(pilot.staff),
    ];
    const [before, open] = [
      await assigned(one.id, pilot.expert, moment),
      await assigned(one.id, pilot.expert),
    ];
    await merge(one, other);
    expect(await assignmentsOf(other.id)).toEqual([before.id, open.id].sort());
    const theirs = await assigned(third.id, pilot.coordinator);
    await merge(other, third);
    expect(await assignmentsOf(third.id)).toEqual([before.id, theirs.id].sort());
  });

  test("the frequent question, unless the other thread has one", async () => {
    const [one, other, third] = [
      await talk(pilot.referent, pilot.expert),
      await talk(pilot.staff),
      await talk(pilot.staff, pilot.expert),
    ];
    const entry = await asked(one, 1);
    await merge(one, other);
    expect(await db.faqEntry.findUnique({ where: { id: entry.id } })).toMatchObject({ threadId: other.id });
    const theirs = await asked(third, 2);
    await merge(other, third);
    expect((await db.faqEntry.findMany({ where: { threadId: third.id } })).map(({ id }) => id)).toEqual([
      theirs.id,
    ]);
  });

  test("what it is about, to both threads of a split, and once to the one in which another ends", async () => {
    const [thread, other] = [
      await talk(pilot.referent, pilot.expert, pilot.staff),
      await talk(pilot.staff, pilot.expert),
    ];
    const [both, one] = [await aPoint(pilot.programme.id), await aPoint(pilot.programme.id)];
    const link = (threadId: string, agendaItemId: string) =>
      db.threadLink.create({ data: { threadId, agendaItemId, linkedAt: moment } });
    await link(thread.id, both.id);
    await link(thread.id, one.id);
    await link(other.id, both.id);
    const linked = async (threadId: string) => ({
      points: (await db.threadLink.findMany({ where: { threadId } })).map((row) => row.agendaItemId).sort(),
      count: (await db.thread.findUniqueOrThrow({ where: { id: threadId } })).linkCount,
    });
    const made = await splitThread(pilot.coordinator, {
      id: thread.id,
      title: "A parte",
      categoryId: category.id,
      choice: { from: 3 },
    });
    const all = { points: [both.id, one.id].sort(), count: 2 };
    expect([await linked(thread.id), await linked(made.threadId)]).toEqual([all, all]);
    await merge(thread, other);
    expect(await linked(other.id)).toEqual(all);
  });
});
