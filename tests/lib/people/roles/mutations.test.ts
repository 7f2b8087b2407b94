import { beforeAll, describe, expect, test } from "vitest";
import { loadActorFacts } from "@/lib/people/queries";
import { appointCoordinator } from "@/lib/people/roles/commands";
import { disablePerson, enablePerson, endRole, grantRole } from "@/lib/people/roles/mutations";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { actorAs, actorFor, actorWithoutRole, withoutRecentProof } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anOrganisation, aPerson, aProgramme, aRole, aSignIn, moment } from "@/tests/support/factories";

let administrator: Actor & { personId: string };
let coordinator: Actor & { personId: string };
let referent: Actor & { personId: string };
let otherReferent: Actor;
let stranger: Actor;
let programme: Awaited<ReturnType<typeof aProgramme>>;
let body: { id: string };
let staffRole: { id: string };
let expertRole: { id: string };
let target: { id: string };
let otherAdministration: { id: string };
let sleeping: { id: string };

beforeAll(async () => {
  programme = await aProgramme();
  body = await anOrganisation();
  const other = await anOrganisation();
  administrator = await actorAs("ADMINISTRATOR");
  coordinator = await actorAs("COORDINATOR", { programmeId: programme.id });
  referent = await actorAs("REFERENT", { programmeId: programme.id, organisationId: body.id });
  otherReferent = await actorAs("REFERENT", { programmeId: programme.id, organisationId: other.id });
  stranger = await actorWithoutRole();
  target = await aPerson();
  sleeping = await aPerson({ disabledAt: moment });
  staffRole = await aRole(target.id, "STAFF", { programmeId: programme.id, organisationId: body.id });
  otherAdministration = await aRole((await aPerson()).id, "ADMINISTRATOR");
  expertRole = await aRole(target.id, "EXPERT", { programmeId: programme.id });
});

const openRoles = (personId: string) =>
  db.roleAssignment.findMany({ where: { personId, toAt: null }, select: { role: true } });

describe("giving a role", () => {
  test("is written once and recorded", async () => {
    const person = await aPerson();
    const input = { personId: person.id, role: "EXPERT", programmeId: programme.id } as const;
    await grantRole(administrator, input);
    await expect(grantRole(administrator, input)).rejects.toMatchObject({ code: "people.hasRole" });
    expect(await openRoles(person.id)).toEqual([{ role: "EXPERT" }]);
    expect(
      await db.event.findFirst({
        where: { kind: "people.roleAssigned", subjectId: person.id },
        select: { programmeId: true, data: true, actorId: true },
      }),
    ).toEqual({ programmeId: programme.id, data: { role: "EXPERT" }, actorId: administrator.personId });
  });

  test("asks for what the role is held in, and leaves out what it is not", async () => {
    const person = await aPerson();
    const give = (input: object) => grantRole(administrator, { personId: person.id, ...input } as never);
    await expect(give({ role: "STAFF", programmeId: programme.id })).rejects.toMatchObject({
      code: "people.roleNeedsOrganisation",
      field: "organisationId",
    });
    await expect(give({ role: "EXPERT" })).rejects.toMatchObject({ field: "programmeId" });
    await expect(give({ role: "PROGRAMME_MANAGER" })).rejects.toMatchObject({ field: "organisationId" });
    await give({ role: "PRIVACY_OFFICER", programmeId: programme.id, organisationId: body.id });
    const row = await db.roleAssignment.findFirstOrThrow({ where: { personId: person.id } });
    expect([row.programmeId, row.organisationId]).toEqual([null, null]);
  });

  test("twice at once gives it once", async () => {
    const person = await aPerson();
    const give = () => grantRole(administrator, { personId: person.id, role: "PRIVACY_OFFICER" });
    const results = await Promise.allSettled([give(), give()]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await openRoles(person.id)).toHaveLength(1);
  });

  test("the first coordinator is appointed by the promoter’s manager alone", async () => {
    const draft = await aProgramme({ state: "DRAFT" });
    const manager = await actorAs("PROGRAMME_MANAGER", { organisationId: draft.promoterId });
    const person = await aPerson();
    const appoint = (actor: Actor, personId: string) =>
      db.$transaction((tx) => appointCoordinator(tx, actor, { programmeId: draft.id, personId }));
    await expect(appoint(stranger, person.id)).rejects.toThrow(ForbiddenError);
    await appoint(manager, person.id);
    expect(await openRoles(person.id)).toEqual([{ role: "COORDINATOR" }]);
    await expect(appoint(manager, target.id)).rejects.toThrow(ForbiddenError);
  });

  denied("grantRole", "of administration without a recent proof", () =>
    grantRole(withoutRecentProof(administrator), { personId: target.id, role: "ADMINISTRATOR" }),
  );
  denied("grantRole", "to a coordinator", () =>
    grantRole(coordinator, { personId: target.id, role: "OBSERVER", programmeId: programme.id }),
  );
});

