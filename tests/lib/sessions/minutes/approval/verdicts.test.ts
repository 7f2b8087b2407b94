import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { giveVerdict, proposeMinutes } from "@/lib/sessions/minutes/approval/mutations";
import { listMinutesToJudge } from "@/lib/sessions/minutes/approval/queries";
import { writePoint } from "@/lib/sessions/minutes/mutations";
import { getMinutes } from "@/lib/sessions/minutes/queries";
import { giveVerdictSchema } from "@/lib/sessions/minutes/schema";
import { actorFor, later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { moment } from "@/tests/support/factories";
import {
  approve,
  approvedMinutes,
  aWriting,
  lastSecond,
  object,
  proposedMinutes,
  roundsOf,
  stateOf,
  writtenMinutes,
} from "@/tests/support/minutes-factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let written: Awaited<ReturnType<typeof writtenMinutes>>;
let proposed: Awaited<ReturnType<typeof writtenMinutes>>;
let approved: Awaited<ReturnType<typeof writtenMinutes>>;

beforeAll(async () => {
  pilot = await aPilot();
  written = await writtenMinutes(pilot);
  proposed = await proposedMinutes(pilot);
  approved = await approvedMinutes(pilot);
});

describe("verdicts", () => {
  test("the approval of all approves, locks and asks for the document", async () => {
    const { id } = await proposedMinutes(pilot);
    await giveVerdict(pilot.expert, approve(id));
    expect((await stateOf(id)).state).toBe("PROPOSED");
    await giveVerdict(pilot.referent, approve(id));
    expect(await stateOf(id)).toMatchObject({ state: "APPROVED", termEndsAt: null });
    expect(await roundsOf(id)).toMatchObject([{ endedAs: "APPROVED_BY_ALL" }]);
    expect((await kindsOf(id)).slice(-3)).toEqual([
      "sessions.minutesAgreed",
      "sessions.minutesAgreed",
      "sessions.minutesApproved",
    ]);
    const jobs = await db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from graphile_worker._private_jobs where payload::jsonb->>'sessionId' = ${id}`;
    expect(jobs).toEqual([{ n: 1 }]);
  });

  test("an objection stops the round; others may still say theirs; corrected, it is proposed anew", async () => {
    const { id, point } = await proposedMinutes(pilot);
    await giveVerdict(pilot.referent, object(id));
    expect((await stateOf(id)).state).toBe("OBJECTED");
    await giveVerdict(pilot.expert, approve(id));
    expect((await stateOf(id)).state).toBe("OBJECTED");
    await writePoint(pilot.expert, aWriting({ id: point, version: 2 }, { text: "Con il nome" }));
    const tomorrow = later(pilot.coordinator, new Date("2026-03-24T09:00:00Z"));
    await proposeMinutes(tomorrow, { id, version: (await stateOf(id)).version });
    await giveVerdict(pilot.expert, approve(id, 2));
    await giveVerdict(pilot.referent, approve(id, 2));
    const view = await getMinutes(pilot.coordinator, pilot.programme.slug, id);
    expect(view.minutes).toMatchObject({ state: "APPROVED", round: 2 });
    expect(view.rounds.map(({ number, endedAs, verdicts }) => [number, endedAs, verdicts.length])).toEqual([
      [2, "APPROVED_BY_ALL", 2],
      [1, "OBJECTED", 2],
    ]);
    expect(view.rounds[1]?.verdicts).toContainEqual(
      expect.objectContaining({ verdict: "OBJECTED", text: "Manca un nome", givenAt: moment }),
    );
    expect(view.rounds[1]?.text).not.toContain("Con il nome");
  });

  test("an objection says why, an approval need not", () => {
    const read = (fields: Record<string, string>) =>
      giveVerdictSchema.safeParse({ id: proposed.id, round: "1", ...fields });
    expect(read({ verdict: "OBJECTED" }).error?.issues).toMatchObject([
      { path: ["text"], message: "minutes.sayWhy" },
    ]);
    expect(read({ verdict: "APPROVED" }).success).toBe(true);
    expect(read({}).error?.issues).toMatchObject([{ path: ["verdict"], message: "chooseOne" }]);
  });

  test("two of one person at once: one is kept", async () => {
    const { id } = await proposedMinutes(pilot);
    const results = await Promise.allSettled([
      giveVerdict(pilot.referent, approve(id)),
      giveVerdict(pilot.referent, object(id)),
    ]);
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [verdict, ...more] = await db.minutesVerdict.findMany({ where: { sessionId: id } });
    expect(more).toEqual([]);
    expect((await stateOf(id)).state).toBe(verdict?.verdict === "OBJECTED" ? "OBJECTED" : "PROPOSED");
    expect((await refusal(giveVerdict(pilot.referent, approve(id))))?.code).toBe("minutes.alreadyJudged");
  });

  test("the last two approvals at once approve once", async () => {
    const { id } = await proposedMinutes(pilot);
    await Promise.all([giveVerdict(pilot.expert, approve(id)), giveVerdict(pilot.referent, approve(id))]);
    expect((await stateOf(id)).state).toBe("APPROVED");
    expect((await kindsOf(id)).filter((one) => one === "sessions.minutesApproved")).toHaveLength(1);
  });

  test("while another text is proposed: a verdict is on the text that was read, or is told", async () => {
    const { id } = await proposedMinutes(pilot);
    await giveVerdict(pilot.referent, object(id));
    const { version } = await stateOf(id);
    const [, verdict] = await Promise.allSettled([
      proposeMinutes(pilot.coordinator, { id, version }),
      giveVerdict(pilot.expert, approve(id)),
    ]);
    const rows = await db.minutesVerdict.findMany({
      where: { sessionId: id, personId: pilot.expert.personId },
    });
    if (verdict?.status === "fulfilled") expect(rows).toMatchObject([{ round: 1 }]);
    else {
      expect(verdict?.reason).toBeInstanceOf(StaleError);
      expect(rows).toEqual([]);
    }
    expect(await stateOf(id)).toMatchObject({ state: "PROPOSED", round: 2 });
    expect(await refusal(giveVerdict(pilot.expert, approve(id)))).toBeInstanceOf(StaleError);
  });

  test("count until the last second of the term", async () => {
    const { id } = await proposedMinutes(pilot);
    const tooLate = later(pilot.expert, new Date("2026-03-30T22:00:00Z"));
    expect((await refusal(giveVerdict(tooLate, approve(id))))?.code).toBe("minutes.verdictsClosed");
    await giveVerdict(later(pilot.expert, lastSecond), approve(id));
    expect(await db.minutesVerdict.count({ where: { sessionId: id } })).toBe(1);
  });

  test("are asked for on the first page of those who were there, until they are given", async () => {
    const { id } = await proposedMinutes(pilot);
    const asked = async (actor: Actor) => (await listMinutesToJudge(actor, 100)).some((one) => one.id === id);
    expect([await asked(pilot.expert), await asked(pilot.staff), await asked(pilot.coordinator)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await asked(later(pilot.expert, new Date("2026-03-30T22:00:00Z")))).toBe(false);
    await giveVerdict(pilot.referent, object(id));
    expect([await asked(pilot.referent), await asked(pilot.expert)]).toEqual([false, true]);
    const tomorrow = later(pilot.coordinator, new Date("2026-03-24T09:00:00Z"));
    await proposeMinutes(tomorrow, { id, version: (await stateOf(id)).version });
    expect(await asked(pilot.referent)).toBe(true);
  });

  test("of minutes that are a draft, or approved, are refused", async () => {
    expect((await refusal(giveVerdict(pilot.expert, approve(approved.id))))?.code).toBe(
      "minutes.verdictsClosed",
    );
    expect(await refusal(giveVerdict(pilot.expert, approve(written.id)))).toBeInstanceOf(StaleError);
  });
});

denied("giveVerdict", "to the coordinator, who was not there", () =>
  giveVerdict(pilot.coordinator, approve(proposed.id)),
);
denied("giveVerdict", "to staff recorded as absent", () => giveVerdict(pilot.staff, object(proposed.id)));
denied("giveVerdict", "to somebody who was there and left the programme", () =>
  giveVerdict(actorFor(pilot.referent.personId), approve(proposed.id)),
);
denied("giveVerdict", "to a visitor", () => giveVerdict(visitorActor(moment), approve(proposed.id)));
