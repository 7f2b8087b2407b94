import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { approveMinutes } from "@/lib/sessions/minutes/approval/commands";
import { approveAfterTerm } from "@/lib/sessions/minutes/approval/jobs";
import { giveVerdict, proposeMinutes, publishMinutes } from "@/lib/sessions/minutes/approval/mutations";
import { getProposal } from "@/lib/sessions/minutes/approval/queries";
import { writePoint } from "@/lib/sessions/minutes/mutations";
import { getMinutes } from "@/lib/sessions/minutes/queries";
import { reopenSession } from "@/lib/sessions/record/mutations";
import { getOpenSession, getSession } from "@/lib/sessions/view/queries";
import { later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { moment } from "@/tests/support/factories";
import {
  afterTerm,
  aHeldSession,
  approve,
  approvedMinutes,
  aWriting,
  lastSecond,
  object,
  proposedMinutes,
  roundsOf,
  stateOf,
  worker,
  writtenMinutes,
} from "@/tests/support/minutes-factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let written: Awaited<ReturnType<typeof writtenMinutes>>;
let approved: Awaited<ReturnType<typeof writtenMinutes>>;

beforeAll(async () => {
  pilot = await aPilot();
  written = await writtenMinutes(pilot);
  approved = await approvedMinutes(pilot);
});

describe("proposing", () => {
  test("asks those who attended, with a term of seven days and the text as it stands", async () => {
    const { id } = await writtenMinutes(pilot);
    const { version, text } = await stateOf(id);
    expect(await getProposal(pilot.coordinator, pilot.programme.slug, id)).toMatchObject({
      ends: lastSecond,
    });
    await proposeMinutes(pilot.coordinator, { id, version });
    expect(await stateOf(id)).toMatchObject({
      state: "PROPOSED",
      round: 1,
      version: version + 1,
      termEndsAt: lastSecond,
    });
    const [round] = await db.minutesRound.findMany({ where: { sessionId: id } });
    expect(round).toMatchObject({ number: 1, text, proposedAt: moment, endedAs: null });
    expect((await kindsOf(id)).at(-1)).toBe("sessions.minutesProposed");
  });

  test("takes the days of the term from the rules of the day", async () => {
    const rules = await db.ruleSet.create({
      data: {
        kind: "sessions.minutesTerm",
        version: 1,
        validFrom: new Date("2026-03-01T00:00:00Z"),
        validTo: new Date("2026-04-01T00:00:00Z"),
        content: { days: 15 },
        source: "prova",
      },
      select: { id: true },
    });
    const { id } = await writtenMinutes(pilot);
    const { ends } = await getProposal(pilot.coordinator, pilot.programme.slug, id);
    expect(ends.toISOString()).toBe("2026-04-07T21:59:59.000Z");
    await db.ruleSet.delete({ where: { id: rules.id } });
  });

  test("waits for the closing, for somebody who attended and for a text", async () => {
    const held = await writtenMinutes(pilot, { state: "CONVENED" });
    const empty = await writtenMinutes(pilot, { present: [] });
    const bare = await aHeldSession(pilot);
    const attempt = async (id: string, version: number) =>
      (await refusal(proposeMinutes(pilot.coordinator, { id, version })))?.code;
    expect(await attempt(held.id, (await stateOf(held.id)).version)).toBe("minutes.closeFirst");
    expect(await attempt(empty.id, (await stateOf(empty.id)).version)).toBe("minutes.nobodyAttended");
    expect(await attempt(bare.id, 1)).toBe("minutes.nothingWritten");
  });

  test("proposes what was read: a text that changed meanwhile is told", async () => {
    const { id, point } = await writtenMinutes(pilot);
    const { version } = await stateOf(id);
    await writePoint(pilot.expert, aWriting({ id: point, version: 2 }, { text: "Un’altra frase" }));
    expect(await refusal(proposeMinutes(pilot.coordinator, { id, version }))).toBeInstanceOf(StaleError);
  });

  test("twice at once makes one round", async () => {
    const { id } = await writtenMinutes(pilot);
    const { version } = await stateOf(id);
    const results = await Promise.allSettled([
      proposeMinutes(pilot.coordinator, { id, version }),
      proposeMinutes(pilot.coordinator, { id, version }),
    ]);
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await roundsOf(id)).toHaveLength(1);
  });

  test("while the session is opened again: nothing stays proposed of a session that is not closed", async () => {
    const { id, version: sessionVersion } = await writtenMinutes(pilot);
    const { version } = await stateOf(id);
    await Promise.allSettled([
      proposeMinutes(pilot.coordinator, { id, version }),
      reopenSession(pilot.coordinator, { id, version: sessionVersion, reason: "Una presenza" }),
    ]);
    expect((await db.session.findUniqueOrThrow({ where: { id } })).state).toBe("CONVENED");
    expect((await stateOf(id)).state).toBe("DRAFT");
  });
});

