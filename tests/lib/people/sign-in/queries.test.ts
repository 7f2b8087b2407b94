import { beforeAll, describe, expect, test } from "vitest";
import { loadActorFacts, watchActorFacts } from "@/lib/people/queries";
import { disablePerson, endRole } from "@/lib/people/roles/mutations";
import { endSignIn, signOut } from "@/lib/people/sign-in/mutations";
import { listSignIns } from "@/lib/people/sign-in/queries";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { actorAs, actorFor } from "@/tests/support/actors";
import { aPerson, aProgramme, aRole, aSignIn, moment } from "@/tests/support/factories";

const minutesIn = (minutes: number) => new Date(moment.getTime() + minutes * 60_000);

let programmeId: string;
beforeAll(async () => {
  programmeId = (await aProgramme({ state: "DRAFT" })).id;
});

async function signedIn() {
  const person = await aPerson();
  const role = await aRole(person.id, "EXPERT", { programmeId });
  const { id } = await aSignIn(person.id);
  return { person, role, id };
}

describe("a sign-in", () => {
  test("names the person with the roles that hold at that moment", async () => {
    const { person, id } = await signedIn();
    await aRole(person.id, "OBSERVER", { programmeId, fromAt: minutesIn(60) });
    await aRole(person.id, "COORDINATOR", { programmeId, toAt: minutesIn(30) });
    const roles = async (at: Date) => {
      const facts = await loadActorFacts(id, at);
      expect(facts?.personId).toBe(person.id);
      return facts?.assignments.map((one) => `${one.role} ${one.programmeId} ${one.organisationId}`).sort();
    };
    const of = (...names: string[]) => names.map((name) => `${name} ${programmeId} null`);
    expect(await roles(minutesIn(1))).toEqual(of("COORDINATOR", "EXPERT"));
    expect(await roles(minutesIn(30))).toEqual(of("EXPERT"));
    expect(await roles(minutesIn(61))).toEqual(of("EXPERT", "OBSERVER"));
  });

  test("of somebody without roles is a person all the same", async () => {
    const person = await aPerson();
    const { id } = await aSignIn(person.id);
    expect(await loadActorFacts(id, minutesIn(1))).toEqual({
      personId: person.id,
      assignments: [],
      seats: [],
      provedAt: null,
      lacksSecondFactor: false,
    });
  });

  test("ends after two hours without a request, and every request keeps it", async () => {
    const { id } = await signedIn();
    expect(await loadActorFacts(id, minutesIn(119))).not.toBeNull();
    expect(await loadActorFacts(id, minutesIn(238))).not.toBeNull();
    expect(await loadActorFacts(id, minutesIn(238 + 120))).toBeNull();
  });

  test("ends after twelve hours in any case", async () => {
    const { id } = await signedIn();
    for (let hour = 1; hour < 12; hour += 1)
      expect(await loadActorFacts(id, minutesIn(hour * 60))).not.toBeNull();
    expect(await loadActorFacts(id, minutesIn(12 * 60 - 1))).not.toBeNull();
    expect(await loadActorFacts(id, minutesIn(12 * 60))).toBeNull();
  });

  test("writes down that it was used at most once a minute", async () => {
    const { id } = await signedIn();
    const lastSeen = async () =>
      (await db.signIn.findUniqueOrThrow({ where: { id }, select: { lastSeenAt: true } })).lastSeenAt;
    await loadActorFacts(id, new Date(moment.getTime() + 59_000));
    expect(await lastSeen()).toEqual(moment);
    await loadActorFacts(id, minutesIn(1));
    expect(await lastSeen()).toEqual(minutesIn(1));
  });

  test("that is looked at names the same person, and is not kept by it", async () => {
    const [first, second] = [await signedIn(), await signedIn()];
    const watched = (at: Date) => watchActorFacts([first.id, second.id], at);
    expect((await watched(minutesIn(90))).get(first.id)?.personId).toBe(first.person.id);
    await db.signIn.update({ where: { id: second.id }, data: { endedAt: moment } });
    expect([...(await watched(minutesIn(119))).keys()]).toEqual([first.id]);
    expect([...(await watched(minutesIn(120))).keys()]).toEqual([]);
  });

  test("that does not exist names nobody", async () => {
    expect(await loadActorFacts("7a3ed1c0-5c32-4d3c-9a39-2f3f63b1a111", moment)).toBeNull();
  });
});

describe("at the next request", () => {
  test("a sign-in that was left or ended is over", async () => {
    const first = await signedIn();
    await signOut(actorFor(first.person.id, [], minutesIn(1)), { signInId: first.id });
    expect(await loadActorFacts(first.id, minutesIn(2))).toBeNull();
    const second = await signedIn();
    await endSignIn(actorFor(second.person.id, [], minutesIn(1)), { id: second.id });
    expect(await loadActorFacts(second.id, minutesIn(2))).toBeNull();
  });

  test("a disabled person is a visitor", async () => {
    const { person, id } = await signedIn();
    await disablePerson(await actorAs("ADMINISTRATOR"), { id: person.id });
    expect(await loadActorFacts(id, minutesIn(1))).toBeNull();
  });

  test("a person who was disabled while signing in is one too", async () => {
    const { person, id } = await signedIn();
    await db.person.update({ where: { id: person.id }, data: { disabledAt: minutesIn(1) } });
    expect(await loadActorFacts(id, minutesIn(1))).toBeNull();
  });

  test("a role that was ended holds no more", async () => {
    const { role, id } = await signedIn();
    await endRole(await actorAs("ADMINISTRATOR", {}, minutesIn(5)), { id: role.id });
    expect((await loadActorFacts(id, minutesIn(4)))?.assignments).toHaveLength(1);
    expect((await loadActorFacts(id, minutesIn(5)))?.assignments).toEqual([]);
  });

  test("a demonstration account is a visitor where the demonstration is closed", async () => {
    const person = await aPerson({ isDemo: true });
    const { id } = await aSignIn(person.id);
    // The test database is named by DATABASE_URL, so there is no demonstration.
    expect(await loadActorFacts(id, minutesIn(1))).toBeNull();
  });
});

describe("the list of sign-ins", () => {
  test("holds those that are still good, of oneself or for the administrator", async () => {
    const { person, id } = await signedIn();
    const old = await aSignIn(person.id, new Date(moment.getTime() - 3 * 3_600_000));
    const own = await listSignIns(actorFor(person.id), person.id);
    expect(own.map((one) => one.id)).toEqual([id]);
    expect(own.map((one) => one.id)).not.toContain(old.id);
    expect(await listSignIns(await actorAs("ADMINISTRATOR"), person.id)).toHaveLength(1);
    await expect(listSignIns(await actorAs("PRIVACY_OFFICER"), person.id)).rejects.toThrow(ForbiddenError);
  });
});
