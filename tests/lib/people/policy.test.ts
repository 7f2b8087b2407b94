import { describe, expect, test } from "vitest";
import {
  canAdminister,
  canAppointCoordinator,
  canEndRole,
  canInvite,
  canManageInvitation,
  canReadLog,
  canSeeAddresses,
  canSeePeopleOf,
  demonstrationMaySignIn,
  invitableRoles,
  namedFor,
  ownPerson,
  type ProgrammeFacts,
  type RoleScope,
  seesPeopleIn,
} from "@/lib/people/policy";
import { type Actor, personActor, systemActor, visitorActor } from "@/lib/platform/actor";
import type { Role } from "@/lib/platform/db/generated/enums";
import { ForbiddenError } from "@/lib/platform/errors";

const at = new Date("2026-03-23T09:00:00Z");
const programme: ProgrammeFacts = { id: "programme", promoterId: "promoter", hasCoordinator: true };
const orphan: ProgrammeFacts = { ...programme, hasCoordinator: false };

const as = (role: Role, organisationId: string | null, programmeId: string | null): Actor =>
  personActor({ personId: "person", assignments: [{ role, organisationId, programmeId }] }, at);

const actors: Record<string, Actor> = {
  visitor: visitorActor(at),
  system: systemActor("test", at),
  "no role": personActor({ personId: "person", assignments: [] }, at),
  administrator: as("ADMINISTRATOR", null, null),
  "privacy officer": as("PRIVACY_OFFICER", null, null),
  manager: as("PROGRAMME_MANAGER", "promoter", null),
  "manager elsewhere": as("PROGRAMME_MANAGER", "other", null),
  coordinator: as("COORDINATOR", null, "programme"),
  "coordinator elsewhere": as("COORDINATOR", null, "other"),
  expert: as("EXPERT", null, "programme"),
  observer: as("OBSERVER", null, "programme"),
  referent: as("REFERENT", "body", "programme"),
  "referent elsewhere": as("REFERENT", "body", "other"),
  staff: as("STAFF", "body", "programme"),
};

const scopes: Record<string, RoleScope> = {
  administrator: { role: "ADMINISTRATOR", organisationId: null, programmeId: null },
  "privacy officer": { role: "PRIVACY_OFFICER", organisationId: null, programmeId: null },
  manager: { role: "PROGRAMME_MANAGER", organisationId: "promoter", programmeId: null },
  coordinator: { role: "COORDINATOR", organisationId: null, programmeId: "programme" },
  expert: { role: "EXPERT", organisationId: null, programmeId: "programme" },
  observer: { role: "OBSERVER", organisationId: null, programmeId: "programme" },
  "referent of body": { role: "REFERENT", organisationId: "body", programmeId: "programme" },
  "staff of body": { role: "STAFF", organisationId: "body", programmeId: "programme" },
  "staff of another body": { role: "STAFF", organisationId: "other body", programmeId: "programme" },
};

const ofProgramme = [
  "coordinator",
  "expert",
  "observer",
  "referent of body",
  "staff of body",
  "staff of another body",
];

/** Names of those for whom the rule holds: the complete permitted set. */
const permitted = (rule: (actor: Actor) => boolean): string[] =>
  Object.entries(actors)
    .filter(([, actor]) => rule(actor))
    .map(([name]) => name);

/** What each actor may do with each role; those who may nothing are left out. */
const table = (rule: (actor: Actor, scope: RoleScope) => boolean): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(actors)
      .map(
        ([name, actor]) =>
          [
            name,
            Object.entries(scopes)
              .filter(([, scope]) => rule(actor, scope))
              .map(([scopeName]) => scopeName),
          ] as const,
      )
      .filter(([, allowed]) => allowed.length > 0),
  );

describe("the portal", () => {
  test("is administered by the administrator alone", () => {
    expect(permitted(canAdminister)).toEqual(["administrator"]);
  });

  test("shows its log to the administrator and the privacy officer", () => {
    expect(permitted(canReadLog)).toEqual(["administrator", "privacy officer"]);
  });

  test("lets people act on what is their own", () => {
    expect(ownPerson(actors.staff as Actor)).toBe("person");
    expect(() => ownPerson(actors.visitor as Actor)).toThrow(ForbiddenError);
    expect(() => ownPerson(actors.system as Actor)).toThrow(ForbiddenError);
  });
});

describe("the people of a programme", () => {
  test("are seen by its members, the promoter's manager and the administrator", () => {
    expect(permitted((actor) => canSeePeopleOf(actor, programme))).toEqual([
      "administrator",
      "manager",
      "coordinator",
      "expert",
      "observer",
      "referent",
      "staff",
    ]);
  });

  test("show their addresses to those who write to them", () => {
    const organisers = ["administrator", "manager", "coordinator"];
    expect(permitted((actor) => canSeeAddresses(actor, programme, null))).toEqual(organisers);
    expect(permitted((actor) => canSeeAddresses(actor, programme, "body"))).toEqual([
      ...organisers,
      "referent",
    ]);
    expect(permitted((actor) => canSeeAddresses(actor, programme, "other body"))).toEqual(organisers);
  });
});

