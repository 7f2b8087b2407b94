import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { endSignIns } from "@/lib/people/sign-in/commands";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import { aFollowed, inbound, inboundActor, replyTo } from "@/tests/support/answer-factories";
import { atOnce } from "@/tests/support/at-once";
import { moment } from "@/tests/support/factories";
import { startSmtpServer } from "@/tests/support/smtp-server";

const day = 86_400_000;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let on: Awaited<ReturnType<typeof aFollowed>>;

beforeAll(async () => {
  smtp = await startSmtpServer();
  Object.assign(env(), { inbound });
});
afterAll(async () => {
  Object.assign(env(), { inbound: null });
  await smtp.close();
});
beforeEach(async () => {
  smtp.received.length = 0;
  on = await aFollowed(smtp);
});

describe("a mail of the forum", () => {
  test("says that it may be answered, and where to, to who writes there", async () => {
    const { raw, mailId } = await on.told();
    expect(replyTo(raw)).toMatch(
      new RegExp(`^risposte\\+${mailId.replaceAll("-", "")}[0-9a-f]{20}@ente\\.test$`),
    );
    const { params, ...mail } = await db.mail.findUniqueOrThrow({ where: { id: mailId } });
    const { text, html } = await renderMail({ ...mail, params: params as MailParams, mayAnswer: true });
    expect(
      text.startsWith("– – – Potete rispondere a questo messaggio: scrivete sopra questa riga – – –\n"),
    ).toBe(true);
    expect(html).toContain("scrivete sopra questa riga");
    expect(text).toContain("la vostra risposta viene pubblicata nella discussione");
  });

  test("says nothing of it to who only reads", async () => {
    await on.follow(on.pilot.observer.personId as string);
    expect(replyTo((await on.told(on.pilot.observer.personId as string)).raw)).toBe("");
  });

  test("says nothing of it in a discussion that is closed", async () => {
    await db.thread.update({ where: { id: on.thread.id }, data: { lockedAt: moment } });
    expect(replyTo((await on.told()).raw)).toBe("");
  });

  test("says nothing of it where no mail server hands answers on", async () => {
    Object.assign(env(), { inbound: null });
    try {
      const { raw } = await on.told();
      expect(replyTo(raw)).toBe("");
      expect(smtp.received.at(-1)?.from).toBe("portale@ente.test");
    } finally {
      Object.assign(env(), { inbound });
    }
  });
});

describe("an answer by mail", () => {
  test("is a post as by the form: of its author, for their body, in the log", async () => {
    const { raw } = await on.told();
    const text = "Si fa **così**.\r\n\r\nIl giorno lun 23 mar 2026 Portale ha scritto:\r\n> Come si fa?";
    expect(await on.answer(raw, { text })).toBe("taken");
    expect(await on.posts()).toMatchObject([
      {
        markdown: "Si fa **così**.",
        authorId: on.staff,
        onBehalfOfId: on.pilot.body.id,
        lang: "it",
        attachments: [],
      },
    ]);
    const event = await db.event.findFirstOrThrow({
      where: { kind: "forum.posted", subjectId: on.thread.id, actorId: on.staff },
    });
    expect(event.data).toMatchObject({ way: "mail", number: 2 });
  });

  test("that is handed on twice, also at once, is one post with its files once", async () => {
    const { raw } = await on.told();
    const facts = {
      messageId: "<una@x.test>",
      files: [{ name: "note.txt", type: "text/plain", content: "Una nota." }],
    };
    const outcomes = await atOnce({ table: "thread", id: on.thread.id }, [
      () => on.answer(raw, facts),
      () => on.answer(raw, facts),
    ]);
    expect(outcomes).toContain("taken");
    expect(await on.answer(raw, facts)).toBe("duplicate");
    const [post, ...others] = await on.posts();
    expect(others).toEqual([]);
    expect(post?.attachments).toHaveLength(1);
    expect(await on.explained()).toEqual([]);
  });

  test("brings its files, checked as those of the page; who sent others hears which", async () => {
    const { raw } = await on.told();
    const files = [
      { name: "../note.txt", type: "text/plain", content: "Una nota." },
      { name: "programma.exe", type: "application/octet-stream", content: "MZ" },
      { name: "finto.pdf", type: "application/pdf", content: "non è un PDF" },
      { name: "vuoto.txt", type: "text/plain", content: "" },
    ];
    expect(await on.answer(raw, { files })).toBe("taken");
    const [post] = await on.posts();
    expect(post?.attachments.map(({ filename }) => filename)).toEqual(["note.txt"]);
    const [mail, ...others] = await on.explained();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("Alcuni file della vostra risposta non sono stati presi: Le schede");
    expect(mail?.text).toContain("programma.exe, finto.pdf");
  });

  test("of somebody else, to an address that came into their hands, is nothing", async () => {
    const { raw } = await on.told();
    expect(await on.answer(raw, { from: "altri@ente.test" })).toBe("otherSender");
    expect(await on.posts()).toEqual([]);
    expect(await on.explained()).toEqual([]);
  });

  test.each([
    ["an absence note", "Auto-Submitted: auto-replied", "autoSubmitted"],
    ["a program's answer", "X-Autoreply: yes", "autoReply"],
    ["mail in bulk", "Precedence: bulk", "bulk"],
    ["a list's mail", "List-Id: <lista.ente.test>", "list"],
    ["what comes from nobody", "Return-Path: <>", "noSender"],
    ["our own mail", "Message-ID: <0199@localhost>", "own"],
  ])("that is %s is nothing, and is not answered", async (_what, header, mark) => {
    const { raw } = await on.told();
    const own = header.startsWith("Message-ID") ? { messageId: header.slice(12) } : { headers: [header] };
    expect(await on.answer(raw, own)).toBe(mark);
    expect(await on.posts()).toEqual([]);
    expect(await on.explained()).toEqual([]);
  });

  test("to an address of the person's before is nothing", async () => {
    const { raw } = await on.told();
    await db.person.update({ where: { id: on.staff }, data: { email: `nuovo-${randomUUID()}@ente.test` } });
    expect(await on.answer(raw)).toBe("nobody");
  });

  test("of who was disabled is nothing", async () => {
    const { raw } = await on.told();
    await db.person.update({ where: { id: on.staff }, data: { disabledAt: moment } });
    expect(await on.answer(raw)).toBe("nobody");
    expect(await on.explained()).toEqual([]);
  });

  test("to a mail that is no discussion's is nothing", async () => {
    const { raw, mailId } = await on.told();
    await db.mail.update({ where: { id: mailId }, data: { repliesTo: null } });
    expect(await on.answer(raw)).toBe("nobody");
  });

  test("may come for thirty days", async () => {
    const { raw } = await on.told();
    expect(await on.answer(raw, {}, inboundActor(new Date(moment.getTime() + 30 * day)))).toBe("taken");
    expect(await on.answer(raw, {}, inboundActor(new Date(moment.getTime() + 30 * day + 1)))).toBe("expired");
    expect((await on.explained())[0]?.text).toContain("È passato troppo tempo");
  });

  test("may not come once sign-ins were ended", async () => {
    const { raw } = await on.told();
    const at = new Date(moment.getTime() + 1);
    await db.$transaction((tx) => endSignIns(tx, inboundActor(at), { personId: on.staff }));
    expect(await on.answer(raw, {}, inboundActor(at))).toBe("expired");
    expect(await on.posts()).toEqual([]);
  });
});
