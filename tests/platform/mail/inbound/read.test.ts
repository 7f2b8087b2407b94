import { describe, expect, test } from "vitest";
import { automaticMark } from "@/lib/platform/mail/inbound/automatic";
import {
  permanentFailure,
  readDeliveryReport,
  tellsOfAddress,
} from "@/lib/platform/mail/inbound/delivery-report";
import { readMail } from "@/lib/platform/mail/inbound/read";
import { identifierOfToken, mailToken, mailUse } from "@/lib/platform/mail/inbound/token";
import { addressWith, tokenInAddress } from "@/lib/platform/mail-address";
import { apple, google, outlook, replyMail } from "@/tests/support/calendar-replies";
import { aMail, aReport } from "@/tests/support/inbound-mails";

const mailbox = {
  inbound: "risposte@ente.test",
  sender: "Sperimenta <portale@ente.test>",
  host: "portale.test",
};
const sent = { id: "01990000-0000-7000-8000-0000000000aa", toAddress: "ada@ente.test" };
const token = mailToken(sent, "reply");
const to = addressWith(token, mailbox.inbound);
const from = "Ada@ENTE.test";
const read = (mail: string) => readMail(new TextEncoder().encode(mail), mailbox);

describe("a mail that came in", () => {
  test("says to which mail of ours it answers, who wrote it and what", async () => {
    const mail = await read(aMail({ from, to, text: "Sì.\r\n\r\nOn 3/23/26, Sperimenta wrote:\r\n> No" }));
    expect(mail).toMatchObject({
      token,
      from: "ada@ente.test",
      automatic: null,
      text: "Sì.",
      files: [],
      reports: [],
    });
  });

  test("tells to whom it was delivered before whom it names", async () => {
    const other = mailToken({ ...sent, toAddress: "ugo@ente.test" }, "reply");
    const headers = [`Delivered-To: ${addressWith(other, mailbox.inbound).toUpperCase()}`];
    expect((await read(aMail({ from, to, text: "Sì", headers })))?.token).toBe(other);
    expect((await read(aMail({ from, to: "info@ente.test", text: "Sì" })))?.token).toBeNull();
  });

  test("as a page alone has the text of the page", async () => {
    const html = "<p>Sì &amp; no</p><blockquote>citato</blockquote>";
    expect((await read(aMail({ from, to, text: html, html: true })))?.text).toBe("Sì & no");
  });

  test("brings its files, without logos, signatures and cards", async () => {
    const inline = ['Content-Disposition: inline; filename="logo.png"', "Content-ID: <logo>"];
    const mail = await read(
      aMail({
        from,
        to,
        text: "Ecco",
        files: [
          { name: "scheda.pdf", type: "application/pdf", content: "%PDF-1.4" },
          { name: "logo.png", type: "image/png", content: "x", headers: inline },
          { name: "smime.p7s", type: "application/pkcs7-signature", content: "x" },
          { name: "ada.vcf", type: "text/vcard", content: "BEGIN:VCARD" },
        ],
      }),
    );
    expect(mail?.files.map(({ filename }) => filename)).toEqual(["scheda.pdf"]);
    expect(Buffer.from(mail?.files[0]?.bytes ?? []).toString()).toBe("%PDF-1.4");
  });

  test("is told apart by its identifier, or by all of it", async () => {
    const [one, again, other] = await Promise.all([
      read(aMail({ from, to, text: "Uno" })),
      read(aMail({ from, to, text: "Due" })),
      read(aMail({ from, to, text: "Uno", messageId: "<altra@ente.test>" })),
    ]);
    expect(one?.fingerprint).toBe(again?.fingerprint);
    expect(one?.fingerprint).not.toBe(other?.fingerprint);
    const [bare, bareAgain] = await Promise.all([
      read(aMail({ from, to, text: "Uno", messageId: null })),
      read(aMail({ from, to, text: "Due", messageId: null })),
    ]);
    expect(bare?.fingerprint).not.toBe(bareAgain?.fingerprint);
  });

  test.each([
    ["Outlook", outlook],
    ["Google Calendar", google],
    ["Apple Calendar", apple],
  ] as const)("of %s holds the calendar's answer", async (_name, write) => {
    const calendar = write({ uid: "x", sequence: 1, email: from, organiser: to, answer: "ACCEPTED" });
    const mail = await read(replyMail(calendar, { from, to }));
    expect(mail?.token).toBe(token);
    expect(mail?.calendar?.replaceAll("\r\n", "\n")).toBe(calendar.replaceAll("\r\n", "\n"));
  });

  test.each([
    ["nothing", ""],
    ["no mail", "\r\n\r\n"],
  ])("that is %s is none", async (_what, text) => {
    expect(await read(text)).toBeNull();
  });
});

