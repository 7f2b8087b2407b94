import { expect, test } from "vitest";
import { assignThread } from "@/lib/forum/assignments/mutations";
import { notify } from "@/lib/notifications/jobs";
import { db } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

test("whoever is to answer a thread by a day is told, unless they took it on themselves", async () => {
  const pilot = await aPilot();
  const category = await aCategory(pilot.programme.id);
  const thread = { title: "Come si compila la scheda?", authors: [pilot.referent.personId] };
  const mailsOf = async (assigneeId: string) => {
    const { id } = await aThread(category.id, thread);
    await assignThread(pilot.coordinator, { threadId: id, assigneeId, dueOn: "2026-03-30" });
    const event = await db.event.findFirstOrThrow({ where: { subjectId: id, kind: "forum.threadAssigned" } });
    await notify({ eventId: event.id }, moment);
    return db.mail.findMany({ where: { dedupeKey: { startsWith: event.id } } });
  };
  const mails = await mailsOf(pilot.expert.personId);
  expect(mails).toMatchObject([{ template: "notifications.threadAssigned" }]);
  for (const mail of mails) {
    const { subject, text } = await renderMail({ ...mail, params: mail.params as MailParams });
    expect(subject).toBe("Vi è affidata una risposta: Come si compila la scheda?");
    expect(text).toContain("aperta da Ada Ginestrelli. La risposta è attesa entro il 30 marzo 2026.");
  }
  expect(await mailsOf(pilot.coordinator.personId)).toEqual([]);
});
