import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "@/lib/people/passwords/hashing";
import { resetPassword } from "@/lib/people/passwords/mutations";
import { loadActorFacts } from "@/lib/people/queries";
import { hashOfSecret } from "@/lib/people/secret-link";
import { openSignIn } from "@/lib/people/sign-in/commands";
import { completeSignIn, signIn } from "@/lib/people/sign-in/mutations";
import { awaitsCode, findEndOfSignIn, listSignIns } from "@/lib/people/sign-in/queries";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorFor } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aPerson, aSignIn, moment } from "@/tests/support/factories";
import { aSecondFactor } from "@/tests/support/second-factor";
import { codeOf } from "@/tests/support/totp";

const password = "quattro parole scelte a caso";
const visitor = visitorActor(moment);
const inMinutes = (minutes: number) => visitorActor(new Date(moment.getTime() + minutes * 60_000));
const from = (replaces: string | null = null) => ({
  client: `client ${randomUUID()}`,
  proxied: false,
  device: "Firefox, Linux",
  network: "93.45.12.0/24",
  replaces,
});

let passwordHash: string;
let complete: { id: string };
beforeAll(async () => {
  passwordHash = await hashPassword(password);
  complete = await aSignIn((await aPerson()).id);
});

/** Somebody with a second factor who has given the right password. */
async function halfway() {
  const person = await aPerson({ passwordHash });
  const factor = await aSecondFactor(person.id);
  const { signInId, awaits } = await signIn(visitor, { email: person.email, password }, from());
  expect(awaits).toBe("code");
  return { person, ...factor, signInId };
}

describe("the password alone", () => {
  test("opens nothing for whoever has a second factor", async () => {
    const { person, signInId } = await halfway();
    expect(await loadActorFacts(signInId, moment)).toBeNull();
    expect(await awaitsCode(visitor, signInId)).toBe(true);
    expect(await listSignIns(actorFor(person.id), person.id)).toEqual([]);
    expect(await db.event.count({ where: { kind: "people.signedIn", actorId: person.id } })).toBe(0);
  });

  test("waits ten minutes for the code", async () => {
    const { secret, signInId } = await halfway();
    expect(await awaitsCode(inMinutes(9), signInId)).toBe(true);
    expect(await awaitsCode(inMinutes(10), signInId)).toBe(false);
    expect(await findEndOfSignIn(inMinutes(10), signInId)).toBe("codeLate");
    const late = { code: codeOf(secret, inMinutes(10).at) };
    await expect(completeSignIn(inMinutes(10), late, from(signInId))).rejects.toMatchObject({
      code: "people.signInLapsed",
    });
  });

  test("chosen anew by a mailed link does not stand in for it", async () => {
    const { person } = await halfway();
    const token = "un segreto di prova abbastanza lungo";
    await db.passwordReset.create({
      data: { personId: person.id, tokenHash: hashOfSecret(token), expiresAt: inMinutes(60).at },
    });
    await resetPassword(visitor, { token, password: "tutta un’altra frase segreta" }, from());
    const again = await signIn(
      visitor,
      { email: person.email, password: "tutta un’altra frase segreta" },
      from(),
    );
    expect(again.awaits).toBe("code");
    expect(await loadActorFacts(again.signInId, moment)).toBeNull();
  });
});

