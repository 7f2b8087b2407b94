import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { sendPasswordReset } from "@/lib/people/jobs";
import { offerPasswordReset } from "@/lib/people/passwords/commands";
import { hashPassword, passwordMatches } from "@/lib/people/passwords/hashing";
import { changePassword, requestPasswordReset, resetPassword } from "@/lib/people/passwords/mutations";
import { getResetState } from "@/lib/people/passwords/queries";
import { loadActorFacts } from "@/lib/people/queries";
import { hashOfSecret, newSecret } from "@/lib/people/secret-link";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { DomainError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { renderMail } from "@/lib/platform/mail/render";
import { actorFor, actorWithoutRole, withoutRecentProof } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aPerson, aSignIn, moment } from "@/tests/support/factories";
import { aSecondFactor } from "@/tests/support/second-factor";

const visitor = visitorActor(moment);
const from = { client: "192.0.2.1" };
const old = "la vecchia frase segreta";
const fresh = "la nuova frase segreta";
const minutesLater = (minutes: number) => visitorActor(new Date(moment.getTime() + minutes * 60_000));

let passwordHash: string;
let holder: Actor;
beforeAll(async () => {
  passwordHash = await hashPassword(old);
  const person = await aPerson({ passwordHash });
  await aSecondFactor(person.id);
  holder = actorFor(person.id);
});

const hashOf = async (id: string) =>
  (await db.person.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } })).passwordHash;

async function aReset(personId: string, at = moment): Promise<string> {
  const { token, tokenHash } = newSecret();
  await db.passwordReset.create({
    data: { personId, tokenHash, createdAt: at, expiresAt: new Date(at.getTime() + 3_600_000) },
    select: { id: true },
  });
  return token;
}

describe("asking for a new password", () => {
  test("leaves the same job for known and unknown addresses", async () => {
    const known = await aPerson({ passwordHash });
    const jobs = () => db.$queryRaw<{ count: number }[]>`select count(*)::int as count
      from graphile_worker.jobs where task_identifier = 'send-password-reset'`;
    const [before] = await jobs();
    await requestPasswordReset(visitor, { email: known.email }, { client: randomUUID() });
    await requestPasswordReset(visitor, { email: "nessuno@ente.test" }, { client: randomUUID() });
    const [after] = await jobs();
    expect((after?.count ?? 0) - (before?.count ?? 0)).toBe(2);
    expect(await db.passwordReset.count({ where: { personId: known.id } })).toBe(0);
  });

  test("is slowed down", async () => {
    const client = randomUUID();
    for (let time = 0; time < 5; time += 1) {
      await requestPasswordReset(visitor, { email: "stesso@ente.test" }, { client });
    }
    await expect(requestPasswordReset(visitor, { email: "stesso@ente.test" }, { client })).rejects.toThrow(
      DomainError,
    );
  });

  test("mails a link that opens nothing in the table, to people who may sign in", async () => {
    const person = await aPerson({ passwordHash, locale: "en" });
    await sendPasswordReset({ email: person.email, askedAt: moment.toISOString() }, moment);
    const mail = await db.mail.findFirstOrThrow({ where: { toPersonId: person.id } });
    expect(mail.toAddress).toBe(person.email);
    const { text } = await renderMail({
      template: mail.template,
      locale: mail.locale,
      params: mail.params as Record<string, string>,
    });
    const token = /\/en\/password\/([\w-]+)/.exec(text)?.[1] ?? "";
    const row = await db.passwordReset.findFirstOrThrow({ where: { personId: person.id } });
    expect(row.tokenHash).toBe(hashOfSecret(token));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await getResetState(visitor, token)).toBe("open");
    expect(
      await db.event.count({ where: { kind: "people.passwordResetRequested", subjectId: person.id } }),
    ).toBe(1);
  });

  test("mails nothing to disabled, demonstration and unknown people, nor after a day", async () => {
    const disabled = await aPerson({ passwordHash, disabledAt: moment });
    const demo = await aPerson({ passwordHash, isDemo: true });
    const late = await aPerson({ passwordHash });
    const mails = await db.mail.count();
    for (const email of [disabled.email, demo.email, "nessuno@ente.test"]) {
      await sendPasswordReset({ email, askedAt: moment.toISOString() }, moment);
    }
    await sendPasswordReset(
      { email: late.email, askedAt: moment.toISOString() },
      new Date(moment.getTime() + 25 * 3_600_000),
    );
    expect(await db.mail.count()).toBe(mails);
  });

  test("is offered by the portal alone", async () => {
    const person = await actorWithoutRole();
    await expect(
      db.$transaction((tx) => offerPasswordReset(tx, person, { email: "x@ente.test" })),
    ).rejects.toThrow(ForbiddenError);
    await db.$transaction((tx) =>
      offerPasswordReset(tx, systemActor("test", moment), { email: "nessuno@ente.test" }),
    );
  });
});

