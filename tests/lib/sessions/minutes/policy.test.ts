import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import {
  canCompleteTask,
  canJudgeMinutes,
  canProposeMinutes,
  canReadRounds,
  canReadText,
} from "@/lib/sessions/minutes/policy";
import { actorAs, actorFor, actorWithoutRole } from "@/tests/support/actors";
import { aProgramme, moment } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;
let attendedIds: string[];

beforeAll(async () => {
  pilot = await aPilot();
  const { coordinator, expert, observer, referent, staff, manager } = pilot;
  const other = await aProgramme();
  const left = await actorWithoutRole();
  actors = {
    visitor: visitorActor(moment),
    system: systemActor("make-minutes-pdf", moment),
    nobody: await actorWithoutRole(),
    administrator: await actorAs("ADMINISTRATOR"),
    manager,
    coordinator,
    expert,
    observer,
    referent,
    "staff, who was there": staff,
    "somebody who was there and left the programme": left,
    "somebody who was there and is elsewhere now": actorFor(left.personId, [
      { role: "COORDINATOR", programmeId: other.id },
    ]),
    "referent elsewhere": await actorAs("REFERENT", { programmeId: other.id, organisationId: pilot.body.id }),
  };
  attendedIds = [staff.personId, left.personId];
});

const who = (may: (actor: Actor) => boolean) =>
  Object.entries(actors)
    .flatMap(([name, actor]) => (may(actor) ? [name] : []))
    .toSorted();
const scope = (deputyId: string | null = null) => ({
  programmeId: pilot.programme.id,
  deputyId,
  attendedIds,
});
const writers = ["coordinator", "expert"];

describe("minutes", () => {
  test("are proposed by the coordinator and the deputy", () => {
    expect(who((actor) => canProposeMinutes(actor, scope()))).toEqual(["coordinator"]);
    const deputy = scope(pilot.referent.personId);
    expect(who((actor) => canProposeMinutes(actor, deputy))).toEqual(["coordinator", "referent"]);
  });

  test("are judged by those who attended and are still in the programme", () => {
    expect(who((actor) => canJudgeMinutes(actor, scope()))).toEqual(["staff, who was there"]);
  });

  test("show their rounds to those who write and those who were asked", () => {
    expect(who((actor) => canReadRounds(actor, scope()))).toEqual([
      ...writers,
      "staff, who was there",
      "system",
    ]);
    expect(who((actor) => canReadRounds(actor, scope(pilot.referent.personId)))).toEqual([
      ...writers,
      "referent",
      "staff, who was there",
      "system",
    ]);
  });

  test("are read by those who write, then by those who were asked, then by whoever the session's minutes are for", () => {
    const reads = (minutesState: "DRAFT" | "PROPOSED" | "OBJECTED" | "APPROVED" | "PUBLISHED") =>
      who((actor) => canReadText(actor, { ...scope(), audience: "ANNOUNCED", minutesState }));
    const asked = [...writers, "staff, who was there", "system"];
    expect(reads("DRAFT")).toEqual([...writers, "system"]);
    const deputy = {
      ...scope(pilot.referent.personId),
      audience: "ANNOUNCED",
      minutesState: "DRAFT",
    } as const;
    expect(who((actor) => canReadText(actor, deputy))).toEqual([...writers, "referent", "system"]);
    expect(reads("PROPOSED")).toEqual(asked);
    expect(reads("OBJECTED")).toEqual(asked);
    expect(reads("APPROVED")).toEqual(asked);
    expect(reads("PUBLISHED")).toEqual([
      ...writers,
      "observer",
      "referent",
      "staff, who was there",
      "system",
    ]);
    expect(
      who((actor) => canReadText(actor, { ...scope(), audience: "PUBLIC", minutesState: "PUBLISHED" })),
    ).toEqual(Object.keys(actors).toSorted());
  });

  test("leave a task to its owner and to who manages the session", () => {
    const programmeId = pilot.programme.id;
    const of = (ownerId: string | null, deputyId: string | null = null) =>
      who((actor) => canCompleteTask(actor, { programmeId, deputyId, ownerId }));
    expect(of(pilot.staff.personId)).toEqual(["coordinator", "staff, who was there"]);
    expect(of(attendedIds[1] ?? null)).toEqual(["coordinator"]);
    expect(of(null)).toEqual(["coordinator"]);
    expect(of(null, pilot.referent.personId)).toEqual(["coordinator", "referent"]);
  });
});
