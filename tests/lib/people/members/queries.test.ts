import { beforeAll, describe, expect, test } from "vitest";
import { inviteToRole } from "@/lib/people/invitations/mutations";
import {
  getBodyOfProgramme,
  getEndableRole,
  getInvitationChoices,
  getManageableInvitation,
  listProgrammePeople,
} from "@/lib/people/members/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";

let programme: Awaited<ReturnType<typeof aProgramme>>;
let body: { id: string };
let other: { id: string };
let coordinator: Actor;
let observer: Actor;
let referent: Actor & { personId: string };

beforeAll(async () => {
  programme = await aProgramme();
  body = await anOrganisation({ name: "A prima" });
  other = await anOrganisation({ name: "B seconda" });
  await anEnrolment(programme.id, body.id, "ACTIVE");
  await anEnrolment(programme.id, other.id, "APPLIED");
  const inBody = { programmeId: programme.id, organisationId: body.id };
  coordinator = await actorAs("COORDINATOR", { programmeId: programme.id });
  observer = await actorAs("OBSERVER", { programmeId: programme.id });
  referent = await actorAs("REFERENT", inBody);
  await actorAs("STAFF", inBody);
  await inviteToRole(coordinator, { email: "uno@ente.test", locale: "it", role: "STAFF", ...inBody });
  await inviteToRole(coordinator, {
    email: "due@ente.test",
    locale: "it",
    role: "EXPERT",
    programmeId: programme.id,
  });
});

describe("the people of a programme", () => {
  test("are shown to the coordinator with addresses, invitations and what can be done", async () => {
    const people = await listProgrammePeople(coordinator, programme.slug);
    expect(people.team.map((one) => [one.role, one.email !== null, one.canEnd])).toEqual([
      ["COORDINATOR", true, true],
      ["OBSERVER", true, true],
    ]);
    expect(people.teamInvitations.map((one) => one.email)).toEqual(["due@ente.test"]);
    expect(people.bodies.map((one) => [one.name, one.members.length, one.canInvite])).toEqual([
      ["A prima", 2, true],
      ["B seconda", 0, false],
    ]);
    expect(people).toMatchObject({ canInvite: true, canSelect: true });
  });

  test("are names and roles for the other members", async () => {
    const people = await listProgrammePeople(observer, programme.slug);
    const everybody = [...people.team, ...people.bodies.flatMap((one) => one.members)];
    expect(everybody.map((one) => one.email)).toEqual([null, null, null, null]);
    expect(everybody.some((one) => one.canEnd)).toBe(false);
    expect([...people.teamInvitations, ...people.bodies.flatMap((one) => one.invitations)]).toEqual([]);
    expect(people).toMatchObject({ canInvite: false, canSelect: false });
  });

  test("of the own body are the referent’s care", async () => {
    const { body: own } = await getBodyOfProgramme(referent, programme.slug, body.id);
    expect(own.members.map((one) => [one.role, one.email !== null, one.canEnd])).toEqual([
      ["REFERENT", true, false],
      ["STAFF", true, true],
    ]);
    expect(own.invitations.map((one) => one.email)).toEqual(["uno@ente.test"]);
    expect(await getInvitationChoices(referent, programme.slug)).toMatchObject({
      roles: ["STAFF"],
      bodies: [{ id: body.id, name: "A prima" }],
    });
  });

  test("do not exist for anybody else", async () => {
    for (const actor of [visitorActor(moment), await actorWithoutRole(), await actorAs("PRIVACY_OFFICER")]) {
      await expect(listProgrammePeople(actor, programme.slug)).rejects.toThrow(NotFoundError);
      await expect(getInvitationChoices(actor, programme.slug)).rejects.toThrow(NotFoundError);
    }
    await expect(listProgrammePeople(coordinator, "non-esiste")).rejects.toThrow(NotFoundError);
    await expect(getBodyOfProgramme(coordinator, programme.slug, "non-esiste")).rejects.toThrow(
      NotFoundError,
    );
  });

  test("are invited and taken off only by those who may", async () => {
    await expect(getInvitationChoices(observer, programme.slug)).rejects.toThrow(ForbiddenError);
    const { team, teamInvitations } = await listProgrammePeople(coordinator, programme.slug);
    const [member] = team;
    const [invitation] = teamInvitations;
    if (!member || !invitation) throw new Error("fixtures");
    const id = member.assignmentId;
    expect((await getEndableRole(coordinator, programme.slug, id)).member.assignmentId).toBe(id);
    await expect(getEndableRole(referent, programme.slug, id)).rejects.toThrow(ForbiddenError);
    await expect(getEndableRole(coordinator, programme.slug, "x")).rejects.toThrow(NotFoundError);
    expect(await getManageableInvitation(coordinator, programme.slug, invitation.id)).toEqual({
      id: invitation.id,
      email: "due@ente.test",
    });
    await expect(getManageableInvitation(referent, programme.slug, invitation.id)).rejects.toThrow(
      NotFoundError,
    );
  });
});
