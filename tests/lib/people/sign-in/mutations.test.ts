import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "@/lib/people/passwords/hashing";
import { loadActorFacts } from "@/lib/people/queries";
import {
  type Circumstances,
  endOtherSignIns,
  endSignIn,
  signIn,
  signOut,
} from "@/lib/people/sign-in/mutations";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { decodeSignIn, encodeSignIn } from "@/lib/platform/sign-in-token";
import { actorAs, actorFor, actorWithoutRole } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aPerson, aSignIn, moment } from "@/tests/support/factories";

const password = "quattro parole scelte a caso";
const visitor = visitorActor(moment);
const browser = (): Circumstances => ({
  client: `client ${randomUUID()}`,
  proxied: false,
  device: "Firefox, Linux",
  network: "93.45.12.0/24",
  replaces: null,
});

let passwordHash: string;
let person: { id: string; email: string };
let disabled: { id: string; email: string };
let invited: { id: string; email: string };
let stranger: Awaited<ReturnType<typeof actorWithoutRole>>;
let foreign: { id: string };

beforeAll(async () => {
  passwordHash = await hashPassword(password);
  person = await aPerson({ passwordHash });
  disabled = await aPerson({ passwordHash, disabledAt: moment });
  invited = await aPerson();
  stranger = await actorWithoutRole();
  foreign = await aSignIn(person.id);
});

const refused = (attempt: Promise<unknown>): Promise<{ code: string; params: object; field: unknown }> =>
  attempt.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return { code: error.code, params: error.params, field: error.field };
    },
  );

describe("signing in", () => {
  test("opens a row of its own each time and records it", async () => {
    const before = await db.event.count({ where: { kind: "people.signedIn", actorId: person.id } });
    const first = await signIn(visitor, { email: person.email, password }, browser());
    const second = await signIn(visitor, { email: person.email, password }, browser());
    expect(first.signInId).not.toBe(second.signInId);
    expect(await loadActorFacts(first.signInId, moment)).toMatchObject({ personId: person.id });
    expect(await loadActorFacts(second.signInId, moment)).toMatchObject({ personId: person.id });
    const after = await db.event.count({ where: { kind: "people.signedIn", actorId: person.id } });
    expect(after - before).toBe(2);
  });

  test("ends the sign-in that the browser brought along", async () => {
    const planted = await aSignIn(person.id);
    await signIn(visitor, { email: person.email, password }, { ...browser(), replaces: planted.id });
    expect(await loadActorFacts(planted.id, moment)).toBeNull();
  });

  test("answers alike for unknown, disabled and invited people and for a wrong password", async () => {
    const attempts = [
      { email: "nessuno@ente.test", password },
      { email: person.email, password: "un’altra password qualsiasi" },
      { email: disabled.email, password },
      { email: invited.email, password },
      { email: invited.email, password: "" },
    ];
    const answers = await Promise.all(attempts.map((input) => refused(signIn(visitor, input, browser()))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ code: "people.signInRefused", params: {}, field: undefined })]),
    );
  });

  test("takes as long for unknown people as for known ones", async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    const time = async (kind: keyof typeof times, email: string) => {
      const start = performance.now();
      await refused(signIn(visitor, { email, password: "sbagliata ma abbastanza lunga" }, browser()));
      times[kind].push(performance.now() - start);
    };
    await time("known", person.email);
    await time("unknown", "prova@ente.test");
    times.known = [];
    times.unknown = [];
    for (let round = 0; round < 15; round += 1) {
      await time("known", person.email);
      await time("unknown", `sconosciuto-${round}@ente.test`);
    }
    // The quickest of many: what a busy machine adds falls away, what the code leaves out would not.
    const quickest = (kind: keyof typeof times) => Math.min(...times[kind]);
    expect(quickest("unknown")).toBeGreaterThan(quickest("known") * 0.5);
    expect(quickest("known")).toBeGreaterThan(quickest("unknown") * 0.5);
  });

  test("is slowed down per account and client, so that nobody locks a colleague out", async () => {
    const target = await aPerson({ passwordHash });
    const attacker = browser();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const wrong = { email: target.email, password: `tentativo numero ${attempt}` };
      expect((await refused(signIn(visitor, wrong, attacker))).code).toBe("people.signInRefused");
    }
    const right = { email: target.email, password };
    expect((await refused(signIn(visitor, right, attacker))).code).toBe("tooManyAttempts");
    expect(await signIn(visitor, right, browser())).toMatchObject({ personId: target.id });
  });

  test("refuses demonstration accounts where the demonstration is closed", async () => {
    const demo = await aPerson({ passwordHash, isDemo: true });
    const answer = await refused(signIn(visitor, { email: demo.email, password }, browser()));
    expect(answer.code).toBe("people.demonstrationClosed");
    const wrong = await refused(signIn(visitor, { email: demo.email, password: "altro" }, browser()));
    expect(wrong.code).toBe("people.signInRefused");
  });
});

describe("ending", () => {
  test("signing out records it; a visitor has nothing to leave", async () => {
    const { id } = await aSignIn(person.id);
    await signOut(actorFor(person.id), { signInId: id });
    expect(await db.event.count({ where: { kind: "people.signedOut", actorId: person.id } })).toBe(1);
    await signOut(visitor, { signInId: id });
    await signOut(actorFor(person.id), { signInId: null });
    expect(await db.event.count({ where: { kind: "people.signedOut" } })).toBe(1);
  });

  test("all others leaves the present one", async () => {
    const someone = await aPerson();
    const [present, other] = [await aSignIn(someone.id), await aSignIn(someone.id)];
    await endOtherSignIns(actorFor(someone.id), { signInId: present.id });
    expect(await loadActorFacts(present.id, moment)).not.toBeNull();
    expect(await loadActorFacts(other.id, moment)).toBeNull();
  });

  test("the administrator ends anybody’s", async () => {
    const { id } = await aSignIn(person.id);
    await endSignIn(await actorAs("ADMINISTRATOR"), { id });
    expect(await loadActorFacts(id, moment)).toBeNull();
  });

  denied("signOut", "to somebody else", () => signOut(stranger, { signInId: foreign.id }));
  denied("endSignIn", "to somebody else", () => endSignIn(stranger, { id: foreign.id }));
  denied("endSignIn", "to a visitor", () => endSignIn(visitor, { id: foreign.id }));
  denied("endOtherSignIns", "to a visitor", () => endOtherSignIns(visitor, { signInId: null }));
});

test("the cookie names the row, and a forged one names nothing", async () => {
  const value = await encodeSignIn(foreign.id);
  expect(await decodeSignIn(value)).toBe(foreign.id);
  expect(await decodeSignIn(`${value.slice(0, -2)}aa`)).toBeNull();
  expect(await decodeSignIn(foreign.id)).toBeNull();
  expect(await decodeSignIn(undefined)).toBeNull();
});