describe("the link", () => {
  test("sets the password once and ends every sign-in and every other link", async () => {
    const person = await aPerson({ passwordHash });
    const [first, second] = [await aSignIn(person.id), await aSignIn(person.id)];
    const [token, spare] = [await aReset(person.id), await aReset(person.id)];
    await resetPassword(minutesLater(5), { token, password: fresh }, from);
    expect(await passwordMatches(await hashOf(person.id), fresh)).toBe(true);
    expect(await loadActorFacts(first.id, moment)).toBeNull();
    expect(await loadActorFacts(second.id, moment)).toBeNull();
    for (const used of [token, spare]) {
      expect(await getResetState(minutesLater(6), used)).toBe("used");
      await expect(
        resetPassword(minutesLater(6), { token: used, password: old }, from),
      ).rejects.toMatchObject({
        code: "people.resetUsed",
      });
    }
    expect(await db.event.count({ where: { kind: "people.passwordReset", actorId: person.id } })).toBe(1);
  });

  test("holds for an hour", async () => {
    const person = await aPerson({ passwordHash });
    const token = await aReset(person.id);
    expect(await getResetState(minutesLater(59), token)).toBe("open");
    expect(await getResetState(minutesLater(60), token)).toBe("expired");
    await expect(resetPassword(minutesLater(60), { token, password: fresh }, from)).rejects.toMatchObject({
      code: "people.resetExpired",
    });
    expect(await hashOf(person.id)).toBe(passwordHash);
  });

  test("of a disabled person opens nothing", async () => {
    const person = await aPerson({ passwordHash, disabledAt: moment });
    const token = await aReset(person.id);
    await expect(resetPassword(visitor, { token, password: fresh }, from)).rejects.toMatchObject({
      code: "people.resetExpired",
    });
  });

  test("survives a password that is refused", async () => {
    const person = await aPerson({ passwordHash });
    const token = await aReset(person.id);
    await expect(resetPassword(visitor, { token, password: "corta" }, from)).rejects.toMatchObject({
      code: "people.passwordShort",
      field: "password",
    });
    await resetPassword(visitor, { token, password: fresh }, from);
  });

  test("followed twice at once has one winner", async () => {
    const person = await aPerson({ passwordHash });
    const token = await aReset(person.id);
    const choices = [fresh, "un’altra frase segreta"];
    const results = await Promise.allSettled(
      choices.map((password) => resetPassword(visitor, { token, password }, from)),
    );
    const won = results.findIndex((result) => result.status === "fulfilled");
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await passwordMatches(await hashOf(person.id), choices[won] ?? "")).toBe(true);
  });

  test("that was made up is unknown", async () => {
    expect(await getResetState(visitor, newSecret().token)).toBe("unknown");
  });

  test("guesses at links are slowed down, good links are not", async () => {
    const guesser = { client: `guesser ${randomUUID()}` };
    const guess = () => resetPassword(visitor, { token: newSecret().token, password: fresh }, guesser);
    for (let time = 0; time < 30; time += 1) await expect(guess()).rejects.toThrow(NotFoundError);
    await expect(guess()).rejects.toMatchObject({ code: "tooManyAttempts" });
    const person = await aPerson({ passwordHash });
    await resetPassword(visitor, { token: await aReset(person.id), password: fresh }, guesser);
    expect(await hashOf(person.id)).not.toBe(passwordHash);
  });

  denied("resetPassword", "to whoever makes a link up", () =>
    resetPassword(visitor, { token: newSecret().token, password: fresh }, from),
  );
});

describe("changing one’s own", () => {
  test("asks for the present one, ends the other sign-ins, keeps this one", async () => {
    const person = await aPerson({ passwordHash });
    const actor = actorFor(person.id);
    const [present, other] = [await aSignIn(person.id), await aSignIn(person.id)];
    const from = { signInId: present.id };
    await expect(
      changePassword(actor, { presentPassword: "sbagliata", password: fresh }, from),
    ).rejects.toMatchObject({ code: "people.presentPasswordWrong", field: "presentPassword" });
    await changePassword(actor, { presentPassword: old, password: fresh }, from);
    expect(await passwordMatches(await hashOf(person.id), fresh)).toBe(true);
    expect(await loadActorFacts(present.id, moment)).not.toBeNull();
    expect(await loadActorFacts(other.id, moment)).toBeNull();
  });

  test("twice at once has one winner", async () => {
    const person = await aPerson({ passwordHash });
    const change = (password: string) =>
      changePassword(actorFor(person.id), { presentPassword: old, password }, { signInId: null });
    const results = await Promise.allSettled([change(fresh), change("un’altra frase segreta")]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  test("is not offered to demonstration accounts", async () => {
    const demo = await aPerson({ passwordHash, isDemo: true });
    await expect(
      changePassword(actorFor(demo.id), { presentPassword: old, password: fresh }, { signInId: null }),
    ).rejects.toMatchObject({ code: "people.demonstrationFixed" });
  });

  denied("changePassword", "to whoever has a second factor without a recent proof", () =>
    changePassword(withoutRecentProof(holder), { presentPassword: old, password: fresh }, { signInId: null }),
  );
  denied("changePassword", "to a visitor", () =>
    changePassword(visitor, { presentPassword: old, password: fresh }, { signInId: null }),
  );
});
