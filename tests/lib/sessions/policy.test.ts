import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import {
  canCopyInto,
  canEnterRoom,
  canManage,
  canNameDeputy,
  canPublishMinutes,
  canReadMinutes,
  canReadMinutesDraft,
  canReply,
  canSchedule,
  canSeePeople,
  canWriteMinutes,
  managedBy,
  onReservedPage,
  visibleTo,
} from "@/lib/sessions/policy";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { aProgramme, moment } from "@/tests/support/factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;

beforeAll(async () => {
  pilot = await aPilot();
  const { coordinator, expert, observer, referent, staff, manager } = pilot;
  const other = await aProgramme();
  actors = {
    visitor: visitorActor(moment),
    system: systemActor("notify", moment),
    nobody: await actorWithoutRole(),
    administrator: await actorAs("ADMINISTRATOR"),
    "privacy officer": await actorAs("PRIVACY_OFFICER"),
    manager,
    coordinator,
    expert,
    observer,
    referent,
    staff,
    "coordinator elsewhere": await actorAs("COORDINATOR", { programmeId: other.id }),
    "referent elsewhere": await actorAs("REFERENT", { programmeId: other.id, organisationId: pilot.body.id }),
  };
});

/** Everybody who may, in alphabetical order: a new power of anybody shows up here. */
const who = (may: (actor: Actor) => boolean) =>
  Object.entries(actors)
    .flatMap(([name, actor]) => (may(actor) ? [name] : []))
    .toSorted();

describe("in a programme", () => {
  test("the coordinator fills the schedule, manages sessions and publishes minutes", () => {
    const scope = { programmeId: pilot.programme.id, deputyId: null };
    expect(who((actor) => canSchedule(actor, scope))).toEqual(["coordinator"]);
    expect(who((actor) => canManage(actor, scope))).toEqual(["coordinator"]);
    expect(who((actor) => canPublishMinutes(actor, scope))).toEqual(["coordinator"]);
  });

  test("coordinator and expert write minutes and read them before they are published", () => {
    const scope = { programmeId: pilot.programme.id, deputyId: null };
    expect(who((actor) => canWriteMinutes(actor, scope))).toEqual(["coordinator", "expert"]);
    expect(who((actor) => canReadMinutesDraft(actor, scope))).toEqual(["coordinator", "expert", "system"]);
  });

  test("members see people and enter the room; a public session's room is open to all", () => {
    const scope = { programmeId: pilot.programme.id };
    const members = ["coordinator", "expert", "observer", "referent", "staff"];
    expect(who((actor) => canSeePeople(actor, scope))).toEqual([...members, "system"]);
    expect(who((actor) => canEnterRoom(actor, { ...scope, audience: "PROGRAMME" }))).toEqual(members);
    expect(who((actor) => canEnterRoom(actor, { ...scope, audience: "ANNOUNCED" }))).toEqual(members);
    expect(who((actor) => canEnterRoom(actor, { ...scope, audience: "PUBLIC" }))).toEqual(
      Object.keys(actors).toSorted(),
    );
  });

  test("published minutes of an open session are read by all, those of the group by its members", () => {
    const scope = { programmeId: pilot.programme.id };
    const members = ["coordinator", "expert", "observer", "referent", "staff", "system"];
    expect(who((actor) => canReadMinutes(actor, { ...scope, audience: "ANNOUNCED" }))).toEqual(members);
    expect(who((actor) => canReadMinutes(actor, { ...scope, audience: "PROGRAMME" }))).toEqual(members);
    expect(who((actor) => canReadMinutes(actor, { ...scope, audience: "PUBLIC" }))).toEqual(
      Object.keys(actors).toSorted(),
    );
  });

  test("only who is invited, and still in the programme, replies and names a substitute", () => {
    const former = actors.nobody?.personId ?? "";
    const invitedIds = [pilot.staff.personId, pilot.expert.personId, former];
    const session = { programmeId: pilot.programme.id, invitedIds };
    expect(who((actor) => canReply(actor, session))).toEqual(["expert", "staff"]);
  });

  test("the coordinator names a deputy", () => {
    const scope = { programmeId: pilot.programme.id };
    expect(who((actor) => canNameDeputy(actor, scope))).toEqual(["coordinator"]);
  });

  test("a deputy runs the one session, without publishing its minutes, naming another or scheduling", () => {
    const scope = { programmeId: pilot.programme.id, deputyId: pilot.staff.personId };
    expect(who((actor) => canManage(actor, scope))).toEqual(["coordinator", "staff"]);
    expect(who((actor) => canWriteMinutes(actor, scope))).toEqual(["coordinator", "expert", "staff"]);
    expect(who((actor) => canReadMinutesDraft(actor, scope))).toEqual([
      "coordinator",
      "expert",
      "staff",
      "system",
    ]);
    expect(who((actor) => canPublishMinutes(actor, scope))).toEqual(["coordinator"]);
    expect(who((actor) => canNameDeputy(actor, scope))).toEqual(["coordinator"]);
    expect(who((actor) => canSchedule(actor, scope))).toEqual(["coordinator"]);
  });

  test("a deputy who left the programme, or was never in it, runs nothing", () => {
    const powers = (personId: string | null) => {
      const scope = { programmeId: pilot.programme.id, deputyId: personId };
      return who((actor) => canManage(actor, scope));
    };
    for (const name of ["nobody", "administrator", "manager", "observer", "referent elsewhere", "visitor"]) {
      expect(powers(actors[name]?.personId ?? null), name).toEqual(["coordinator"]);
    }
  });

  test("a new edition is filled by its manager or coordinator", () => {
    expect(who((actor) => canCopyInto(actor, pilot.programme))).toEqual(["coordinator", "manager"]);
  });
});

