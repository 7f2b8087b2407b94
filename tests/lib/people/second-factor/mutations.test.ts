import { beforeAll, describe, expect, test } from "vitest";
import { loadActorFacts } from "@/lib/people/queries";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "@/lib/people/second-factor/mutations";
import { findSetup, getSecondFactor } from "@/lib/people/second-factor/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { actorAs, actorFor, actorWithoutRole, later, withoutRecentProof } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anOrganisation, aPerson, aProgramme, aSignIn, moment } from "@/tests/support/factories";
import { aSecondFactor } from "@/tests/support/second-factor";
import { codeOf } from "@/tests/support/totp";

type Person = Actor & { personId: string };

const visitor = visitorActor(moment);
const inMinutes = (minutes: number) => new Date(moment.getTime() + minutes * 60_000);
const events = (personId: string) =>
  db.event
    .findMany({ where: { actorId: personId }, orderBy: { seq: "asc" }, select: { kind: true } })
    .then((rows) => rows.map((row) => row.kind));
const told = (personId: string) =>
  db.mail
    .findMany({ where: { toPersonId: personId }, orderBy: { createdAt: "asc" }, select: { params: true } })
    .then((rows) => rows.map(({ params }) => (params as { what: string }).what));

async function secretBeingSetUp(actor: Person): Promise<string> {
  await beginSecondFactor(actor);
  return (await findSetup(actor))?.secret.replaceAll(" ", "") ?? "";
}

let stranger: Person;
let holder: Person;
beforeAll(async () => {
  stranger = await actorWithoutRole();
  holder = await actorWithoutRole();
  await aSecondFactor(holder.personId);
});

