import { expect, test } from "vitest";
import { notify } from "@/lib/notifications/jobs";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { answerDeclaration, declareReuse } from "@/lib/reuse/declarations/mutations";
import { aWorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { mailedToken } from "@/tests/support/interest-factories";
import { anItem, declarationForm } from "@/tests/support/reuse-factories";

const visitor = visitorActor(moment);
const from = { client: "198.51.100.7" };

/** A confirmed declaration, with the event that says so. */
async function confirmed(email: string) {
  const group = await aWorkingGroup();
  const item = await anItem(group);
  const form = declarationForm(item, { email });
  await declareReuse(visitor, form, from);
  const token = await mailedToken(email);
  await answerDeclaration(visitor, { token, answer: "confirm" }, from);
  const event = await db.event.findFirstOrThrow({
    where: { kind: "reuse.declarationConfirmed", subjectId: item.id },
  });
  return { group, form, token, eventId: event.id };
}

test("coordinators hear of a declaration once its address is confirmed, and are led to it", async () => {
  const { group, form, eventId } = await confirmed("riuso-avviso@fuori.test");
  await notify({ eventId }, moment);
  await notify({ eventId }, moment);
  const mails = await db.mail.findMany({ where: { dedupeKey: { startsWith: `${eventId}:` } } });
  expect(mails.map(({ dedupeKey }) => dedupeKey.split(":")[1])).toEqual([group.coordinator.personId]);
  for (const mail of mails) {
    const { text, subject } = await renderMail({ ...mail, params: mail.params as MailParams });
    expect(subject).toContain(form.organisationName);
    expect(text).toContain(`/area/programmi/${group.programme.slug}/riuso/dichiarazioni`);
  }
});

test("nobody hears of one that was taken back meanwhile", async () => {
  const { token, eventId } = await confirmed("riuso-ripreso@fuori.test");
  await answerDeclaration(visitor, { token, answer: "withdraw" }, from);
  await notify({ eventId }, moment);
  expect(await db.mail.count({ where: { dedupeKey: { startsWith: `${eventId}:` } } })).toBe(0);
});
