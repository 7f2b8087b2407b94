import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Claims } from "@/lib/people/identities/claims";
import { signInByProvider } from "@/lib/people/identities/mutations";
import { acceptInvitation } from "@/lib/people/invitations/mutations";
import { findInvitation } from "@/lib/people/invitations/queries";
import { hashPassword } from "@/lib/people/passwords/hashing";
import { loadActorFacts } from "@/lib/people/queries";
import { newSecret } from "@/lib/people/secret-link";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { denied } from "@/tests/support/denied";
import { anEnrolment, anOrganisation, aPerson, aProgramme, moment } from "@/tests/support/factories";

const visitor = visitorActor(moment);
const browser = () => ({
  client: `client ${randomUUID()}`,
  proxied: false,
  network: null,
  device: "Firefox, Linux",
  replaces: null,
});
const claimsOf = (facts: Partial<Claims> = {}): Claims => ({
  issuer: "https://id.ente.test",
  subject: randomUUID(),
  verifiedEmail: null,
  givenName: "Ada",
  familyName: "Neri",
  acr: null,
  amr: [],
  secondFactor: false,
  ...facts,
});
const arrive = (claims: Claims, invitation: string | null = null) =>
  signInByProvider(visitor, { claims, invitation }, browser());

let scope: { programmeId: string; organisationId: string };
beforeAll(async () => {
  const [programme, organisation] = [await aProgramme(), await anOrganisation()];
  await anEnrolment(programme.id, organisation.id);
  scope = { programmeId: programme.id, organisationId: organisation.id };
});

async function anInvitation(email: string): Promise<string> {
  const { token, tokenHash } = newSecret();
  await db.accountInvitation.create({
    data: {
      ...scope,
      tokenHash,
      email,
      role: "STAFF",
      createdAt: moment,
      expiresAt: new Date(moment.getTime() + 86_400_000),
    },
    select: { id: true },
  });
  return token;
}

describe("somebody with an account", () => {
  test("is bound by the verified address once, and known by the subject from then on", async () => {
    const person = await aPerson({ passwordHash: "a hash" });
    const claims = claimsOf({ verifiedEmail: person.email, acr: "level-2", amr: ["mfa"] });
    const first = await arrive(claims);
    expect(first.personId).toBe(person.id);
    expect(await loadActorFacts(first.signInId, moment)).toMatchObject({ personId: person.id });
    expect(await db.signIn.findUnique({ where: { id: first.signInId } })).toMatchObject({
      acr: "level-2",
      amr: ["mfa"],
    });
    const again = await arrive({ ...claims, verifiedEmail: "elsewhere@ente.test" });
    expect(again.personId).toBe(person.id);
    expect(await db.event.count({ where: { kind: "people.identityBound", actorId: person.id } })).toBe(1);
    const mails = await db.mail.findMany({
      where: { template: "people.identityBound", toPersonId: person.id },
    });
    expect(mails).toHaveLength(1);
  });

  test("stays closed to whom the provider gives the address later", async () => {
    const person = await aPerson({ passwordHash: "a hash" });
    await arrive(claimsOf({ verifiedEmail: person.email }));
    await expect(arrive(claimsOf({ verifiedEmail: person.email }))).rejects.toMatchObject({
      code: "people.providerUnknown",
    });
    expect(await db.identity.count({ where: { personId: person.id } })).toBe(1);
  });

  test("is not opened by an invitation that was forwarded", async () => {
    const person = await aPerson({ passwordHash: "a hash" });
    const token = await anInvitation(person.email);
    await expect(arrive(claimsOf(), token)).rejects.toMatchObject({ code: "people.providerUnverified" });
    await expect(arrive(claimsOf({ verifiedEmail: "someone-else@ente.test" }), token)).rejects.toMatchObject({
      code: "people.providerUnknown",
    });
    expect(await db.identity.count({ where: { personId: person.id } })).toBe(0);
  });

  test("and disabled is answered like an unknown one, bound or not", async () => {
    const person = await aPerson({ passwordHash: "a hash" });
    const claims = claimsOf({ verifiedEmail: person.email });
    await arrive(claims);
    await db.person.update({ where: { id: person.id }, data: { disabledAt: moment } });
    const other = await aPerson({ disabledAt: moment });
    const attempts = [
      claims,
      claimsOf({ verifiedEmail: other.email }),
      claimsOf({ verifiedEmail: "x@y.test" }),
    ];
    const codes = await Promise.all(attempts.map((one) => arrive(one).catch((error) => error.code)));
    expect(codes).toEqual(Array(3).fill("people.providerUnknown"));
  });
});

