import { beforeAll, expect, test } from "vitest";
import { notify } from "@/lib/notifications/jobs";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { declineProposal, proposePoint, takeProposal } from "@/lib/sessions/agenda/mutations";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { moment } from "@/tests/support/factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});

async function proposedBy(actor: Actor) {
  const session = await aSession(pilot.programme.id, { state: "CONVENED" });
  const id = freshIdentifier(moment);
  const title = "I profili senza corrispondenza";
  await proposePoint(actor, { id, session: session.id, title, note: "", minutes: 15 });
  return { id, version: session.version, session };
}

/** The mails of a decision; the worker makes them twice, as after a kill. */
async function toldOf(sessionId: string, kind: string) {
  const event = await db.event.findFirstOrThrow({
    where: { subjectId: sessionId, kind },
    select: { id: true },
  });
  await notify({ eventId: event.id }, moment);
  await notify({ eventId: event.id }, moment);
  return db.mail.findMany({ where: { dedupeKey: { startsWith: event.id } } });
}

test("a proposal that was taken is told to whoever made it, and to nobody else", async () => {
  const { session, ...proposal } = await proposedBy(pilot.staff);
  await takeProposal(pilot.coordinator, { ...proposal, minutes: 10 });
  const [mail, ...others] = await toldOf(session.id, "sessions.proposalTaken");
  expect([mail?.toPersonId, others]).toEqual([pilot.staff.personId, []]);
  if (!mail) throw new Error("no mail");
  const { subject, text } = await renderMail({ ...mail, params: mail.params as MailParams });
  expect(subject).toBe("Proposta accolta: I profili senza corrispondenza");
  expect(text).toContain(`/incontri/${session.id}/ordine-del-giorno`);
});

test("one that was declined with the reason", async () => {
  const { session, id } = await proposedBy(pilot.staff);
  await declineProposal(pilot.coordinator, { id, reason: "Se ne parla nel forum" });
  const [mail, ...others] = await toldOf(session.id, "sessions.proposalDeclined");
  expect([mail?.toPersonId, others]).toEqual([pilot.staff.personId, []]);
  if (!mail) throw new Error("no mail");
  for (const [locale, reason] of [
    ["it", "Motivo: Se ne parla nel forum"],
    ["en", "Reason: Se ne parla nel forum"],
  ] as const) {
    const { text } = await renderMail({ ...mail, locale, params: mail.params as MailParams });
    expect(text).toContain(reason);
  }
});

test("who decides on the own proposal, and who left the programme since, is told nothing", async () => {
  const own = await proposedBy(pilot.coordinator);
  await takeProposal(pilot.coordinator, { id: own.id, version: own.version, minutes: 10 });
  expect(await toldOf(own.session.id, "sessions.proposalTaken")).toEqual([]);
  const left = await proposedBy(pilot.referent);
  await db.roleAssignment.updateMany({
    where: { personId: pilot.referent.personId },
    data: { toAt: moment },
  });
  await declineProposal(pilot.coordinator, { id: left.id, reason: "No" });
  expect(await toldOf(left.session.id, "sessions.proposalDeclined")).toEqual([]);
});