describe("the end of the term", () => {
  test("approves what nobody objected to, once", async () => {
    const quiet = await proposedMinutes(pilot);
    const disputed = await proposedMinutes(pilot);
    await giveVerdict(pilot.referent, object(disputed.id));
    await approveAfterTerm(worker(lastSecond));
    expect((await stateOf(quiet.id)).state).toBe("PROPOSED");
    const [first, second] = await Promise.all([
      approveAfterTerm(worker(afterTerm)),
      approveAfterTerm(worker(afterTerm)),
    ]);
    expect(first + second).toBeGreaterThanOrEqual(1);
    expect((await stateOf(quiet.id)).state).toBe("APPROVED");
    expect((await stateOf(disputed.id)).state).toBe("OBJECTED");
    expect(await roundsOf(quiet.id)).toMatchObject([{ endedAs: "APPROVED_BY_TERM" }]);
    const events = await db.event.findMany({
      where: { subjectId: quiet.id, kind: "sessions.minutesApproved" },
    });
    expect(events).toMatchObject([{ actorKind: "system:approve-minutes", data: { round: 1, by: "term" } }]);
  });

  test("approves nothing before it, whatever the worker has read", async () => {
    const { id } = await proposedMinutes(pilot);
    const approval = { id, programmeId: pilot.programme.id, round: 1, by: "APPROVED_BY_TERM" } as const;
    expect(await inTransaction((tx) => approveMinutes(tx, worker(lastSecond), approval))).toBe(false);
    expect((await stateOf(id)).state).toBe("PROPOSED");
  });

  test("and an objection of the last second: one of them counts, and the other knows", async () => {
    const { id } = await proposedMinutes(pilot);
    const [verdict] = await Promise.allSettled([
      giveVerdict(later(pilot.referent, lastSecond), object(id)),
      approveAfterTerm(worker(afterTerm)),
    ]);
    const { state } = await stateOf(id);
    expect(state).toBe(verdict?.status === "fulfilled" ? "OBJECTED" : "APPROVED");
    if (verdict?.status === "rejected") expect(verdict.reason.code).toBe("minutes.verdictsClosed");
  });

  test("is for the worker alone", async () => {
    await expect(approveAfterTerm(pilot.coordinator)).rejects.toThrow("forbidden");
  });
});

describe("publishing", () => {
  test("opens the approved text to those whom the session is for, until the session is opened again", async () => {
    const { slug } = pilot.programme;
    const { id, version } = await approvedMinutes(pilot, { audience: "PUBLIC" });
    const texts = async () =>
      Promise.all([
        getSession(pilot.expert, slug, id).then((one) => one.minutes?.parts.length),
        getSession(pilot.referent, slug, id).then((one) => one.minutes?.parts.length),
        getSession(pilot.staff, slug, id).then((one) => one.minutes?.parts.length),
        getOpenSession(visitorActor(moment), slug, id).then((one) => one.minutes?.parts.length),
      ]);
    expect(await texts()).toEqual([1, 1, undefined, undefined]);
    await publishMinutes(pilot.coordinator, { id, version: (await stateOf(id)).version });
    expect(await texts()).toEqual([1, 1, 1, 1]);
    expect((await kindsOf(id)).at(-1)).toBe("sessions.minutesPublished");
    await reopenSession(pilot.coordinator, { id, version, reason: "Un nome sbagliato" });
    expect(await texts()).toEqual([1, undefined, undefined, undefined]);
    expect(await stateOf(id)).toMatchObject({ state: "DRAFT", publishedAt: null, round: 1 });
    expect(await roundsOf(id)).toMatchObject([{ number: 1, endedAs: "APPROVED_BY_ALL" }]);
  });

  test("waits for the approval", async () => {
    const { version } = await stateOf(written.id);
    const attempt = publishMinutes(pilot.coordinator, { id: written.id, version });
    expect(await refusal(attempt)).toMatchObject({
      code: "minutes.moveNotAllowed",
      params: { state: "DRAFT", move: "publish" },
    });
    const stale = publishMinutes(pilot.coordinator, { id: approved.id, version: 1 });
    expect(await refusal(stale)).toBeInstanceOf(StaleError);
  });

  test("a proposal that is withdrawn keeps what was said of it", async () => {
    const { id, version } = await proposedMinutes(pilot);
    await giveVerdict(pilot.expert, approve(id));
    await reopenSession(pilot.coordinator, { id, version, reason: "Una presenza" });
    const view = await getMinutes(pilot.coordinator, pilot.programme.slug, id);
    expect(view.minutes).toMatchObject({ state: "DRAFT", termEndsAt: null });
    expect(view.rounds).toMatchObject([{ endedAs: "WITHDRAWN", verdicts: [{ verdict: "APPROVED" }] }]);
    expect((await refusal(giveVerdict(pilot.referent, approve(id))))?.code).toBe("minutes.verdictsClosed");
  });
});

denied("proposeMinutes", "to an expert, who writes them", async () =>
  proposeMinutes(pilot.expert, { id: written.id, version: (await stateOf(written.id)).version }),
);
denied("publishMinutes", "to an expert", async () =>
  publishMinutes(pilot.expert, { id: approved.id, version: (await stateOf(approved.id)).version }),
);
