import { beforeAll, describe, expect, test } from "vitest";
import { endSignInsOf, resetSecondFactor } from "@/lib/people/administration/mutations";
import { loadActorFacts } from "@/lib/people/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { renderMail } from "@/lib/platform/mail/render";
import { actorAs, actorFor, withoutRecentProof } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aPerson, aSignIn, moment } from "@/tests/support/factories";
import { aSecondFactor } from "@/tests/support/second-factor";

let administrator: Actor & { personId: string };
let privacy: Actor;
let target: { id: string };
beforeAll(async () => {
  administrator = await actorAs("ADMINISTRATOR");
  privacy = await actorAs("PRIVACY_OFFICER");
  target = await aPerson();
  await aSecondFactor(target.id);
  await aSecondFactor(administrator.personId);
});

describe("a second factor that was lost", () => {
  test("is taken away with the reason, sign-ins end, the person is told", async () => {
    const person = await aPerson({ locale: "en" });
    await aSecondFactor(person.id);
    const { id } = await aSignIn(person.id);
    await db.signIn.update({ where: { id }, data: { secondFactorAt: moment } });
    await resetSecondFactor(administrator, { id: person.id, reason: "LOST" });
    expect(await db.secondFactor.count({ where: { personId: person.id } })).toBe(0);
    expect(await db.recoveryCode.count({ where: { personId: person.id } })).toBe(0);
    expect(await loadActorFacts(id, moment)).toBeNull();
    const event = await db.event.findFirstOrThrow({ where: { kind: "people.secondFactorReset" } });
    expect(event).toMatchObject({
      actorId: administrator.personId,
      subjectId: person.id,
      data: { reason: "LOST" },
    });
    const mail = await db.mail.findFirstOrThrow({ where: { toPersonId: person.id } });
    const { text } = await renderMail({ ...mail, params: mail.params as Record<string, string> });
    expect(text).toContain("phone or app lost");
    await expect(resetSecondFactor(administrator, { id: person.id, reason: "LOST" })).rejects.toMatchObject({
      code: "people.noSecondFactor",
    });
  });

  const input = () => ({ id: target.id, reason: "LOST" as const });
  denied("resetSecondFactor", "to the privacy officer", () => resetSecondFactor(privacy, input()));
  denied("resetSecondFactor", "to the person", () => resetSecondFactor(actorFor(target.id), input()));
  denied("resetSecondFactor", "of one’s own", () =>
    resetSecondFactor(administrator, { id: administrator.personId, reason: "LOST" }),
  );
  denied("resetSecondFactor", "without a recent proof", () =>
    resetSecondFactor(withoutRecentProof(administrator), input()),
  );
});

describe("all sign-ins of a person", () => {
  test("are ended by the administrator, but for the one that does it", async () => {
    const present = await aSignIn(administrator.personId);
    await aSignIn(administrator.personId);
    await endSignInsOf(administrator, { id: administrator.personId }, { signInId: present.id });
    const left = await db.signIn.findMany({ where: { personId: administrator.personId, endedAt: null } });
    expect(left.map((row) => row.id)).toEqual([present.id]);
    const person = await aPerson();
    const { id } = await aSignIn(person.id);
    await endSignInsOf(administrator, { id: person.id }, { signInId: present.id });
    expect(await loadActorFacts(id, moment)).toBeNull();
    expect(await db.event.count({ where: { kind: "people.signInEnded", subjectId: person.id } })).toBe(1);
  });

  denied("endSignInsOf", "to the privacy officer", () =>
    endSignInsOf(privacy, { id: target.id }, { signInId: null }),
  );
});