describe("sessions exist", () => {
  const cases = [
    ["drafts", { state: "DRAFT", audience: "PUBLIC" }, "running"],
    ["cancelled drafts", { state: "CANCELLED", audience: "PUBLIC" }, "running"],
    ["convened for the programme", { state: "CONVENED", audience: "PROGRAMME" }, "members"],
    ["closed, for the programme", { state: "CLOSED", audience: "PROGRAMME" }, "members"],
    [
      "cancelled after convening",
      { state: "CANCELLED", audience: "PROGRAMME", convenedAt: moment },
      "members",
    ],
    ["convened, announced to all", { state: "CONVENED", audience: "ANNOUNCED" }, "all"],
    ["convened in public", { state: "CONVENED", audience: "PUBLIC" }, "all"],
    ["closed in public", { state: "CLOSED", audience: "PUBLIC" }, "all"],
    [
      "cancelled in public after convening",
      { state: "CANCELLED", audience: "PUBLIC", convenedAt: moment },
      "all",
    ],
  ] as const;

  test.each(cases)("%s", async (_name, facts, circle) => {
    const { id } = await aSession(pilot.programme.id, facts);
    const seen: string[] = [];
    for (const [name, actor] of Object.entries(actors)) {
      if (await db.session.count({ where: { AND: [{ id }, visibleTo(actor)] } })) seen.push(name);
    }
    const expected = {
      running: ["coordinator", "expert", "system"],
      members: ["coordinator", "expert", "manager", "observer", "referent", "staff", "system"],
      all: Object.keys(actors),
    }[circle];
    expect(seen.toSorted()).toEqual([...expected].toSorted());
  });

  test("drafts, for whoever was made their deputy", async () => {
    const { id } = await aSession(pilot.programme.id);
    const seesDraft = async (deputyId: string | null) => {
      await db.session.update({ where: { id }, data: { deputyId } });
      const where = { AND: [{ id }, visibleTo(pilot.referent)] };
      return (await db.session.count({ where })) === 1;
    };
    expect(await seesDraft(null)).toBe(false);
    expect(await seesDraft(pilot.staff.personId)).toBe(false);
    expect(await seesDraft(pilot.referent.personId)).toBe(true);
  });

  test("and are managed in a query by whom the rule for one says", async () => {
    const deputies = [null, pilot.staff.personId, pilot.observer.personId, actors.manager?.personId ?? null];
    for (const deputyId of deputies) {
      const { id } = await aSession(pilot.programme.id, { deputyId });
      const found: string[] = [];
      for (const [name, actor] of Object.entries(actors)) {
        if (await db.session.count({ where: { AND: [{ id }, managedBy(actor)] } })) found.push(name);
      }
      const scope = { programmeId: pilot.programme.id, deputyId };
      expect(found.toSorted(), String(deputyId)).toEqual(who((actor) => canManage(actor, scope)));
    }
  });

  test("on a reserved page, below their own programme, for those who work on it", async () => {
    const { slug, id: programmeId } = pilot.programme;
    const { id } = await aSession(programmeId, { state: "CONVENED", audience: "PUBLIC" });
    const reads: string[] = [];
    for (const [name, actor] of Object.entries(actors)) {
      if (await db.session.count({ where: onReservedPage(actor, { slug, id }) })) reads.push(name);
    }
    const circle = ["administrator", "coordinator", "expert", "manager", "observer", "referent", "staff"];
    expect(reads.toSorted()).toEqual(circle);
    const { slug: elsewhere } = await aProgramme();
    const there = onReservedPage(pilot.coordinator, { slug: elsewhere, id });
    expect(await db.session.count({ where: there })).toBe(0);
    const unreadable = onReservedPage(pilot.coordinator, { slug, id: "x" });
    expect(await db.session.count({ where: unreadable })).toBe(0);
  });

  test("in a programme that is a draft, a public session is not public", async () => {
    const draft = await aProgramme({ state: "DRAFT" });
    const { id } = await aSession(draft.id, { state: "CONVENED", audience: "PUBLIC" });
    expect(await db.session.count({ where: { AND: [{ id }, visibleTo(visitorActor(moment))] } })).toBe(0);
  });
});
