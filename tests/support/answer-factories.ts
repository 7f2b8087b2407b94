import { randomUUID } from "node:crypto";
import { receiveAnswer } from "@/lib/forum/by-mail/mutations";
import { notify } from "@/lib/notifications/jobs";
import { mailLine } from "@/lib/notifications/merging/jobs";
import { type Actor, systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { recordEvent } from "@/lib/platform/events";
import { findAnsweredMail } from "@/lib/platform/mail/inbound/queries";
import { readMail } from "@/lib/platform/mail/inbound/read";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { sendMail } from "@/lib/platform/mail/send";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aMail } from "@/tests/support/inbound-mails";
import { aPilot } from "@/tests/support/session-factories";
import type { startSmtpServer } from "@/tests/support/smtp-server";

/** Where answers come in, for tests that set it. */
export const inbound = { address: "risposte@ente.test", secret: "x" };

export const inboundActor = (at = moment): Actor => systemActor("inbound-mail", at);

type Answer = Omit<Partial<Parameters<typeof aMail>[0]>, "to">;

/** Where an answer to a mail goes; "" where it goes to the sender. */
export const replyTo = (raw: string): string => /^Reply-To:\s+(?:.*<)?([^<>\s]+)/im.exec(raw)?.[1] ?? "";

/** A discussion that a person of a body follows by mail, with the ways there and back. */
export async function aFollowed(smtp: Awaited<ReturnType<typeof startSmtpServer>>) {
  const pilot = await aPilot();
  const staff = pilot.staff.personId as string;
  const { email } = await db.person.findUniqueOrThrow({ where: { id: staff }, select: { email: true } });
  const thread = await aThread((await aCategory(pilot.programme.id)).id, { title: "Le schede" });
  const follow = (personId: string) =>
    db.threadRead.create({
      data: { personId, threadId: thread.id, lastReadNumber: 1, readAt: moment, watch: "WATCHING" },
    });
  await follow(staff);
  return {
    pilot,
    staff,
    thread,
    follow,
    /** the mail of the thread's first post, as its follower gets it */
    async told(personId = staff): Promise<{ raw: string; mailId: string }> {
      const eventId = await db.$transaction((tx) =>
        recordEvent(tx, pilot.expert, {
          kind: "forum.posted",
          subject: { kind: "thread", id: thread.id },
          programmeId: pilot.programme.id,
          data: { number: 1 },
        }),
      );
      await notify({ eventId }, moment);
      const line = await db.notification.findFirstOrThrow({
        where: { personId, events: { some: { eventId } } },
        select: { id: true },
      });
      await mailLine(systemActor("mail-line", moment), { notificationId: line.id });
      const mail = await db.mail.findFirstOrThrow({ where: { dedupeKey: `line:${line.id}` } });
      await sendMail(mail.id, moment, { smtpUrl: smtp.url, from: "Portale <portale@ente.test>" });
      return { raw: smtp.received.at(-1)?.raw ?? "", mailId: mail.id };
    },
    /** hands an answer on as the mail server does */
    async answer(raw: string, facts: Answer = {}, actor: Actor = inboundActor()): Promise<string> {
      const messageId = `<${randomUUID()}@x.test>`;
      const text = aMail({ from: email, text: "Si fa così.", messageId, ...facts, to: replyTo(raw) });
      const mailbox = { inbound: inbound.address, sender: "portale@ente.test", host: "localhost" };
      const mail = await readMail(new TextEncoder().encode(text), mailbox);
      const sent = await findAnsweredMail(actor, mail?.token ?? "");
      return mail && sent ? receiveAnswer(actor, sent.mail, mail) : "unknownToken";
    },
    posts: () =>
      db.post.findMany({
        where: { threadId: thread.id, number: { gt: 1 } },
        orderBy: { number: "asc" },
        select: { markdown: true, authorId: true, onBehalfOfId: true, lang: true, attachments: true },
      }),
    /** what the person was told of answers that were not published */
    async explained() {
      const mails = await db.mail.findMany({
        where: { toPersonId: staff, template: "forum.answerRefused" },
      });
      return Promise.all(mails.map((mail) => renderMail({ ...mail, params: mail.params as MailParams })));
    },
  };
}
