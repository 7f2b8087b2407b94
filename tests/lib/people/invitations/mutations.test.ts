import { beforeAll, describe, expect, test } from "vitest";
import {
  acceptInvitation,
  inviteToRole,
  resendInvitation,
  revokeInvitation,
} from "@/lib/people/invitations/mutations";
import { findInvitation } from "@/lib/people/invitations/queries";
import { hashPassword, passwordMatches } from "@/lib/people/passwords/hashing";
import { loadActorFacts } from "@/lib/people/queries";
import { newSecret } from "@/lib/people/secret-link";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { renderMail } from "@/lib/platform/mail/render";
import { actorAs, actorFor, actorWithoutRole } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anEnrolment, anOrganisation, aPerson, aProgramme, moment } from "@/tests/support/factories";

const visitor = visitorActor(moment);
const inDays = (days: number) => visitorActor(new Date(moment.getTime() + days * 86_400_000));
const from = { client: "192.0.2.1", device: null, network: null, replaces: null };
const newcomer = { givenName: "Orsola", familyName: "Brezzi", password: "quattro parole scelte a caso" };

let programme: Awaited<ReturnType<typeof aProgramme>>;
let body: { id: string };
let other: { id: string };
let coordinator: Actor & { personId: string };
let referent: Actor;
let staff: Actor;
let stranger: Actor;
let pending: { id: string };
let count = 0;

const anAddress = () => {
  count += 1;
  return `invitata-${count}@ente.test`;
};
const inBody = () => ({ programmeId: programme.id, organisationId: body.id });

beforeAll(async () => {
  programme = await aProgramme();
  body = await anOrganisation();
  other = await anOrganisation();
  await anEnrolment(programme.id, body.id, "ACTIVE");
  await anEnrolment(programme.id, other.id, "SELECTED");
  coordinator = await actorAs("COORDINATOR", { programmeId: programme.id });
  referent = await actorAs("REFERENT", inBody());
  staff = await actorAs("STAFF", inBody());
  stranger = await actorWithoutRole();
  await inviteToRole(coordinator, { email: anAddress(), locale: "it", role: "REFERENT", ...inBody() });
  pending = await db.accountInvitation.findFirstOrThrow({ select: { id: true } });
});

/** Invites and reads the link's secret from the mail, as the invited person does. */
async function invited(input: Partial<Parameters<typeof inviteToRole>[1]> = {}, actor = coordinator) {
  const email = input.email ?? anAddress();
  await inviteToRole(actor, { locale: "it", role: "STAFF", ...inBody(), ...input, email });
  return { email, ...(await lastMail(email)) };
}

async function lastMail(email: string) {
  const mail = await db.mail.findFirstOrThrow({ where: { toAddress: email }, orderBy: { id: "desc" } });
  const params = mail.params as Record<string, string>;
  const { text, subject } = await renderMail({ template: mail.template, locale: mail.locale, params });
  return { token: /\/(?:invito|invitation)\/([\w-]+)/.exec(text)?.[1] ?? "", text, subject };
}

