import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { receiveAnswer } from "@/lib/forum/by-mail/mutations";
import type { Refusal } from "@/lib/forum/by-mail/refusals";
import { longestPost } from "@/lib/forum/schema";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { type AnsweredMail, findAnsweredMail } from "@/lib/platform/mail/inbound/queries";
import { aFollowed, inbound, inboundActor, replyTo } from "@/tests/support/answer-factories";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { startSmtpServer } from "@/tests/support/smtp-server";

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

describe("a person whose answer was not published hears why", () => {
  const lock = async () => {
    await db.thread.update({ where: { id: on.thread.id }, data: { lockedAt: moment } });
  };
  const leave = async () => {
    await db.roleAssignment.updateMany({ where: { personId: on.staff }, data: { toAt: moment } });
  };
  const nothing = async () => undefined;
  const cases: [Refusal, string, () => Promise<void>, { text?: string }][] = [
    ["threadLocked", "Nel frattempo la discussione è stata chiusa.", lock, {}],
    ["notAllowed", "Non partecipate più alla discussione", leave, {}],
    ["tooLong", "Il testo è troppo lungo", nothing, { text: "parola ".repeat(longestPost / 6) }],
    ["empty", "Non abbiamo trovato un testo", nothing, { text: "> citato" }],
  ];
  test.each(cases)("%s", async (reason, words, prepare, facts) => {
    const { raw } = await on.told();
    await prepare();
    expect(await on.answer(raw, { messageId: "<una@x.test>", ...facts })).toBe(reason);
    expect(await on.answer(raw, { messageId: "<una@x.test>", ...facts })).toBe(reason);
    expect(await on.posts()).toEqual([]);
    const [mail, ...others] = await on.explained();
    expect(others, "once for each mail").toEqual([]);
    expect(mail?.text).toContain(words);
    // Who may not read the discussion any more is not told its title.
    expect(mail?.subject.includes("Le schede")).toBe(reason !== "notAllowed");
  });

  test("that somebody wrote twice in a discussion with a pace", async () => {
    await db.thread.update({ where: { id: on.thread.id }, data: { slowMinutes: 60 } });
    const { raw } = await on.told();
    expect(await on.answer(raw)).toBe("taken");
    expect(await on.answer(raw)).toBe("tooSoon");
  });

  test("a few times an hour at most", async () => {
    const { raw } = await on.told();
    await lock();
    for (let time = 0; time < 7; time += 1) expect(await on.answer(raw)).toBe("threadLocked");
    expect(await on.explained()).toHaveLength(5);
  });
});

describe("nobody but the portal", () => {
  let sent: AnsweredMail;
  beforeEach(async () => {
    const token = /\+([0-9a-f]+)@/.exec(replyTo((await on.told()).raw))?.[1] ?? "";
    sent = (await findAnsweredMail(inboundActor(), token))?.mail as AnsweredMail;
  });
  denied("receiveAnswer", "to a person", () =>
    receiveAnswer(on.pilot.staff, sent, {
      from: sent.toAddress,
      fingerprint: "x",
      automatic: null,
      text: "Si fa così.",
      files: [],
    }),
  );
});