describe("the code", () => {
  test("completes the sign-in with a new one, which says so", async () => {
    const { person, secret, signInId } = await halfway();
    const done = await completeSignIn(visitor, { code: codeOf(secret, moment) }, from(signInId));
    expect(done.awaits).toBeNull();
    expect(done.signInId).not.toBe(signInId);
    expect(await loadActorFacts(done.signInId, moment)).toMatchObject({
      personId: person.id,
      provedAt: moment,
      lacksSecondFactor: false,
    });
    expect(await loadActorFacts(signInId, moment)).toBeNull();
    expect(await listSignIns(actorFor(person.id), person.id)).toMatchObject([
      { secondFactorAt: moment, network: "93.45.12.0/24" },
    ]);
    const event = await db.event.findFirstOrThrow({ where: { kind: "people.signedIn", actorId: person.id } });
    expect(event.data).toEqual({ secondFactor: true });
  });

  test("is good once, also in another sign-in", async () => {
    const { person, secret, signInId } = await halfway();
    const code = codeOf(secret, moment);
    await completeSignIn(visitor, { code }, from(signInId));
    const second = await signIn(visitor, { email: person.email, password }, from());
    await expect(completeSignIn(visitor, { code }, from(second.signInId))).rejects.toMatchObject({
      code: "people.codeWrong",
    });
    await expect(completeSignIn(visitor, { code }, from(signInId))).rejects.toMatchObject({
      code: "people.signInLapsed",
    });
  });

  test("given twice at once, by two who know the password, lets one in", async () => {
    const { person, secret, signInId } = await halfway();
    const second = await signIn(visitor, { email: person.email, password }, from());
    const code = codeOf(secret, moment);
    const results = await Promise.allSettled(
      [signInId, second.signInId].map((id) => completeSignIn(visitor, { code }, from(id))),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await listSignIns(actorFor(person.id), person.id)).toHaveLength(1);
  });

  test("of recovery is good once, and the person is told", async () => {
    const { person, recovery, signInId } = await halfway();
    const code = recovery[3] ?? "";
    const second = await signIn(visitor, { email: person.email, password }, from());
    const results = await Promise.allSettled(
      [signInId, second.signInId].map((id) => completeSignIn(visitor, { code }, from(id))),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db.recoveryCode.count({ where: { personId: person.id, usedAt: null } })).toBe(9);
    const mail = await db.mail.findFirstOrThrow({ where: { toPersonId: person.id } });
    expect(mail.params).toMatchObject({ what: "recoveryCodeUsed" });
    expect(await db.event.count({ where: { kind: "people.recoveryCodeUsed", subjectId: person.id } })).toBe(
      1,
    );
  });

  test("of somebody else is worth nothing", async () => {
    const { signInId } = await halfway();
    const other = await halfway();
    for (const code of [codeOf(other.secret, moment), other.recovery[0] ?? ""]) {
      await expect(completeSignIn(visitor, { code }, from(signInId))).rejects.toMatchObject({
        code: "people.codeWrong",
      });
    }
  });

  test("is guessed ten times at most, and giving the password again gains nothing", async () => {
    const { person, secret, signInId } = await halfway();
    for (let guess = 0; guess < 10; guess += 1) {
      const wrong = completeSignIn(visitor, { code: "000000" }, from(signInId));
      await expect(wrong).rejects.toMatchObject({ code: "people.codeWrong" });
    }
    const again = await signIn(visitor, { email: person.email, password }, from());
    const right = completeSignIn(visitor, { code: codeOf(secret, moment) }, from(again.signInId));
    await expect(right).rejects.toMatchObject({ code: "tooManyAttempts" });
  });

  test("does not help a person who was disabled meanwhile", async () => {
    const { person, secret, signInId } = await halfway();
    await db.person.update({ where: { id: person.id }, data: { disabledAt: moment } });
    expect(await awaitsCode(visitor, signInId)).toBe(false);
    await expect(completeSignIn(visitor, { code: codeOf(secret, moment) }, from(signInId))).rejects.toThrow();
  });

  denied("completeSignIn", "to a browser that gave no password", () =>
    completeSignIn(visitor, { code: "123456" }, from()),
  );
  denied("completeSignIn", "with the sign-in of somebody who is in", () =>
    completeSignIn(visitor, { code: "123456" }, from(complete.id)),
  );
});

test("a provider that proved a second factor spares the code", async () => {
  const person = await aPerson();
  await aSecondFactor(person.id);
  const open = (secondFactor: boolean) =>
    db.$transaction((tx) =>
      openSignIn(tx, visitor, {
        personId: person.id,
        device: null,
        network: null,
        replaces: null,
        secondFactor,
      }),
    );
  expect((await open(false)).awaits).toBe("code");
  const { awaits, signInId } = await open(true);
  expect(awaits).toBeNull();
  expect(await loadActorFacts(signInId, moment)).toMatchObject({ personId: person.id });
});

describe("who has to sign in anew is told why", () => {
  const at = (hours: number) => visitorActor(new Date(moment.getTime() + hours * 3_600_000));

  test("not used for two hours, twelve hours over, or ended", async () => {
    const person = await aPerson();
    const { id } = await aSignIn(person.id);
    expect(await findEndOfSignIn(at(1.99), id)).toBeNull();
    expect(await findEndOfSignIn(at(2), id)).toBe("idle");
    expect(await findEndOfSignIn(at(12), id)).toBe("expired");
    await db.signIn.update({ where: { id }, data: { endedAt: moment } });
    expect(await findEndOfSignIn(at(0), id)).toBe("ended");
    expect(await findEndOfSignIn(at(0), null)).toBeNull();
    expect(await findEndOfSignIn(at(0), randomUUID())).toBeNull();
  });
});
