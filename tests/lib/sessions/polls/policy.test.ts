import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { canAnswerPoll, canRunPoll, pollVisibleTo } from "@/lib/sessions/polls/policy";
import { moment } from "@/tests/support/factories";
import { permitted } from "@/tests/support/portal-actors";
import { actorsAround, aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;

beforeAll(async () => {
  pilot = await aPilot();
  actors = await actorsAround(pilot);
});

test("the coordinator and the draft's deputy run a poll, and those who are asked answer", () => {
  const askedIds = [pilot.staff.personId, pilot.expert.personId];
  const may = (deputyId: string | null) =>
    permitted(actors, (actor) => canRunPoll(actor, { programmeId: pilot.programme.id, deputyId }));
  expect(may(null)).toEqual(["coordinator"]);
  expect(may(pilot.referent.personId)).toEqual(["coordinator", "referent"]);
  expect(permitted(actors, (actor) => canAnswerPoll(actor, { askedIds }))).toEqual(["expert", "staff"]);
});

test("a poll exists for the members of its programme, though its draft does not", async () => {
  const session = await aSession(pilot.programme.id);
  const poll = await db.datePoll.create({
    data: { sessionId: session.id, closesAt: moment, createdAt: moment },
    select: { id: true },
  });
  const seen: string[] = [];
  for (const [name, actor] of Object.entries(actors)) {
    if (await db.datePoll.count({ where: { AND: [poll, pollVisibleTo(actor)] } })) seen.push(name);
  }
  expect(seen).toEqual(["coordinator", "expert", "observer", "referent", "staff", "system"]);
});