describe("an invitation", () => {
  test("goes out by mail with its programme, body, role and inviter", async () => {
    const { token, text, subject, email } = await invited();
    expect(subject).toBe(`Invito a Sperimenta: ${programme.title}`);
    expect(text).toContain("Ada Ginestrelli vi invita");
    expect(text).toContain("personale dell’ente");
    expect(text).toContain("6 aprile 2026, 11:00");
    const row = await db.accountInvitation.findFirstOrThrow({ where: { email } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await db.event.count({ where: { kind: "people.invited", subjectId: row.id } })).toBe(1);
  });

  test("is read without changing anything", async () => {
    const { token } = await invited({ givenName: "Orsola" });
    const seen = await findInvitation(visitor, token);
    expect(seen).toMatchObject({ state: "open", role: "STAFF", givenName: "Orsola", hasAccount: false });
    expect(await findInvitation(visitor, token)).toEqual(seen);
    expect(await findInvitation(visitor, newSecret().token)).toBeNull();
  });

  test("is not sent twice, nor to whoever holds the role", async () => {
    const { email } = await invited();
    await expect(invited({ email })).rejects.toMatchObject({ code: "people.alreadyInvited", field: "email" });
    const person = await aPerson();
    await db.roleAssignment.create({
      data: { personId: person.id, role: "STAFF", ...inBody(), fromAt: moment },
    });
    await expect(invited({ email: person.email })).rejects.toMatchObject({ code: "people.hasRole" });
  });

  test("waits for the selection of the body", async () => {
    const applied = await anOrganisation();
    await anEnrolment(programme.id, applied.id, "APPLIED");
    for (const organisationId of [applied.id, (await anOrganisation()).id]) {
      await expect(invited({ organisationId })).rejects.toMatchObject({ code: "people.bodyNotInProgramme" });
    }
  });

  test("is refused for an archived programme", async () => {
    const archived = await aProgramme({ state: "ARCHIVED" });
    const actor = await actorAs("COORDINATOR", { programmeId: archived.id });
    await expect(
      inviteToRole(actor, { email: anAddress(), locale: "it", role: "EXPERT", programmeId: archived.id }),
    ).rejects.toMatchObject({ code: "people.programmeArchived" });
  });

  test("to the first coordinator comes from the promoter’s manager, and no second one", async () => {
    const draft = await aProgramme({ state: "DRAFT" });
    const manager = await actorAs("PROGRAMME_MANAGER", { organisationId: draft.promoterId });
    const input = { locale: "it", role: "COORDINATOR", programmeId: draft.id } as const;
    await inviteToRole(manager, { ...input, email: anAddress() });
    await actorAs("COORDINATOR", { programmeId: draft.id });
    await expect(inviteToRole(manager, { ...input, email: anAddress() })).rejects.toThrow(ForbiddenError);
  });

  denied("inviteToRole", "to staff", () =>
    inviteToRole(staff, { email: "x@ente.test", locale: "it", role: "STAFF", ...inBody() }),
  );
  denied("inviteToRole", "to a referent, for another body", () =>
    inviteToRole(referent, {
      email: "x@ente.test",
      locale: "it",
      role: "STAFF",
      programmeId: programme.id,
      organisationId: other.id,
    }),
  );
  denied("inviteToRole", "to a referent, for another referent", () =>
    inviteToRole(referent, { email: "x@ente.test", locale: "it", role: "REFERENT", ...inBody() }),
  );
  denied("inviteToRole", "to a coordinator, for the administration", () =>
    inviteToRole(coordinator, { email: "x@ente.test", locale: "it", role: "ADMINISTRATOR" }),
  );
  denied("inviteToRole", "to somebody outside the programme", () =>
    inviteToRole(stranger, { email: "x@ente.test", locale: "it", role: "STAFF", ...inBody() }),
  );
});

describe("accepting", () => {
  test("makes a person with the role, signed in", async () => {
    const { token, email } = await invited();
    const { personId, signInId } = await acceptInvitation(visitor, { token, ...newcomer }, from);
    const person = await db.person.findUniqueOrThrow({ where: { email } });
    expect(person).toMatchObject({ id: personId, givenName: "Orsola", familyName: "Brezzi" });
    expect(await passwordMatches(person.passwordHash, newcomer.password)).toBe(true);
    expect(await loadActorFacts(signInId ?? "", moment)).toMatchObject({
      personId,
      assignments: [{ role: "STAFF", programmeId: programme.id, organisationId: body.id }],
    });
    const kinds = await db.event.findMany({ where: { actorId: personId }, select: { kind: true } });
    expect(kinds.map((one) => one.kind).sort()).toEqual([
      "people.invitationAccepted",
      "people.roleAssigned",
      "people.signedIn",
    ]);
  });

  test("gives an existing person the role, without signing in by the link", async () => {
    const person = await aPerson({ passwordHash: await hashPassword("frase di prima, sicura") });
    const { token } = await invited({ email: person.email });
    const before = await db.person.findUniqueOrThrow({ where: { id: person.id } });
    const result = await acceptInvitation(visitor, { token, ...newcomer }, from);
    expect(result).toEqual({ personId: person.id, signInId: null, awaits: null });
    expect(await db.person.findUniqueOrThrow({ where: { id: person.id } })).toEqual(before);
    expect(await db.roleAssignment.count({ where: { personId: person.id, role: "STAFF" } })).toBe(1);
  });

  test("asks somebody new for name and a good password, and keeps the link meanwhile", async () => {
    const { token, email } = await invited();
    const attempt = (input: object) => acceptInvitation(visitor, { token, ...newcomer, ...input }, from);
    await expect(attempt({ givenName: undefined })).rejects.toMatchObject({
      code: "required",
      field: "givenName",
    });
    await expect(attempt({ familyName: undefined })).rejects.toMatchObject({ field: "familyName" });
    await expect(attempt({ password: undefined })).rejects.toMatchObject({ field: "password" });
    await expect(attempt({ password: "corta" })).rejects.toMatchObject({ code: "people.passwordShort" });
    await expect(attempt({ password: "OrsolaBrezzi" })).rejects.toMatchObject({
      code: "people.passwordPersonal",
    });
    expect(await db.person.count({ where: { email } })).toBe(0);
    await attempt({});
  });

  test("tells apart what was used, withdrawn and too old", async () => {
    const used = await invited();
    await acceptInvitation(visitor, { token: used.token, ...newcomer }, from);
    await expect(acceptInvitation(visitor, { token: used.token, ...newcomer }, from)).rejects.toMatchObject({
      code: "people.invitationUsed",
    });
    expect(await findInvitation(visitor, used.token)).toMatchObject({ state: "accepted" });
    const old = await invited();
    expect(await findInvitation(inDays(13.9), old.token)).toMatchObject({ state: "open" });
    expect(await findInvitation(inDays(14), old.token)).toMatchObject({ state: "expired" });
    await expect(acceptInvitation(inDays(14), { token: old.token, ...newcomer }, from)).rejects.toMatchObject(
      {
        code: "people.invitationExpired",
      },
    );
    const disabled = await aPerson({ disabledAt: moment });
    const shut = await invited({ email: disabled.email });
    await expect(acceptInvitation(visitor, { token: shut.token, ...newcomer }, from)).rejects.toMatchObject({
      code: "people.accountDisabled",
    });
  });

  test("twice at once has one winner", async () => {
    const { token, email } = await invited();
    const accept = () => acceptInvitation(visitor, { token, ...newcomer }, from);
    const results = await Promise.allSettled([accept(), accept(), accept()]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db.person.count({ where: { email } })).toBe(1);
    expect(await db.roleAssignment.count({ where: { person: { email } } })).toBe(1);
  });

  test("two invitations of one new address at once make one person", async () => {
    const email = anAddress();
    const first = await invited({ email });
    const second = await invited({ email, role: "EXPERT", organisationId: undefined });
    const results = await Promise.allSettled(
      [first.token, second.token].map((token) => acceptInvitation(visitor, { token, ...newcomer }, from)),
    );
    expect(await db.person.count({ where: { email } })).toBe(1);
    for (const [index, { token }] of [first, second].entries()) {
      if (results[index]?.status === "rejected")
        await acceptInvitation(visitor, { token, ...newcomer }, from);
    }
    expect(await db.roleAssignment.count({ where: { person: { email } } })).toBe(2);
  });

  denied("acceptInvitation", "to whoever makes a link up", () =>
    acceptInvitation(visitor, { token: newSecret().token, ...newcomer }, from),
  );
});

describe("managing", () => {
  test("sending again makes a new link and a new term; the old link is unknown", async () => {
    const { token, email } = await invited();
    const { id } = await db.accountInvitation.findFirstOrThrow({ where: { email } });
    const later = actorFor(
      coordinator.personId,
      [{ role: "COORDINATOR", programmeId: programme.id }],
      new Date(moment.getTime() + 15 * 86_400_000),
    );
    await resendInvitation(later, { id });
    const again = await lastMail(email);
    expect(again.token).not.toBe(token);
    expect(await findInvitation(inDays(16), token)).toBeNull();
    expect(await findInvitation(inDays(16), again.token)).toMatchObject({ state: "open" });
    await acceptInvitation(inDays(16), { token: again.token, ...newcomer }, from);
    await expect(resendInvitation(later, { id })).rejects.toMatchObject({ code: "people.invitationNotOpen" });
    await expect(revokeInvitation(later, { id })).rejects.toMatchObject({ code: "people.invitationNotOpen" });
  });

  test("withdrawing closes the link", async () => {
    const { token, email } = await invited({}, referent as typeof coordinator);
    const { id } = await db.accountInvitation.findFirstOrThrow({ where: { email } });
    await revokeInvitation(referent, { id });
    expect(await findInvitation(visitor, token)).toMatchObject({ state: "revoked" });
    await expect(acceptInvitation(visitor, { token, ...newcomer }, from)).rejects.toMatchObject({
      code: "people.invitationRevoked",
    });
    await expect(resendInvitation(coordinator, { id })).rejects.toMatchObject({
      code: "people.invitationNotOpen",
    });
  });

  test("accepting and withdrawing at once has one winner", async () => {
    const { token, email } = await invited();
    const { id } = await db.accountInvitation.findFirstOrThrow({ where: { email } });
    const results = await Promise.allSettled([
      acceptInvitation(visitor, { token, ...newcomer }, from),
      revokeInvitation(coordinator, { id }),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  denied("resendInvitation", "to staff", () => resendInvitation(staff, { id: pending.id }));
  denied("resendInvitation", "to a referent, for another referent", () =>
    resendInvitation(referent, { id: pending.id }),
  );
  denied("revokeInvitation", "to a referent, for another referent", () =>
    revokeInvitation(referent, { id: pending.id }),
  );
  denied("revokeInvitation", "to somebody outside the programme", () =>
    revokeInvitation(stranger, { id: pending.id }),
  );
});
