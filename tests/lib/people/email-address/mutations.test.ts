import { beforeAll, describe, expect, test } from "vitest";
import { confirmEmailChange, requestEmailChange } from "@/lib/people/email-address/mutations";
import {
  findEmailChange,
  findUnreachableAddress,
  findWaitingEmail,
} from "@/lib/people/email-address/queries";
import { hashOfSecret } from "@/lib/people/secret-link";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { renderMail } from "@/lib/platform/mail/render";
import { actorFor, actorWithoutRole, withoutRecentProof } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aPerson, moment } from "@/tests/support/factories";

const visitor = visitorActor(moment);
const from = { client: "192.0.2.1" };
const tomorrow = visitorActor(new Date(moment.getTime() + 24 * 3_600_000));
let count = 0;
const newAddress = () => {
  count += 1;
  return `nuovo-${count}@ente.test`;
};
const emailOf = async (id: string) => (await db.person.findUniqueOrThrow({ where: { id } })).email;

async function linkSentTo(address: string): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({
    where: { toAddress: address, template: "people.emailConfirmation" },
    orderBy: { createdAt: "desc" },
  });
  const { text } = await renderMail({
    template: mail.template,
    locale: mail.locale,
    params: mail.params as Record<string, string>,
  });
  return /\/indirizzo\/([\w-]+)/.exec(text)?.[1] ?? "";
}

let actor: Actor & { personId: string };
beforeAll(async () => {
  actor = await actorWithoutRole();
});

describe("another address", () => {
  test("counts once the link that went there is followed; the old address is told", async () => {
    const person = await aPerson();
    const email = newAddress();
    const own = actorFor(person.id);
    await db.passwordReset.create({
      data: { personId: person.id, tokenHash: `reset ${person.id}`, expiresAt: tomorrow.at },
    });
    await requestEmailChange(own, { email });
    expect(await emailOf(person.id)).toBe(person.email);
    expect(await findWaitingEmail(own)).toBe(email);
    const token = await linkSentTo(email);
    const stored = await db.emailChange.findUniqueOrThrow({ where: { personId: person.id } });
    expect(stored.tokenHash).toBe(hashOfSecret(token));
    expect(await findEmailChange(visitor, token)).toEqual({ state: "open", email });

    await confirmEmailChange(visitor, { token }, from);
    expect(await emailOf(person.id)).toBe(email);
    expect(await findEmailChange(visitor, token)).toEqual({ state: "unknown" });
    const mail = await db.mail.findFirstOrThrow({ where: { toAddress: person.email } });
    expect(mail.params).toMatchObject({ what: "emailChanged" });
    expect(await db.passwordReset.count({ where: { personId: person.id, usedAt: null } })).toBe(0);
    const kinds = await db.event.findMany({ where: { actorId: person.id }, orderBy: { seq: "asc" } });
    expect(kinds.map((event) => event.kind)).toEqual(["people.emailChangeRequested", "people.emailChanged"]);
  });

  test("asked for twice leaves the last link", async () => {
    const person = await aPerson();
    const [first, second] = [newAddress(), newAddress()];
    await requestEmailChange(actorFor(person.id), { email: first });
    const token = await linkSentTo(first);
    await requestEmailChange(actorFor(person.id), { email: second });
    expect(await findEmailChange(visitor, token)).toEqual({ state: "unknown" });
    await confirmEmailChange(visitor, { token: await linkSentTo(second) }, from);
    expect(await emailOf(person.id)).toBe(second);
  });

  test("of somebody else gets no link and the same answer", async () => {
    const other = await aPerson();
    const person = await aPerson();
    await requestEmailChange(actorFor(person.id), { email: other.email });
    expect(await db.mail.count({ where: { toAddress: other.email } })).toBe(0);
    expect(await findWaitingEmail(actorFor(person.id))).toBe(other.email);
  });

  test("taken by somebody else in the meantime is refused", async () => {
    const person = await aPerson();
    const email = newAddress();
    await requestEmailChange(actorFor(person.id), { email });
    const token = await linkSentTo(email);
    await aPerson({ email });
    await expect(confirmEmailChange(visitor, { token }, from)).rejects.toMatchObject({
      code: "people.emailTaken",
    });
    expect(await emailOf(person.id)).toBe(person.email);
  });

  test("is confirmed once when the link is followed twice at once", async () => {
    const person = await aPerson();
    const email = newAddress();
    await requestEmailChange(actorFor(person.id), { email });
    const token = await linkSentTo(email);
    const results = await Promise.allSettled([
      confirmEmailChange(visitor, { token }, from),
      confirmEmailChange(visitor, { token }, from),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db.event.count({ where: { kind: "people.emailChanged", subjectId: person.id } })).toBe(1);
  });

  test("that is the present one is confirmed where mails came back from it, and gets mail again", async () => {
    const person = await aPerson();
    const own = actorFor(person.id);
    await db.mailAddress.create({
      data: { address: person.email, failures: 3, lastFailureAt: moment, unreachableAt: moment },
    });
    expect(await findUnreachableAddress(own)).toBe(person.email);
    await requestEmailChange(own, { email: person.email });
    const mail = await db.mail.findFirstOrThrow({ where: { toAddress: person.email } });
    expect(mail.insists, "it goes out all the same").toBe(true);
    await confirmEmailChange(visitor, { token: await linkSentTo(person.email) }, from);
    expect(await findUnreachableAddress(own)).toBeNull();
    expect(await db.mailAddress.count({ where: { address: person.email } })).toBe(0);
    const kinds = await db.event.findMany({ where: { actorId: person.id }, orderBy: { seq: "asc" } });
    expect(kinds.map((event) => event.kind)).toEqual([
      "people.emailChangeRequested",
      "people.emailConfirmed",
    ]);
    expect(await db.mail.count({ where: { toAddress: person.email } }), "no word of a change").toBe(1);
  });

  test("that is new is good, whatever came back from it before", async () => {
    const person = await aPerson();
    const email = newAddress();
    await db.mailAddress.create({ data: { address: email, failures: 1, lastFailureAt: moment } });
    await requestEmailChange(actorFor(person.id), { email });
    await confirmEmailChange(visitor, { token: await linkSentTo(email) }, from);
    expect(await db.mailAddress.count({ where: { address: email } })).toBe(0);
  });

  test("expires after a day, and is not for demonstration accounts", async () => {
    const person = await aPerson();
    const email = newAddress();
    await requestEmailChange(actorFor(person.id), { email });
    const token = await linkSentTo(email);
    expect((await findEmailChange(tomorrow, token)).state).toBe("expired");
    await expect(confirmEmailChange(tomorrow, { token }, from)).rejects.toMatchObject({
      code: "people.emailLinkExpired",
    });
    const demo = await aPerson({ isDemo: true });
    await expect(requestEmailChange(actorFor(demo.id), { email: newAddress() })).rejects.toMatchObject({
      code: "people.demonstrationAddress",
    });
    await expect(requestEmailChange(actorFor(person.id), { email: person.email })).rejects.toMatchObject({
      code: "people.sameEmail",
      field: "email",
    });
  });

  denied("requestEmailChange", "to a visitor", () => requestEmailChange(visitor, { email: newAddress() }));
  denied("requestEmailChange", "without a recent proof", () =>
    requestEmailChange(withoutRecentProof(actor), { email: newAddress() }),
  );
  denied("confirmEmailChange", "to a link that was never sent", () =>
    confirmEmailChange(visitor, { token: "un segreto che nessuno ha mandato" }, from),
  );
});
