import { beforeAll, describe, expect, test } from "vitest";
import { assignThread, takeBackAssignment } from "@/lib/forum/assignments/mutations";
import { acceptAnswer } from "@/lib/forum/moderation/mutations";
import { reply } from "@/lib/forum/posts/mutations";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorAs } from "@/tests/support/actors";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread, replyForm } from "@/tests/support/forum-factories";
import { codeOf, refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let elsewhere: typeof pilot;
let category: { id: string };
let open: { id: string };
let asked: { id: string };
let assigned: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  elsewhere = await aPilot();
  category = await aCategory(pilot.programme.id);
  open = await aCategory(pilot.programme.id, { isPublic: true });
  asked = await aThread(open.id, { authors: [pilot.referent.personId] });
  const { id } = await aThread(open.id, { authors: [pilot.referent.personId] });
  await assignThread(pilot.coordinator, { threadId: id, assigneeId: pilot.expert.personId });
  assigned = await currentOf(id);
});

const aQuestion = (facts = {}) => aThread(category.id, { authors: [pilot.referent.personId], ...facts });
const currentOf = (threadId: string) =>
  db.threadAssignment.findFirstOrThrow({ where: { threadId, endedAt: null } });
const eventsOf = (subjectId: string) =>
  db.event.findMany({ where: { subjectId }, orderBy: { seq: "asc" }, select: { kind: true, data: true } });
const toExpert = (threadId: string) => ({ threadId, assigneeId: pilot.expert.personId });

