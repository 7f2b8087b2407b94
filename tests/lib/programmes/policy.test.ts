import { describe, expect, test } from "vitest";
import { type Actor, personActor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/db/generated/enums";
import {
  canAgreeToSelection,
  canClone,
  canCreate,
  canEdit,
  canEditOutcomes,
  canEnter,
  canMove,
  canProposeOutcome,
  canSelectBodies,
  enrolmentsVisibleTo,
  indicatorsVisibleTo,
  outcomesVisibleTo,
  visibleTo,
  workedOnBy,
} from "@/lib/programmes/policy";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";

const programme = { id: "p", promoterId: "o" };

type Who = Role | "VISITOR" | "SYSTEM" | "COORDINATOR elsewhere" | "PROGRAMME_MANAGER elsewhere";

/** One actor a role, and those who hold a role somewhere else. */
function actors(ids: { programme: string; promoter: string; body: string }): Record<Who, Actor> {
  const as = (role: Role, programmeId: string | null, organisationId: string | null) =>
    personActor(
      {
        personId: "00000000-0000-7000-8000-000000000001",
        assignments: [{ role, programmeId, organisationId }],
      },
      moment,
    );
  const other = "00000000-0000-7000-8000-0000000000ff";
  return {
    ADMINISTRATOR: as("ADMINISTRATOR", null, null),
    PRIVACY_OFFICER: as("PRIVACY_OFFICER", null, null),
    PROGRAMME_MANAGER: as("PROGRAMME_MANAGER", null, ids.promoter),
    COORDINATOR: as("COORDINATOR", ids.programme, null),
    EXPERT: as("EXPERT", ids.programme, null),
    OBSERVER: as("OBSERVER", ids.programme, null),
    REFERENT: as("REFERENT", ids.programme, ids.body),
    STAFF: as("STAFF", ids.programme, ids.body),
    VISITOR: visitorActor(moment),
    SYSTEM: systemActor("notify", moment),
    "COORDINATOR elsewhere": as("COORDINATOR", other, null),
    "PROGRAMME_MANAGER elsewhere": as("PROGRAMME_MANAGER", null, other),
  };
}

const all = actors({ programme: "p", promoter: "o", body: "b" });
const whoMay = (may: (actor: Actor) => boolean) =>
  Object.entries(all).flatMap(([who, actor]) => (may(actor) ? [who] : []));

describe("who may do what in a programme: the complete sets", () => {
  test.each<[string, (actor: Actor) => boolean, Who[]]>([
    ["edit", (actor) => canEdit(actor, programme), ["COORDINATOR"]],
    ["move", (actor) => canMove(actor, programme), ["COORDINATOR"]],
    ["select bodies", (actor) => canSelectBodies(actor, programme), ["COORDINATOR"]],
    [
      "agree to a selection",
      (actor) => canAgreeToSelection(actor, programme),
      ["COORDINATOR", "EXPERT", "OBSERVER"],
    ],
    ["edit outcomes", (actor) => canEditOutcomes(actor, programme), ["COORDINATOR"]],
    [
      "propose an outcome",
      (actor) => canProposeOutcome(actor, programme),
      ["COORDINATOR", "EXPERT", "REFERENT"],
    ],
    ["clone", (actor) => canClone(actor, programme), ["PROGRAMME_MANAGER"]],
    ["create", (actor) => canCreate(actor, "o"), ["PROGRAMME_MANAGER"]],
    [
      "enter the reserved pages",
      (actor) => canEnter(actor, programme),
      ["ADMINISTRATOR", "PROGRAMME_MANAGER", "COORDINATOR", "EXPERT", "OBSERVER", "REFERENT", "STAFF"],
    ],
  ])("%s", (_act, may, expected) => {
    expect(whoMay(may).sort()).toEqual([...expected].sort());
  });
});

describe("what exists for whom", () => {
  async function place() {
    const [draft, open] = [await aProgramme({ state: "DRAFT" }), await aProgramme({ state: "RUNNING" })];
    const body = await anOrganisation();
    const of = ({ id, promoterId }: typeof draft) =>
      actors({ programme: id, promoter: promoterId, body: body.id });
    return { draft, open, body, of };
  }
  async function who(people: Record<Who, Actor>, sees: (actor: Actor) => Promise<unknown>) {
    const seen = await Promise.all(
      Object.entries(people).map(async ([name, actor]) => ((await sees(actor)) ? [name] : [])),
    );
    return seen.flat().sort();
  }
  const everybody = Object.keys(all).sort();

  test("a draft exists for its coordinator, the manager of its promoter and the administrator", async () => {
    const { draft, of } = await place();
    const sees = (actor: Actor) =>
      db.programme.findFirst({ where: { AND: [{ id: draft.id }, visibleTo(actor)] } });
    expect(await who(of(draft), sees)).toEqual(["ADMINISTRATOR", "COORDINATOR", "PROGRAMME_MANAGER"]);
  });

  test("every other programme exists for everybody, and belongs to the work of those with a role", async () => {
    const { open, of } = await place();
    expect(
      await who(of(open), (actor) =>
        db.programme.findFirst({ where: { AND: [{ id: open.id }, visibleTo(actor)] } }),
      ),
    ).toEqual(everybody);
    expect(
      await who(of(open), (actor) =>
        db.programme.findFirst({ where: { AND: [{ id: open.id }, workedOnBy(actor)] } }),
      ),
    ).toEqual([
      "ADMINISTRATOR",
      "COORDINATOR",
      "EXPERT",
      "OBSERVER",
      "PROGRAMME_MANAGER",
      "REFERENT",
      "STAFF",
    ]);
  });

  test("an application exists for those who assess it and for the body itself", async () => {
    const { open, body, of } = await place();
    const applied = await anEnrolment(open.id, body.id, "APPLIED");
    const other = await anEnrolment(open.id, (await anOrganisation()).id, "REFUSED");
    const taken = await anEnrolment(open.id, (await anOrganisation()).id, "ACTIVE");
    const sees = (id: string) => (actor: Actor) =>
      db.enrolment.findFirst({ where: { AND: [{ id }, enrolmentsVisibleTo(actor)] } });
    expect(await who(of(open), sees(applied.id))).toEqual([
      "COORDINATOR",
      "EXPERT",
      "OBSERVER",
      "REFERENT",
      "STAFF",
    ]);
    expect(await who(of(open), sees(other.id))).toEqual(["COORDINATOR", "EXPERT", "OBSERVER"]);
    expect(await who(of(open), sees(taken.id))).toEqual(everybody);
  });

  test("a proposed outcome exists for those who follow the whole programme, a published one for everybody", async () => {
    const { open, draft, of } = await place();
    const outcome = (programmeId: string, publishedAt: Date | null) =>
      db.outcome.create({ data: { programmeId, title: "t", text: "t", textHtml: "t", publishedAt } });
    const sees = (id: string) => (actor: Actor) =>
      db.outcome.findFirst({ where: { AND: [{ id }, outcomesVisibleTo(actor)] } });
    expect(await who(of(open), sees((await outcome(open.id, null)).id))).toEqual([
      "COORDINATOR",
      "EXPERT",
      "OBSERVER",
    ]);
    expect(await who(of(open), sees((await outcome(open.id, moment)).id))).toEqual(everybody);
    expect(await who(of(draft), sees((await outcome(draft.id, moment)).id))).toEqual([
      "ADMINISTRATOR",
      "COORDINATOR",
      "EXPERT",
      "OBSERVER",
      "PROGRAMME_MANAGER",
    ]);
  });

  test("an indicator that is not public exists for those who work on it", async () => {
    const { open, of } = await place();
    const indicator = (position: number, isPublic: boolean) =>
      db.indicator.create({ data: { programmeId: open.id, position, title: "t", unit: "%", isPublic } });
    const sees = (id: string) => (actor: Actor) =>
      db.indicator.findFirst({ where: { AND: [{ id }, indicatorsVisibleTo(actor)] } });
    expect(await who(of(open), sees((await indicator(1, false)).id))).toEqual([
      "COORDINATOR",
      "EXPERT",
      "OBSERVER",
      "REFERENT",
    ]);
    expect(await who(of(open), sees((await indicator(2, true)).id))).toEqual(everybody);
  });
});