describe("setting one up", () => {
  test("counts only once a code was given, and ends the other sign-ins", async () => {
    const actor = await actorWithoutRole();
    const [present, other] = [await aSignIn(actor.personId), await aSignIn(actor.personId)];
    const secret = await secretBeingSetUp(actor);
    expect((await getSecondFactor(actor)).since).toBeNull();
    const wrong = confirmSecondFactor(actor, { code: "000000" }, { signInId: present.id });
    await expect(wrong).rejects.toMatchObject({ code: "people.codeWrong", field: "code" });
    expect(await loadActorFacts(other.id, moment)).not.toBeNull();

    const { codes } = await confirmSecondFactor(
      actor,
      { code: codeOf(secret, moment) },
      { signInId: present.id },
    );
    expect(codes).toHaveLength(10);
    expect(await getSecondFactor(actor)).toMatchObject({ since: moment, codesLeft: 10, required: false });
    expect(await loadActorFacts(present.id, moment)).toMatchObject({ personId: actor.personId });
    expect(await loadActorFacts(other.id, moment)).toBeNull();
    expect(await events(actor.personId)).toEqual(["people.secondFactorAdded"]);
    expect(await told(actor.personId)).toEqual(["secondFactorAdded"]);
  });

  test("keeps nothing readable in the database", async () => {
    const actor = await actorWithoutRole();
    const secret = await secretBeingSetUp(actor);
    const { codes } = await confirmSecondFactor(actor, { code: codeOf(secret, moment) }, { signInId: null });
    const stored = JSON.stringify([
      await db.secondFactor.findUnique({ where: { personId: actor.personId } }),
      await db.recoveryCode.findMany({ where: { personId: actor.personId } }),
    ]);
    for (const plain of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))]) {
      expect(stored).not.toContain(plain);
    }
  });

  test("a sign-in that was opened meanwhile without it is good no more", async () => {
    const person = await aPerson();
    const { id } = await aSignIn(person.id);
    await aSecondFactor(person.id);
    expect(await loadActorFacts(id, moment)).toBeNull();
  });

  test("replaces the present one only when the new one is confirmed", async () => {
    const actor = await actorWithoutRole();
    const { recovery } = await aSecondFactor(actor.personId);
    const before = await db.secondFactor.findUniqueOrThrow({ where: { personId: actor.personId } });
    const secret = await secretBeingSetUp(actor);
    const during = await db.secondFactor.findUniqueOrThrow({ where: { personId: actor.personId } });
    expect(during.secret).toBe(before.secret);
    const { codes } = await confirmSecondFactor(actor, { code: codeOf(secret, moment) }, { signInId: null });
    const after = await db.secondFactor.findUniqueOrThrow({ where: { personId: actor.personId } });
    expect(after.secret).toBe(during.candidate);
    expect(after.candidate).toBeNull();
    expect(codes).not.toEqual(expect.arrayContaining(recovery));
    expect(await events(actor.personId)).toEqual(["people.secondFactorReplaced"]);
  });

  test("lapses after half an hour", async () => {
    const actor = await actorWithoutRole();
    const secret = await secretBeingSetUp(actor);
    const late = later(actor, inMinutes(30));
    expect(await findSetup(later(actor, inMinutes(29)))).not.toBeNull();
    expect(await findSetup(late)).toBeNull();
    const confirm = confirmSecondFactor(late, { code: codeOf(secret, inMinutes(30)) }, { signInId: null });
    await expect(confirm).rejects.toMatchObject({ code: "people.setupLapsed" });
  });

  test("with the same code twice at once succeeds once", async () => {
    const actor = await actorWithoutRole();
    const code = codeOf(await secretBeingSetUp(actor), moment);
    const confirm = () => confirmSecondFactor(actor, { code }, { signInId: null });
    const results = await Promise.allSettled([confirm(), confirm()]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db.recoveryCode.count({ where: { personId: actor.personId } })).toBe(10);
  });

  test("is slowed down when codes are guessed", async () => {
    const actor = await actorWithoutRole();
    await beginSecondFactor(actor);
    const guess = () => confirmSecondFactor(actor, { code: "000000" }, { signInId: null });
    for (let time = 0; time < 10; time += 1) await expect(guess()).rejects.toThrow(DomainError);
    await expect(guess()).rejects.toMatchObject({ code: "tooManyAttempts" });
  });

  test("is not for the demonstration’s accounts where others reach them", async () => {
    const { id } = await aPerson({ isDemo: true });
    await expect(beginSecondFactor(actorFor(id))).rejects.toMatchObject({
      code: "people.secondFactorShared",
    });
  });

  test("shows its secret to nobody without a recent proof", async () => {
    const actor = await actorWithoutRole();
    await beginSecondFactor(actor);
    expect(await findSetup(withoutRecentProof(actor))).toBeNull();
    expect(await findSetup(stranger)).toBeNull();
  });

  denied("beginSecondFactor", "to a visitor", () => beginSecondFactor(visitor));
  denied("beginSecondFactor", "without a recent proof", () =>
    beginSecondFactor(withoutRecentProof(stranger)),
  );
  denied("confirmSecondFactor", "to whoever set none up", () =>
    confirmSecondFactor(stranger, { code: "123456" }, { signInId: null }),
  );
  denied("confirmSecondFactor", "without a recent proof", () =>
    confirmSecondFactor(withoutRecentProof(holder), { code: "123456" }, { signInId: null }),
  );
});