test.each([
  ["Auto-Submitted", "auto-replied", "autoSubmitted"],
  ["Auto-Submitted", "auto-generated (vacation)", "autoSubmitted"],
  ["Auto-Submitted", "no", null],
  ["X-Autoreply", "yes", "autoReply"],
  ["X-Autorespond", "Fuori ufficio", "autoReply"],
  ["Precedence", "bulk", "bulk"],
  ["Precedence", "auto_reply", "bulk"],
  ["Precedence", "list", "list"],
  ["Precedence", "first-class", null],
  ["List-Id", "<lista.ente.test>", "list"],
  ["Return-Path", "<>", "noSender"],
  ["Return-Path", "<ada@ente.test>", null],
  ["Message-ID", "<01990000@portale.test>", "own"],
  ["From", "Sperimenta <portale@ente.test>", "own"],
  ["From", "risposte@ente.test", "own"],
])("%s: %s is %s", (name, value, mark) => {
  const own = { addresses: ["risposte@ente.test", "portale@ente.test"], host: "portale.test" };
  expect(automaticMark([{ key: name.toLowerCase(), value }], own)).toBe(mark);
});

describe("a message that a mail was not delivered", () => {
  const reportsOf = async (facts: Partial<Parameters<typeof aReport>[0]> = {}) =>
    (await read(aReport({ to, ...facts })))?.reports ?? [];

  test("says what became of it", async () => {
    expect(await reportsOf()).toEqual([{ action: "failed", status: "5.1.1" }]);
    expect((await read(aReport({ to })))?.files, "the mail that came back is no file").toEqual([]);
  });

  test.each([
    ["failed", "5.1.1", "5.1.1"],
    ["failed", "5.7.1", "5.7.1"],
    ["failed", "4.4.1", null],
    ["delayed", "4.2.2", null],
    ["delivered", "2.1.5", null],
    ["relayed", "2.0.0", null],
  ])("%s %s is for good: %s", async (action, status, permanent) => {
    expect(permanentFailure(await reportsOf({ action, status }))).toBe(permanent);
  });

  test.each([
    ["5.1.1", true],
    ["5.2.2", true],
    ["5.4.4", true],
    ["5.0.0", true],
    ["5.3.4", false],
    ["5.6.1", false],
    ["5.7.26", false],
  ])("%s is the address's own fault: %s", (status, isOwn) => {
    expect(tellsOfAddress(status)).toBe(isOwn);
  });

  test("of several recipients tells each, and of none nothing", () => {
    const text =
      "Reporting-MTA: dns; x\n\nAction: delivered\nStatus: 2.0.0\n\nAction: FAILED\nStatus: 5.2.1 (gone)\n";
    expect(readDeliveryReport(text)).toEqual([
      { action: "delivered", status: "2.0.0" },
      { action: "failed", status: "5.2.1" },
    ]);
    expect(readDeliveryReport("Action: failed\n")).toEqual([]);
    expect(readDeliveryReport("")).toEqual([]);
  });
});

describe("the token of a mail", () => {
  test("holds for that mail, address and use alone, in any case of letters", () => {
    expect(identifierOfToken(token)).toBe(sent.id);
    expect(mailUse(token.toUpperCase(), sent)).toBe("reply");
    expect(mailUse(mailToken(sent, "return"), sent)).toBe("return");
    expect(mailUse(token, { ...sent, toAddress: "ugo@ente.test" })).toBeNull();
    expect(mailUse(token, { ...sent, id: "01990000-0000-7000-8000-0000000000ab" })).toBeNull();
    expect(mailUse(`${token}0`, sent)).toBeNull();
    expect(mailUse(token.slice(0, -1), sent)).toBeNull();
  });

  test("leaves room for a name before the @", () => {
    expect(`+${token}`.length + 11).toBeLessThanOrEqual(64);
  });
});

test.each([
  ["risposte@ente.test", null],
  ["risposte+@ente.test", ""],
  ["altro+abc@ente.test", null],
  ["risposte+abc@altrove.test", null],
  [" Risposte+ABC@Ente.test ", "abc"],
])("the token of %s is %s", (address, found) => {
  expect(tokenInAddress(address, "risposte@ente.test")).toBe(found);
});