describe("an assignment", () => {
  test("is due after five working days, or on the day that is said", async () => {
    const { id } = await aQuestion();
    const place = await assignThread(pilot.coordinator, toExpert(id));
    expect(place).toEqual({ slug: pilot.programme.slug, threadId: id });
    const first = await currentOf(id);
    // moment is Monday, 23 March 2026
    expect(first).toMatchObject({
      assigneeId: pilot.expert.personId,
      assignedById: pilot.coordinator.personId,
      assignedAt: moment,
      dueAt: new Date("2026-03-30T21:59:59Z"),
    });
    await assignThread(pilot.coordinator, { ...toExpert(id), current: first.id, dueOn: "2026-04-15" });
    const second = await currentOf(id);
    expect(second.dueAt).toEqual(new Date("2026-04-15T21:59:59Z"));
    expect(await db.threadAssignment.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
      endedAt: moment,
      endedAs: "REASSIGNED",
    });
    expect(await eventsOf(id)).toMatchObject([
      {
        kind: "forum.threadAssigned",
        data: { assignmentId: first.id, assignee: pilot.expert.personId, previous: null },
      },
      {
        kind: "forum.threadReassigned",
        data: { assignmentId: second.id, previous: pilot.expert.personId },
      },
    ]);
  });

  test("takes its term from the rules of the day", async () => {
    const rules = await db.ruleSet.create({
      data: {
        kind: "forum.answerTerm",
        version: 1,
        validFrom: new Date("2026-03-01T00:00:00Z"),
        validTo: new Date("2026-04-01T00:00:00Z"),
        content: { workingDays: 2, waitingDays: 1 },
        source: "prova",
      },
      select: { id: true },
    });
    const { id } = await aQuestion();
    await assignThread(pilot.coordinator, toExpert(id));
    await db.ruleSet.delete({ where: { id: rules.id } });
    expect((await currentOf(id)).dueAt).toEqual(new Date("2026-03-25T22:59:59Z"));
  });

  test("sent twice is one", async () => {
    const { id } = await aQuestion();
    await assignThread(pilot.coordinator, toExpert(id));
    await assignThread(pilot.coordinator, toExpert(id));
    expect(await db.threadAssignment.count({ where: { threadId: id } })).toBe(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  test("is taken back once", async () => {
    const { id } = await aQuestion();
    await assignThread(pilot.coordinator, toExpert(id));
    const current = await currentOf(id);
    await takeBackAssignment(pilot.coordinator, { id: current.id });
    expect(await db.threadAssignment.findUniqueOrThrow({ where: { id: current.id } })).toMatchObject({
      endedAt: moment,
      endedAs: "TAKEN_BACK",
    });
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      kind: "forum.assignmentTakenBack",
      data: { assignmentId: current.id, assignee: pilot.expert.personId },
    });
    const again = takeBackAssignment(pilot.coordinator, { id: current.id });
    expect(await codeOf(again)).toBe("forum.assignmentOver");
  });

  test("goes to a coordinator or an expert of the programme, not to who asked", async () => {
    const { id } = await aQuestion();
    const to = (assigneeId: string) => refusal(assignThread(pilot.coordinator, { threadId: id, assigneeId }));
    const stranger = await actorAs("EXPERT", { programmeId: (await aPilot()).programme.id });
    for (const personId of [pilot.staff.personId, pilot.observer.personId, stranger.personId])
      expect(await to(personId)).toMatchObject({ code: "forum.notAssignable", field: "assigneeId" });
    const own = await aThread(category.id, { authors: [pilot.expert.personId] });
    expect(await refusal(assignThread(pilot.coordinator, toExpert(own.id)))).toMatchObject({
      code: "forum.askerAnswersNot",
      field: "assigneeId",
    });
    const gone = await actorAs("EXPERT", { programmeId: pilot.programme.id });
    await db.person.update({ where: { id: gone.personId }, data: { disabledAt: moment } });
    expect(await to(gone.personId)).toMatchObject({ code: "forum.notAssignable" });
    expect(await db.threadAssignment.count({ where: { threadId: { in: [id, own.id] } } })).toBe(0);
  });

  test("needs a day to come, and a thread that can be answered", async () => {
    const { id } = await aQuestion();
    const on = (dueOn: string) => refusal(assignThread(pilot.coordinator, { ...toExpert(id), dueOn }));
    expect(await on("2026-03-22")).toMatchObject({ code: "forum.dueInPast", field: "dueOn" });
    expect(await on("2027-03-24")).toMatchObject({ code: "forum.dueTooFar", field: "dueOn" });
    await assignThread(pilot.coordinator, { ...toExpert(id), dueOn: "2026-03-23" });
    const code = async (facts: object) =>
      codeOf(assignThread(pilot.coordinator, toExpert((await aQuestion(facts)).id)));
    expect(await code({ state: "SOLVED" })).toBe("forum.solvedNeedsNobody");
    expect(await code({ lockedAt: moment })).toBe("forum.closedNeedsNobody");
    expect(await code({ hiddenAt: moment })).toBe("forum.closedNeedsNobody");
  });
});

describe("of two who assign at once", () => {
  test("one wins and the other is told to whom the thread was given", async () => {
    const { id } = await aQuestion();
    const colleague = await actorAs("COORDINATOR", { programmeId: pilot.programme.id });
    const attempts = [
      { actor: pilot.coordinator, assigneeId: pilot.expert.personId },
      { actor: colleague, assigneeId: pilot.coordinator.personId },
    ];
    const results = await atOnce(
      { table: "thread", id },
      attempts.map(
        ({ actor, assigneeId }) =>
          () =>
            refusal(assignThread(actor, { threadId: id, assigneeId })),
      ),
    );
    expect(results.map((one) => one?.code ?? "assigned").sort()).toEqual([
      "assigned",
      "forum.assignedMeanwhile",
    ]);
    const rows = await db.threadAssignment.findMany({ where: { threadId: id }, include: { assignee: true } });
    expect(rows).toHaveLength(1);
    const { givenName, familyName } = rows[0]?.assignee ?? {};
    const loser = results.find((one) => one !== null);
    expect(loser?.params).toEqual({ name: `${givenName} ${familyName}` });
  });

  test("from the same page, one replaces what both saw", async () => {
    const { id } = await aQuestion();
    await assignThread(pilot.coordinator, toExpert(id));
    const current = (await currentOf(id)).id;
    const again = (dueOn: string) => () =>
      refusal(assignThread(pilot.coordinator, { ...toExpert(id), current, dueOn }));
    const results = await atOnce({ table: "thread", id }, [again("2026-04-10"), again("2026-04-13")]);
    expect(results.filter((one) => one === null)).toHaveLength(1);
    expect(await db.threadAssignment.count({ where: { threadId: id } })).toBe(2);
  });

  test("the database itself lets one be open", async () => {
    const { id } = await aQuestion();
    const facts = { threadId: id, assigneeId: pilot.expert.personId, assignedAt: moment, dueAt: moment };
    await db.threadAssignment.create({ data: facts });
    await expect(db.threadAssignment.create({ data: facts })).rejects.toThrow("Unique constraint");
  });
});