describe("ending a role", () => {
  test("acts from that moment and is recorded", async () => {
    const person = await aPerson();
    const role = await aRole(person.id, "STAFF", { programmeId: programme.id, organisationId: body.id });
    expect(await endRole(referent, { id: role.id })).toEqual({ personId: person.id, slug: programme.slug });
    expect(await openRoles(person.id)).toEqual([]);
    expect(await db.event.count({ where: { kind: "people.roleEnded", subjectId: person.id } })).toBe(1);
    await expect(endRole(referent, { id: role.id })).rejects.toMatchObject({
      code: "people.roleEndedAlready",
    });
  });

  test("leaves a running programme with a coordinator", async () => {
    const running = await aProgramme();
    const only = await actorAs("COORDINATOR", { programmeId: running.id });
    const role = await db.roleAssignment.findFirstOrThrow({
      where: { personId: only.personId },
      select: { id: true },
    });
    await expect(endRole(only, { id: role.id })).rejects.toMatchObject({
      code: "people.lastCoordinator",
      params: { programme: expect.stringContaining("Prova") },
    });
    await expect(disablePerson(administrator, { id: only.personId })).rejects.toMatchObject({
      code: "people.lastCoordinator",
    });
    await actorAs("COORDINATOR", { programmeId: running.id });
    await endRole(only, { id: role.id });
  });

  test("of two coordinators who end each other at once leaves one", async () => {
    const running = await aProgramme();
    const pair = [
      await actorAs("COORDINATOR", { programmeId: running.id }),
      await actorAs("COORDINATOR", { programmeId: running.id }),
    ];
    const roles = await db.roleAssignment.findMany({
      where: { programmeId: running.id },
      select: { id: true, personId: true },
    });
    const results = await Promise.allSettled(
      pair.map((actor) =>
        endRole(actor, { id: roles.find((role) => role.personId !== actor.personId)?.id ?? "" }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db.roleAssignment.count({ where: { programmeId: running.id, toAt: null } })).toBe(1);
  });

  test("of an ended programme may be the last", async () => {
    const closed = await aProgramme({ state: "CLOSED" });
    const only = await actorAs("COORDINATOR", { programmeId: closed.id });
    const role = await db.roleAssignment.findFirstOrThrow({ where: { personId: only.personId } });
    await endRole(only, { id: role.id });
  });

  denied("endRole", "to a referent of another body", () => endRole(otherReferent, { id: staffRole.id }));
  denied("endRole", "to a referent, for the programme’s own people", () =>
    endRole(referent, { id: expertRole.id }),
  );
  denied("endRole", "of administration without a recent proof", () =>
    endRole(withoutRecentProof(administrator), { id: otherAdministration.id }),
  );
  denied("endRole", "to somebody outside the programme", () => endRole(stranger, { id: staffRole.id }));
});

describe("disabling a person", () => {
  test("ends the sign-ins; enabling brings the roles back, not the sign-ins", async () => {
    const person = await aPerson();
    await aRole(person.id, "OBSERVER", { programmeId: programme.id });
    const signIn = await aSignIn(person.id);
    await disablePerson(administrator, { id: person.id });
    expect(await loadActorFacts(signIn.id, moment)).toBeNull();
    await expect(disablePerson(administrator, { id: person.id })).rejects.toMatchObject({
      code: "people.disabledAlready",
    });
    await enablePerson(administrator, { id: person.id });
    expect(await loadActorFacts(signIn.id, moment)).toBeNull();
    const again = await aSignIn(person.id);
    expect((await loadActorFacts(again.id, moment))?.assignments).toHaveLength(1);
  });

  test("leaves the portal with an administrator", async () => {
    await db.roleAssignment.updateMany({
      where: { role: "ADMINISTRATOR", toAt: null, personId: { not: administrator.personId } },
      data: { toAt: moment },
    });
    const second = await actorAs("ADMINISTRATOR");
    const roles = await db.roleAssignment.findMany({
      where: { role: "ADMINISTRATOR", toAt: null },
      select: { id: true, personId: true },
    });
    const roleOf = (actor: { personId: string }) =>
      roles.find((role) => role.personId === actor.personId)?.id ?? "";
    const results = await Promise.allSettled([
      endRole(administrator, { id: roleOf(second) }),
      disablePerson(actorFor(second.personId, [{ role: "ADMINISTRATOR" }]), { id: administrator.personId }),
    ]);
    const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refusals).toEqual([expect.objectContaining({ code: "people.lastAdministrator" })]);
  });

  denied("disablePerson", "without a recent proof", () =>
    disablePerson(withoutRecentProof(administrator), { id: target.id }),
  );
  denied("disablePerson", "to a coordinator", () => disablePerson(coordinator, { id: target.id }));
  denied("enablePerson", "to a coordinator", () => enablePerson(coordinator, { id: sleeping.id }));
});