describe("whose roles ask for one", () => {
  test("is let in nowhere until it is set up, from the request after the role was given", async () => {
    const administrator = await actorAs("ADMINISTRATOR");
    const { id } = await aSignIn(administrator.personId);
    expect(await loadActorFacts(id, moment)).toMatchObject({ lacksSecondFactor: true });
    const secret = await secretBeingSetUp(administrator);
    await confirmSecondFactor(administrator, { code: codeOf(secret, moment) }, { signInId: id });
    expect(await loadActorFacts(id, moment)).toMatchObject({ lacksSecondFactor: false });
  });

  test("has none asked of a demonstration account, nor of other roles", async () => {
    const privacy = await actorAs("PRIVACY_OFFICER");
    const manager = await actorAs("PROGRAMME_MANAGER", { organisationId: (await anOrganisation()).id });
    const demo = actorFor((await aPerson({ isDemo: true })).id, [{ role: "ADMINISTRATOR" }]);
    expect(await getSecondFactor(demo)).toMatchObject({ isDemo: true, required: false });
    const lacks = async (personId: string) =>
      (await loadActorFacts((await aSignIn(personId)).id, moment))?.lacksSecondFactor;
    expect(await lacks(privacy.personId)).toBe(true);
    expect(await lacks(manager.personId)).toBe(false);
  });

  test("follows the version of the day", async () => {
    const expert = await actorAs("EXPERT", { programmeId: (await aProgramme()).id });
    const { id } = await aSignIn(expert.personId, new Date("2026-06-02T08:00:00Z"));
    const at = new Date("2026-06-02T08:00:00Z");
    expect(await loadActorFacts(id, at)).toMatchObject({ lacksSecondFactor: false });
    await db.$transaction([
      db.ruleSet.updateMany({
        where: { kind: "people.secondFactor" },
        data: { validTo: new Date("2026-06-02") },
      }),
      db.ruleSet.create({
        data: {
          kind: "people.secondFactor",
          version: 2,
          validFrom: new Date("2026-06-02"),
          content: { roles: ["ADMINISTRATOR", "PRIVACY_OFFICER", "EXPERT"] },
          source: "prova",
        },
      }),
    ]);
    expect(await loadActorFacts(id, at)).toMatchObject({ lacksSecondFactor: true });
    expect(await loadActorFacts(id, new Date("2026-06-01T21:00:00Z"))).toMatchObject({
      lacksSecondFactor: false,
    });
  });

  test("cannot take it away", async () => {
    const administrator = await actorAs("ADMINISTRATOR");
    await aSecondFactor(administrator.personId);
    await expect(removeSecondFactor(administrator)).rejects.toMatchObject({
      code: "people.secondFactorRequired",
    });
    expect(await getSecondFactor(administrator)).toMatchObject({ since: moment, required: true });
  });
});

describe("taking it away", () => {
  test("removes the codes too, and what was proved with it stands no more", async () => {
    const actor = await actorWithoutRole();
    await aSecondFactor(actor.personId);
    const { id } = await aSignIn(actor.personId);
    await db.signIn.update({ where: { id }, data: { secondFactorAt: moment } });
    await removeSecondFactor(actor);
    expect(await getSecondFactor(actor)).toMatchObject({ since: null, codesLeft: 0 });
    expect(await db.signIn.findUniqueOrThrow({ where: { id } })).toMatchObject({ secondFactorAt: null });
    expect(await events(actor.personId)).toEqual(["people.secondFactorRemoved"]);
    expect(await told(actor.personId)).toEqual(["secondFactorRemoved"]);
  });

  denied("removeSecondFactor", "to whoever has none", () => removeSecondFactor(stranger));
  denied("removeSecondFactor", "without a recent proof", () =>
    removeSecondFactor(withoutRecentProof(holder)),
  );
});

describe("recovery codes", () => {
  test("are made anew in place of those before", async () => {
    const actor = await actorWithoutRole();
    const { recovery } = await aSecondFactor(actor.personId);
    await db.recoveryCode.updateMany({ where: { personId: actor.personId }, data: { usedAt: moment } });
    expect((await getSecondFactor(actor)).codesLeft).toBe(0);
    const { codes } = await renewRecoveryCodes(actor);
    expect((await getSecondFactor(actor)).codesLeft).toBe(10);
    expect(codes.filter((code) => recovery.includes(code))).toEqual([]);
    expect(await events(actor.personId)).toEqual(["people.recoveryCodesRenewed"]);
  });

  test("renewed twice at once leave ten", async () => {
    const actor = await actorWithoutRole();
    await aSecondFactor(actor.personId);
    await Promise.all([renewRecoveryCodes(actor), renewRecoveryCodes(actor)]);
    expect((await getSecondFactor(actor)).codesLeft).toBe(10);
  });

  denied("renewRecoveryCodes", "to whoever has no second factor", () => renewRecoveryCodes(stranger));
  denied("renewRecoveryCodes", "without a recent proof", () =>
    renewRecoveryCodes(withoutRecentProof(holder)),
  );
});