describe("the assignment ends", () => {
  test("with a post of whoever was to answer, not with others'", async () => {
    const { id } = await aQuestion();
    await assignThread(pilot.coordinator, { ...toExpert(id), dueOn: "2026-03-23" });
    const current = await currentOf(id);
    await reply(pilot.coordinator, replyForm(id));
    expect((await currentOf(id)).id).toBe(current.id);
    const later = new Date("2026-03-25T08:00:00Z");
    await reply({ ...pilot.expert, at: later }, replyForm(id));
    expect(await db.threadAssignment.findUniqueOrThrow({ where: { id: current.id } })).toMatchObject({
      endedAt: later,
      endedAs: "ANSWERED",
    });
    expect((await eventsOf(id)).find(({ kind }) => kind === "forum.assignmentEnded")?.data).toEqual({
      assignmentId: current.id,
      assignee: pilot.expert.personId,
      endedAs: "ANSWERED",
      isLate: true,
    });
  });

  test("with an accepted answer, whose ever it is", async () => {
    const { id, posts } = await aQuestion({
      state: "ANSWERED",
      authors: [pilot.referent.personId, pilot.staff.personId],
    });
    await assignThread(pilot.coordinator, toExpert(id));
    await acceptAnswer(pilot.referent, { postId: posts[1]?.id ?? "" });
    expect(await db.threadAssignment.findFirstOrThrow({ where: { threadId: id } })).toMatchObject({
      endedAs: "SOLVED",
    });
    expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual([
      "forum.threadAssigned",
      "forum.assignmentEnded",
      "forum.accepted",
    ]);
  });

  test("before somebody else is named who did not see it: the form is refused", async () => {
    const { id } = await aQuestion();
    await assignThread(pilot.coordinator, toExpert(id));
    const { id: current } = await currentOf(id);
    await reply(pilot.expert, replyForm(id));
    const late = { threadId: id, assigneeId: pilot.coordinator.personId, current };
    expect(await codeOf(assignThread(pilot.coordinator, late))).toBe("forum.assignmentOver");
  });
});

denied("assignThread", "to a visitor, of a thread that everybody reads", () =>
  assignThread(visitorActor(moment), toExpert(asked.id)),
);
denied("assignThread", "to an expert", () => assignThread(pilot.expert, toExpert(asked.id)));
denied("assignThread", "to who asked", () => assignThread(pilot.referent, toExpert(asked.id)));
denied("assignThread", "to a coordinator of another programme", () =>
  assignThread(elsewhere.coordinator, toExpert(asked.id)),
);
denied("takeBackAssignment", "to a visitor, of a thread that everybody reads", () =>
  takeBackAssignment(visitorActor(moment), { id: assigned.id }),
);
denied("takeBackAssignment", "to whoever is to answer", () =>
  takeBackAssignment(pilot.expert, { id: assigned.id }),
);
denied("takeBackAssignment", "to a coordinator of another programme", () =>
  takeBackAssignment(elsewhere.coordinator, { id: assigned.id }),
);
