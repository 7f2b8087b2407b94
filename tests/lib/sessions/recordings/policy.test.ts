import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { canManageRecordings, recordingsVisibleTo } from "@/lib/sessions/recordings/policy";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { aRecording } from "@/tests/support/conference-factories";
import { aProgramme, moment } from "@/tests/support/factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;

beforeAll(async () => {
  pilot = await aPilot();
  const { programme: _programme, body: _body, ...roles } = pilot;
  actors = {
    ...roles,
    visitor: visitorActor(moment),
    system: systemActor("expire-recordings", moment),
    nobody: await actorWithoutRole(),
    administrator: await actorAs("ADMINISTRATOR"),
    "coordinator elsewhere": await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id }),
  };
});

test("only the coordinator and the deputy manage recordings", () => {
  const allowed = (deputyId: string | null) =>
    Object.entries(actors).flatMap(([name, actor]) =>
      canManageRecordings(actor, { programmeId: pilot.programme.id, deputyId }) ? [name] : [],
    );
  expect(allowed(null)).toEqual(["coordinator"]);
  expect(allowed(pilot.staff.personId)).toEqual(["coordinator", "staff"]);
});

describe("a recording", () => {
  const members = ["coordinator", "expert", "observer", "referent", "staff", "system"];
  const managers = ["coordinator", "system"];
  const published = { state: "PUBLISHED", publishedAt: moment } as const;
  const removed = { state: "REMOVED", removedAt: moment, removalReason: "BY_HAND" } as const;

  test.each([
    ["not published, of a public session", "PUBLIC", {}, managers],
    ["published for the programme, of a public session", "PUBLIC", published, members],
    ["published for everybody, of a public session", "PUBLIC", { ...published, isOpen: true }, "all"],
    ["of a session that was made reserved since", "PROGRAMME", { ...published, isOpen: true }, members],
    ["of a session that is announced", "ANNOUNCED", { ...published, isOpen: true }, members],
    ["that was removed", "PUBLIC", removed, managers],
  ] as const)("%s", async (_name, audience, facts, circle) => {
    const session = await aSession(pilot.programme.id, { state: "CLOSED", audience });
    const { id } = await aRecording(session.id, facts);
    const seen: string[] = [];
    for (const [name, actor] of Object.entries(actors)) {
      const where = { AND: [{ id }, recordingsVisibleTo(actor)] };
      if (await db.sessionRecording.count({ where })) seen.push(name);
    }
    expect(seen.toSorted()).toEqual([...(circle === "all" ? Object.keys(actors) : circle)].toSorted());
  });

  test("that is not published exists for the deputy of its session and for no other", async () => {
    const where = async (deputyId: string | null) => {
      const session = await aSession(pilot.programme.id, { state: "CLOSED", deputyId });
      const { id } = await aRecording(session.id);
      return { AND: [{ id }, recordingsVisibleTo(pilot.staff)] };
    };
    expect(await db.sessionRecording.count({ where: await where(pilot.staff.personId) })).toBe(1);
    expect(await db.sessionRecording.count({ where: await where(pilot.referent.personId) })).toBe(0);
  });

  test("of a public session in a programme that is a draft is not for everybody", async () => {
    const draft = await aProgramme({ state: "DRAFT" });
    const session = await aSession(draft.id, { state: "CLOSED", audience: "PUBLIC" });
    const { id } = await aRecording(session.id, { ...published, isOpen: true });
    const where = { AND: [{ id }, recordingsVisibleTo(visitorActor(moment))] };
    expect(await db.sessionRecording.count({ where })).toBe(0);
  });
});