describe("invitations", () => {
  const facts = (scope: RoleScope, given: ProgrammeFacts) => (scope.programmeId ? given : null);

  test("are written by exactly these, while the programme has a coordinator", () => {
    expect(table((actor, scope) => canInvite(actor, scope, facts(scope, programme)))).toEqual({
      administrator: Object.keys(scopes),
      coordinator: ofProgramme,
      referent: ["staff of body"],
    });
  });

  test("to the first coordinator come from the promoter's manager", () => {
    expect(table((actor, scope) => canInvite(actor, scope, facts(scope, orphan)))).toEqual({
      administrator: Object.keys(scopes),
      manager: ["coordinator"],
      coordinator: ofProgramme,
      referent: ["staff of body"],
    });
    expect(permitted((actor) => canAppointCoordinator(actor, orphan))).toEqual([
      "administrator",
      "manager",
      "coordinator",
    ]);
    expect(permitted((actor) => canAppointCoordinator(actor, programme))).toEqual([
      "administrator",
      "coordinator",
    ]);
  });

  test("never cross programmes", () => {
    const other = { ...programme, id: "other" };
    const scope = { role: "STAFF", organisationId: "body", programmeId: "programme" } as const;
    expect(permitted((actor) => canInvite(actor, scope, other))).toEqual(["administrator"]);
    expect(permitted((actor) => canInvite(actor, scope, null))).toEqual(["administrator"]);
  });

  test("are managed by who may write them, and the coordinator's by the manager too", () => {
    expect(table((actor, scope) => canManageInvitation(actor, scope, facts(scope, programme)))).toEqual({
      administrator: Object.keys(scopes),
      manager: ["coordinator"],
      coordinator: ofProgramme,
      referent: ["staff of body"],
    });
  });

  test("offer each actor the roles that they may give", () => {
    const all = ["REFERENT", "STAFF", "EXPERT", "OBSERVER", "COORDINATOR"];
    const offered = Object.fromEntries(
      Object.entries(actors)
        .map(([name, actor]) => [name, invitableRoles(actor, orphan)] as const)
        .filter(([, one]) => one.roles.length > 0),
    );
    expect(offered).toEqual({
      administrator: { roles: all, bodies: "all" },
      manager: { roles: ["COORDINATOR"], bodies: [] },
      coordinator: { roles: all, bodies: "all" },
      referent: { roles: ["STAFF"], bodies: ["body"] },
    });
  });
});

test("roles are ended by exactly these", () => {
  expect(table(canEndRole)).toEqual({
    administrator: Object.keys(scopes),
    coordinator: ofProgramme,
    referent: ["staff of body"],
  });
});

test.each([
  ["never", false, false],
  ["never", true, false],
  ["direct", false, true],
  ["direct", true, false],
  ["public", false, true],
  ["public", true, true],
] as const)("demonstration accounts, %s, proxied %s: %s", (mode, proxied, allowed) => {
  expect(demonstrationMaySignIn(mode, proxied)).toBe(allowed);
});

describe("whose names one may know", () => {
  test("are those of the programmes whose people one sees", () => {
    const seen = Object.entries(actors).map(([name, actor]) => [name, seesPeopleIn(actor)]);
    const nowhere = { everywhere: false, programmes: [], promoters: [] };
    const member = { ...nowhere, programmes: ["programme"] };
    const elsewhere = { ...nowhere, programmes: ["other"] };
    expect(Object.fromEntries(seen)).toEqual({
      visitor: nowhere,
      system: nowhere,
      "no role": nowhere,
      administrator: { ...nowhere, everywhere: true },
      "privacy officer": nowhere,
      manager: { ...nowhere, promoters: ["promoter"] },
      "manager elsewhere": { ...nowhere, promoters: ["other"] },
      coordinator: member,
      "coordinator elsewhere": elsewhere,
      expert: member,
      observer: member,
      referent: member,
      "referent elsewhere": elsewhere,
      staff: member,
    });
  });

  test("is everybody for the administrator, and else who holds a role there now", () => {
    expect(namedFor(actors.administrator as Actor)).toEqual({});
    expect(namedFor(actors.administrator as Actor, "x")).toMatchObject({
      roles: { some: { AND: [{}, {}, { programmeId: "x" }] } },
    });
    expect(namedFor(actors.staff as Actor)).toEqual({
      disabledAt: null,
      roles: {
        some: {
          AND: [
            { fromAt: { lte: at }, OR: [{ toAt: null }, { toAt: { gt: at } }] },
            { OR: [{ programmeId: { in: ["programme"] } }, { programme: { promoterId: { in: [] } } }] },
            { programmeId: { not: null } },
          ],
        },
      },
    });
  });
});
