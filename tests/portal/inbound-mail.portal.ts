import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailToken } from "@/lib/platform/mail/inbound/token";
import { addressWith } from "@/lib/platform/mail-address";
import { demoOf } from "../support/access/valid/row";
import { aReply, inboundAddress, inboundSecret } from "../support/access/valid/sessions-replies";
import { replyMail } from "../support/calendar-replies";
import { aMail, aReport } from "../support/inbound-mails";
import { openData, type PortalData, type PortalProcess, startWeb } from "../support/portal";

let data: PortalData;
let web: PortalProcess;

beforeAll(async () => {
  data = await openData();
  const settings = { INBOUND_MAIL_ADDRESS: inboundAddress, INBOUND_MAIL_SECRET: inboundSecret };
  web = await startWeb(data, settings);
});
afterAll(() => web.stop());

type Post = { path?: string; authorization?: string | null; type?: string };

async function handOn(body: string, { path = "", authorization, type }: Post = {}): Promise<number> {
  const shown = authorization === undefined ? `Bearer ${inboundSecret}` : authorization;
  const answer = await fetch(`${web.url}/api/inbound/reply${path}`, {
    method: "POST",
    body,
    headers: { "content-type": type ?? "message/rfc822", ...(shown ? { authorization: shown } : {}) },
  });
  expect(await answer.text(), "whoever wrote it learns nothing").toBe("");
  return answer.status;
}

const events = async () =>
  (await data.rows<{ count: number }>("select count(*)::int from event where kind = 'sessions.replied'"))[0]
    ?.count ?? 0;

/** A mail of a discussion that staff of the first body was sent. */
async function aForumMail(): Promise<{ mailId: string; threadId: string; email: string }> {
  const email = "staff.a@demo.test";
  const [made] = await data.rows<{ mailId: string; threadId: string }>(
    `with thread as (
       select t.id from thread t join category c on c.id = t.category_id
         join role_assignment r on r.programme_id = c.programme_id
         join person p on p.id = r.person_id and p.email = $1
       where c.table_id is null and t.locked_at is null and t.hidden_at is null and t.slow_minutes = 0 limit 1)
     insert into mail (id, dedupe_key, template, locale, to_address, to_person_id, params, replies_to, state, sent_at)
     select gen_random_uuid(), gen_random_uuid()::text, 'notifications.posted', 'it', p.email, p.id, '{}',
       'thread.' || thread.id, 'SENT', '2026-03-24T07:00Z' from thread, person p where p.email = $1
     returning id as "mailId", substring(replies_to from 8) as "threadId"`,
    [email],
  );
  if (!made) throw new Error("the demonstration has no discussion of theirs");
  return { ...made, email };
}

describe("a mail server", () => {
  test("hands a whole mail on; the token stands in the address that it was sent to", async () => {
    const { token, calendar } = await aReply(demoOf(data));
    const [name, host] = inboundAddress.split("@");
    const mail = replyMail(calendar, { from: "staff.a@demo.test", to: `${name}+${token}@${host}` });
    const before = await events();
    expect(await handOn(mail)).toBe(202);
    expect(await events()).toBe(before + 1);
    expect(await handOn(mail), "a mail that comes twice").toBe(202);
    expect(await events()).toBe(before + 1);
  });

  test("hands the calendar alone on, with the token in the path", async () => {
    const { token, calendar } = await aReply(demoOf(data));
    const before = await events();
    expect(await handOn(calendar, { path: `/${token}`, type: "text/calendar; method=REPLY" })).toBe(202);
    expect(await events()).toBe(before + 1);
  });

  test("is answered alike whatever a mail says, and nothing changes", async () => {
    const { token, calendar } = await aReply(demoOf(data));
    const other = await aReply(demoOf(data));
    const before = await events();
    const bad: [string, string][] = [
      [calendar, `/${other.token}`],
      [calendar, "/parola-di-prova"],
      [calendar.replace("METHOD:REPLY", "METHOD:REQUEST"), `/${token}`],
      [calendar.replaceAll("staff.a@demo.test", "staff.b@demo.test"), `/${token}`],
      ["Ci sarò.", `/${token}`],
      [calendar, ""],
    ];
    for (const [body, path] of bad) {
      expect(await handOn(body, { path, type: "text/calendar" })).toBe(202);
    }
    expect(await handOn("Oggetto: ciao\r\n\r\nCi sarò.\r\n")).toBe(202);
    expect(await events()).toBe(before);
  });

  test("that does not show the secret is sent away, and so is one that brings too much", async () => {
    const { token, calendar } = await aReply(demoOf(data));
    const before = await events();
    for (const authorization of [null, "Bearer another", inboundSecret, `Bearer ${inboundSecret}x`]) {
      expect(await handOn(calendar, { path: `/${token}`, authorization })).toBe(401);
    }
    expect(await handOn("x".repeat(20 * 1024 ** 2 + 1))).toBe(413);
    expect(await events()).toBe(before);
  });

  test("hands an answer to the forum on, and it is published once", async () => {
    const { mailId, threadId, email } = await aForumMail();
    const to = addressWith(mailToken({ id: mailId, toAddress: email }, "reply"), inboundAddress);
    const mail = aMail({ from: email, to, text: "Per posta.\r\n\r\n> citato" });
    expect(await Promise.all([handOn(mail), handOn(mail)])).toEqual([202, 202]);
    const posts = await data.rows<{ markdown: string }>(
      "select markdown from post where thread_id = $1 and markdown like 'Per posta%'",
      [threadId],
    );
    expect(posts).toEqual([{ markdown: "Per posta." }]);
  });

  test("hands on that a mail came back", async () => {
    const { mailId, email } = await aForumMail();
    const to = addressWith(mailToken({ id: mailId, toAddress: email }, "return"), inboundAddress);
    expect(await handOn(aReport({ to, about: email }))).toBe(202);
    const [mail] = await data.rows<{ state: string }>("select state from mail where id = $1", [mailId]);
    expect(mail).toEqual({ state: "RETURNED" });
  });

  test("finds no door where none was set up", async () => {
    const closed = await startWeb(data);
    const answer = await fetch(`${closed.url}/api/inbound/reply`, { method: "POST", body: "mail" });
    expect(answer.status).toBe(403);
    const own = { origin: closed.url, authorization: `Bearer ${inboundSecret}` };
    const asPage = await fetch(`${closed.url}/api/inbound/reply`, {
      method: "POST",
      body: "mail",
      headers: own,
    });
    expect(asPage.status).toBe(404);
    await closed.stop();
  });
});