describe("somebody who was invited", () => {
  test("comes in by the link, whatever address the provider has", async () => {
    const email = `${randomUUID()}@ente.test`;
    const token = await anInvitation(email);
    const { personId } = await arrive(claimsOf(), token);
    const person = await db.person.findUnique({ where: { id: personId }, include: { roles: true } });
    expect(person).toMatchObject({ email, givenName: "Ada", familyName: "Neri", passwordHash: null });
    expect(person?.roles).toMatchObject([{ role: "STAFF", ...scope }]);
    expect(await findInvitation(visitor, token)).toMatchObject({ state: "accepted", hasAccount: true });
  });

  test("comes in by the verified address", async () => {
    const email = `${randomUUID()}@ente.test`;
    await anInvitation(email);
    const { personId } = await arrive(claimsOf({ verifiedEmail: email }));
    expect(await db.roleAssignment.count({ where: { personId } })).toBe(1);
  });

  test("twice at once is one person", async () => {
    const email = `${randomUUID()}@ente.test`;
    const token = await anInvitation(email);
    const claims = claimsOf();
    const results = await Promise.allSettled([arrive(claims, token), arrive(claims, token)]);
    expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await db.person.count({ where: { email } })).toBe(1);
    expect(await db.identity.count({ where: { subject: claims.subject } })).toBe(1);
  });

  test("needs a name", async () => {
    const token = await anInvitation(`${randomUUID()}@ente.test`);
    const nameless = claimsOf({ familyName: null });
    await expect(arrive(nameless, token)).rejects.toMatchObject({ code: "people.providerNameless" });
    expect(await findInvitation(visitor, token)).toMatchObject({ state: "open" });
  });
});

test("nobody else gets an account", async () => {
  const people = await db.person.count();
  const stranger = `${randomUUID()}@ente.test`;
  await expect(arrive(claimsOf({ verifiedEmail: stranger }))).rejects.toMatchObject({
    code: "people.providerUnknown",
  });
  await expect(arrive(claimsOf())).rejects.toMatchObject({ code: "people.providerUnverified" });
  expect(await db.person.count()).toBe(people);
});

test("a password cannot be chosen by a link once somebody is known to a provider", async () => {
  const email = `${randomUUID()}@ente.test`;
  await arrive(claimsOf({ verifiedEmail: null }), await anInvitation(email));
  const input = {
    token: await anInvitation(email),
    givenName: "Eva",
    familyName: "Neri",
    password: "quattro parole scelte a caso",
  };
  const { signInId } = await acceptInvitation(visitor, input, browser());
  expect(signInId).toBeNull();
  expect(await db.person.findUnique({ where: { email } })).toMatchObject({ passwordHash: null });
});

test("demonstration people come in only where they may", async () => {
  const person = await aPerson({ isDemo: true, passwordHash: await hashPassword("sperimenta") });
  await expect(arrive(claimsOf({ verifiedEmail: person.email }))).rejects.toMatchObject({
    code: "people.demonstrationClosed",
  });
});

let present: { email: string };
beforeAll(async () => {
  present = await aPerson();
});

denied("signInByProvider", "to the system", () =>
  signInByProvider(
    systemActor("sweep", moment),
    { claims: claimsOf({ verifiedEmail: present.email }), invitation: null },
    browser(),
  ),
);
