import { beforeAll, describe, expect, test } from "vitest";
import { readNameCursor, writeNameCursor } from "@/lib/people/administration/name-cursor";
import {
  countPortal,
  getPerson,
  listInvitations,
  listPeople,
  listRoleScopes,
} from "@/lib/people/administration/queries";
import { logFiltersSchema, peopleFiltersSchema } from "@/lib/people/administration/schema";
import { inviteToRole } from "@/lib/people/invitations/mutations";
import { getLogChoices, listEvents } from "@/lib/people/log/queries";
import { sentencesOf } from "@/lib/people/log/sentences";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { loadMessages } from "@/lib/platform/i18n/load-messages";
import { actorAs } from "@/tests/support/actors";
import { aPerson, aProgramme, aRole, moment } from "@/tests/support/factories";

let administrator: Actor & { personId: string };
let officer: Actor;
let coordinator: Actor & { personId: string };
let programme: Awaited<ReturnType<typeof aProgramme>>;

beforeAll(async () => {
  administrator = await actorAs("ADMINISTRATOR");
  officer = await actorAs("PRIVACY_OFFICER");
  programme = await aProgramme();
  coordinator = await actorAs("COORDINATOR", { programmeId: programme.id });
});

test("only the administrator reads people, invitations, scopes and figures", async () => {
  for (const actor of [officer, coordinator]) {
    for (const read of [
      listPeople(actor),
      getPerson(actor, administrator.personId),
      listInvitations(actor),
      listRoleScopes(actor),
      countPortal(actor),
    ]) {
      await expect(read).rejects.toThrow(ForbiddenError);
    }
  }
  expect(await countPortal(administrator)).toMatchObject({ people: expect.any(Number) });
});

describe("the list of people", () => {
  test("is walked page by page without gap or double, whatever the names", async () => {
    const family = "Zàmpetti";
    for (const givenName of ["Bruno", "Anna", "Anna", "Carla", "Anna", "D’Elia"]) {
      await aPerson({ familyName: family, givenName });
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listPeople(administrator, { q: family }, { after: readNameCursor(after), size: 2 });
      expect(page.rows.length).toBeLessThanOrEqual(2);
      seen.push(...page.rows.map((row) => row.id));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
  });

  test("is searched by words and filtered by role and state", async () => {
    const person = await aPerson({ givenName: "Livio", familyName: "Tamerice", disabledAt: moment });
    await aRole(person.id, "EXPERT", { programmeId: programme.id });
    const ids = async (filters: object) =>
      (await listPeople(administrator, filters)).rows.map((row) => row.id);
    expect(await ids({ q: "tamerice LIV" })).toEqual([person.id]);
    expect(await ids({ q: person.email.slice(0, 20) })).toContain(person.id);
    expect(await ids({ role: "EXPERT" })).toEqual([person.id]);
    expect(await ids({ role: "EXPERT", state: "active" })).toEqual([]);
    expect(await ids({ state: "disabled" })).toContain(person.id);
    expect(await ids({ q: "%" })).toEqual([]);
  });

  test("shows whose mail comes back, and finds them", async () => {
    const person = await aPerson({ familyName: "Sorbelli" });
    const other = await aPerson({ familyName: "Sorbelli" });
    for (const [one, unreachableAt] of [
      [person, moment],
      [other, null],
    ] as const) {
      await db.mailAddress.create({
        data: { address: one.email, failures: 1, lastFailureAt: moment, unreachableAt },
      });
    }
    const { rows } = await listPeople(administrator, { q: "Sorbelli" });
    expect(new Map(rows.map((one) => [one.id, one.isUnreachable]))).toEqual(
      new Map([
        [person.id, true],
        [other.id, false],
      ]),
    );
    const found = await listPeople(administrator, { state: "unreachable" });
    expect(found.rows.map(({ id }) => id)).toContain(person.id);
    expect(found.rows.map(({ id }) => id)).not.toContain(other.id);
    expect(await getPerson(administrator, person.id)).toMatchObject({ isUnreachable: true });
    expect(await getPerson(administrator, other.id)).toMatchObject({ isUnreachable: false });
  });

  test("shows no hash, and a made-up address or filter begins at the beginning", async () => {
    const page = await listPeople(administrator);
    expect(Object.keys(page.rows[0] ?? {})).not.toContain("passwordHash");
    const cursor = { familyName: "Àè", givenName: "", id: administrator.personId };
    expect(readNameCursor(writeNameCursor(cursor))).toEqual(cursor);
    for (const text of [undefined, "", "x", "%%%", Buffer.from("[1,2,3]").toString("base64url")]) {
      expect(readNameCursor(text)).toBeUndefined();
    }
    expect(peopleFiltersSchema.parse({ role: "KING", state: ["a"], q: { not: "" } })).toEqual({});
  });
});

test("a person is shown with present and past roles, and whether there is a password", async () => {
  const person = await aPerson({ passwordHash: "x" });
  await aRole(person.id, "OBSERVER", { programmeId: programme.id });
  await aRole(person.id, "EXPERT", { programmeId: programme.id, toAt: moment });
  const view = await getPerson(administrator, person.id);
  expect(view.roles.map((one) => one.role)).toEqual(["OBSERVER"]);
  expect(view.pastRoles.map((one) => one.role)).toEqual(["EXPERT"]);
  expect(view.hasPassword).toBe(true);
  expect(Object.keys(view)).not.toContain("passwordHash");
  await expect(getPerson(administrator, "not-an-id")).rejects.toThrow(NotFoundError);
});

describe("the log", () => {
  test("is read by the administrator and the privacy officer", async () => {
    await inviteToRole(administrator, { email: "nuovo@ente.test", locale: "it", role: "PRIVACY_OFFICER" });
    await inviteToRole(coordinator, {
      email: "esperta@ente.test",
      locale: "it",
      role: "EXPERT",
      programmeId: programme.id,
    });
    const { rows } = await listEvents(officer, { kind: "people.invited" });
    expect(rows.map((row) => [row.actorName, row.programme !== null])).toEqual([
      ["Ada Ginestrelli", true],
      ["Ada Ginestrelli", false],
    ]);
    await expect(listEvents(coordinator)).rejects.toThrow(ForbiddenError);
    await expect(getLogChoices(coordinator, {})).rejects.toThrow(ForbiddenError);
  });

  test("is filtered by feature, programme and person, and walked page by page", async () => {
    const count = async (filters: object) => (await listEvents(administrator, filters)).rows.length;
    expect(await count({ kind: "people" })).toBe(2);
    expect(await count({ kind: "forum" })).toBe(0);
    expect(await count({ programme: programme.id })).toBe(1);
    expect(await count({ person: coordinator.personId })).toBe(1);
    const first = await listEvents(administrator, {}, { size: 1 });
    const second = await listEvents(administrator, {}, { size: 1, before: BigInt(first.next ?? 0) });
    expect(second.next).toBeUndefined();
    expect(second.rows[0]?.seq).not.toBe(first.rows[0]?.seq);
    expect((await getLogChoices(administrator, { person: coordinator.personId })).person).toBe(
      "Ada Ginestrelli",
    );
    expect(logFiltersSchema.parse({ kind: "x; drop", programme: "1", person: ["2"] })).toEqual({});
  });

  test("has a sentence without parameters for each of its facts, in both languages", async () => {
    for (const locale of ["it", "en"] as const) {
      const sentences = sentencesOf(await loadMessages(locale));
      expect(sentences["people.invited"]).toBeTruthy();
      const odd = Object.entries(sentences).filter(([, text]) => /[{}<>]/.test(text));
      expect(odd).toEqual([]);
    }
  });
});
