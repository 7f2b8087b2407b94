import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { endOfRomeDay } from "@/lib/platform/rome-time";
import { completeTask, requestFromDecision, resumeTask } from "@/lib/sessions/minutes/follow/mutations";
import { getDecision, listOpenTasks } from "@/lib/sessions/minutes/follow/queries";
import { writePoint } from "@/lib/sessions/minutes/mutations";
import { requestFromDecisionSchema, taskSchema } from "@/lib/sessions/minutes/schema";
import { actorFor } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anOrganisation, moment } from "@/tests/support/factories";
import { aWriting, writtenMinutes } from "@/tests/support/minutes-factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let task: { task: string; from: "minutes" };
let decision: string;

async function aTask(owner: string, due = "2026-03-31") {
  const { id, point } = await writtenMinutes(pilot);
  await writePoint(
    pilot.coordinator,
    aWriting({ id: point, version: 2 }, { tasks: { new0: { text: "Scrivere la nota", owner, due } } }),
  );
  const row = await db.task.findFirstOrThrow({ where: { pointId: point }, select: { id: true } });
  return { sessionId: id, input: { ...taskSchema.parse({ task: row.id }), from: "minutes" as const } };
}

async function aDecision() {
  const { id, point } = await writtenMinutes(pilot);
  const row = await db.decision.findFirstOrThrow({ where: { pointId: point }, select: { id: true } });
  return { sessionId: id, point, id: row.id };
}

const asked = (decisionId: string, more: Record<string, unknown> = {}) =>
  requestFromDecisionSchema.parse({
    decision: decisionId,
    programme: pilot.programme.slug,
    title: "Matrice completa",
    dueDay: "2026-04-17",
    ...more,
  });

beforeAll(async () => {
  pilot = await aPilot();
  task = (await aTask(pilot.staff.personId)).input;
  decision = (await aDecision()).id;
});

describe("a task", () => {
  test("stands on its owner's first page until it is done, the most urgent first", async () => {
    const owner = pilot.referent;
    const late = await aTask(owner.personId, "2026-04-10");
    const soon = await aTask(owner.personId, "2026-03-24");
    const ids = async () => (await listOpenTasks(owner)).map((one) => one.id);
    expect(await ids()).toEqual([soon.input.task, late.input.task]);
    expect(await listOpenTasks(pilot.observer)).toEqual([]);
    await completeTask(owner, soon.input);
    await completeTask(owner, soon.input);
    expect(await ids()).toEqual([late.input.task]);
    const row = await db.task.findUniqueOrThrow({ where: { id: soon.input.task } });
    expect(row).toMatchObject({ doneAt: moment, doneById: owner.personId });
    await resumeTask(pilot.coordinator, soon.input);
    expect(await ids()).toHaveLength(2);
    const events = await db.event.findMany({ where: { subjectId: soon.sessionId }, orderBy: { seq: "asc" } });
    expect(events.slice(-2).map((one) => one.kind)).toEqual([
      "sessions.taskCompleted",
      "sessions.taskResumed",
    ]);
  });

  test("leaves the first page of whoever leaves the programme", async () => {
    await aTask(pilot.referent.personId);
    expect(await listOpenTasks(actorFor(pilot.referent.personId))).toEqual([]);
  });
});

describe("a decision", () => {
  test("becomes a request to all bodies, linked both ways", async () => {
    const { sessionId, id, point } = await aDecision();
    const request = await requestFromDecision(pilot.coordinator, asked(id));
    const row = await db.deliverableRequest.findUniqueOrThrow({
      where: { id: request.id },
      include: { deliverables: true, decision: true },
    });
    expect(row).toMatchObject({
      sessionId,
      title: "Matrice completa",
      dueAt: endOfRomeDay("2026-04-17"),
      decision: { id },
      deliverables: [{ organisationId: pilot.body.id }],
    });
    const kinds = await db.event.findMany({
      where: { OR: [{ subjectId: sessionId }, { subjectId: request.id }] },
      orderBy: { seq: "asc" },
    });
    expect(kinds.slice(-2).map((one) => one.kind)).toEqual([
      "documents.requestCreated",
      "sessions.decisionRequested",
    ]);
    const away = writePoint(
      pilot.coordinator,
      aWriting({ id: point, version: 2 }, { decisions: { [id]: {} } }),
    );
    expect(await refusal(away)).toMatchObject({
      code: "minutes.decisionIsRequest",
      field: `decisions.${id}.text`,
    });
  });

  test("becomes one request, whoever asks at once", async () => {
    const { id } = await aDecision();
    const before = await db.deliverableRequest.count();
    const results = await Promise.allSettled([
      requestFromDecision(pilot.coordinator, asked(id)),
      requestFromDecision(pilot.coordinator, asked(id)),
    ]);
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.deliverableRequest.count()).toBe(before + 1);
    expect((await refusal(requestFromDecision(pilot.coordinator, asked(id))))?.code).toBe(
      "minutes.alreadyRequested",
    );
  });

  test("asks its own programme, whatever the form says, and only bodies that take part", async () => {
    const { id } = await aDecision();
    const elsewhere = await aPilot();
    const request = await requestFromDecision(
      pilot.coordinator,
      asked(id, { programme: elsewhere.programme.slug }),
    );
    expect(request.slug).toBe(pilot.programme.slug);
    const other = await aDecision();
    const stranger = await anOrganisation();
    const attempt = requestFromDecision(
      pilot.coordinator,
      asked(other.id, { owedBy: "some", bodies: [stranger.id] }),
    );
    expect((await refusal(attempt))?.code).toBe("documents.bodyNotInProgramme");
    const past = requestFromDecision(pilot.coordinator, asked(other.id, { dueDay: "2026-03-20" }));
    expect((await refusal(past))?.code).toBe("documents.dueInThePast");
  });

  test("is shown to who may turn it, with what it became", async () => {
    const { sessionId, id } = await aDecision();
    const { slug } = pilot.programme;
    expect(await getDecision(pilot.coordinator, slug, sessionId, id)).toMatchObject({ requestId: null });
    const request = await requestFromDecision(pilot.coordinator, asked(id));
    expect(await getDecision(pilot.coordinator, slug, sessionId, id)).toMatchObject({
      requestId: request.id,
    });
    await expect(getDecision(pilot.expert, slug, sessionId, id)).rejects.toThrow("forbidden");
  });
});

denied("completeTask", "to somebody else", () => completeTask(pilot.referent, task));
denied("completeTask", "to an expert", () => completeTask(pilot.expert, task));
denied("completeTask", "to an owner who left the programme", () =>
  completeTask(actorFor(pilot.staff.personId), task),
);
denied("resumeTask", "to somebody else", () => resumeTask(pilot.observer, task));
denied("requestFromDecision", "to an expert", () => requestFromDecision(pilot.expert, asked(decision)));
denied("requestFromDecision", "to a referent", () => requestFromDecision(pilot.referent, asked(decision)));
