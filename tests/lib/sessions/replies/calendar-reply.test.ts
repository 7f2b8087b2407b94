import { describe, expect, test } from "vitest";
import { type CalendarReply, readCalendarReply } from "@/lib/sessions/replies/calendar-reply";
import { readReplyMail } from "@/lib/sessions/replies/import";
import { tokenInAddress } from "@/lib/sessions/replies/organiser";
import { apple, google, outlook, replyMail } from "@/tests/support/calendar-replies";

const facts = {
  uid: "01990000-0000-7000-8000-000000000001@sperimenta",
  sequence: 2,
  email: "ada.ginestrelli@ente.test",
  organiser: "risposte+0123456789abcdef0123456789abcdef0123456789abcdef0123@ente.test",
  answer: "ACCEPTED" as const,
};
const programs = [
  ["Outlook", outlook],
  ["Google Calendar", google],
  ["Apple Calendar", apple],
] as const;

describe("the answer of a calendar", () => {
  test.each(programs)("%s says who answers what to which entry", (_name, write) => {
    for (const [answer, reply] of [
      ["ACCEPTED", "YES"],
      ["TENTATIVE", "MAYBE"],
      ["DECLINED", "NO"],
    ] as const) {
      const read = readCalendarReply(write({ ...facts, answer })) as CalendarReply;
      expect(read).toMatchObject({ uid: facts.uid, sequence: 2, reply });
      expect(read.stampedAt?.toISOString()).toBe("2026-03-23T09:15:00.000Z");
      expect(read.addresses).toContain(facts.email);
    }
  });

  test.each(programs)("%s may write the address in any case, and the lines without CR", (_name, write) => {
    const text = write({ ...facts, email: "Ada.Ginestrelli@ENTE.test" }).replaceAll("\r\n", "\n");
    expect(readCalendarReply(`\uFEFF${text}`)).toMatchObject({ addresses: [facts.email], reply: "YES" });
  });

  const sample = google(facts);
  test.each([
    ["no calendar", "Ci sarò, grazie.", "unreadable"],
    ["half of one", sample.slice(0, 200), "unreadable"],
    ["an invitation", sample.replace("METHOD:REPLY", "METHOD:REQUEST"), "noReply"],
    ["a counter-proposal", sample.replace("METHOD:REPLY", "METHOD:COUNTER"), "noReply"],
    ["an answer that is none", sample.replace("PARTSTAT=ACCEPTED", "PARTSTAT=NEEDS-ACTION"), "noAnswer"],
    ["a delegation", sample.replace("PARTSTAT=ACCEPTED", "PARTSTAT=DELEGATED"), "noAnswer"],
    [
      "one day of a series",
      sample.replace("SEQUENCE:", "RECURRENCE-ID:20260331T083000Z\r\nSEQUENCE:"),
      "severalEntries",
    ],
    [
      "answers of two",
      sample.replace("SEQUENCE:", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:x@y.test\r\nSEQUENCE:"),
      "severalAttendees",
    ],
    ["nobody's answer", sample.replace(/ATTENDEE[\s\S]*?CREATED/, "CREATED"), "severalAttendees"],
    ["a person's card", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n", "unreadable"],
  ])("%s is refused by its fault", (_what, text, fault) => {
    expect(readCalendarReply(text)).toBe(fault);
  });
});

describe("a mail", () => {
  const inbound = "risposte@ente.test";
  const token = tokenInAddress(facts.organiser, inbound);
  const bytes = (text: string) => new TextEncoder().encode(text);

  test.each(programs)("of %s holds the calendar, and the token in its address", async (_name, write) => {
    const calendar = write(facts);
    const mail = bytes(replyMail(calendar, { from: facts.email, to: facts.organiser }));
    const read = await readReplyMail(mail, "message/rfc822", inbound);
    expect(read?.token).toBe(token);
    expect(readCalendarReply(read?.calendar ?? "")).toEqual(readCalendarReply(calendar));
  });

  test("tells to whom it was delivered before whom it names", async () => {
    const mail = replyMail(google(facts), { from: facts.email, to: "info@ente.test" });
    const delivered = `Delivered-To: ${facts.organiser.toUpperCase()}\r\n${mail}`;
    expect((await readReplyMail(bytes(delivered), "message/rfc822", inbound))?.token).toBe(token);
    expect((await readReplyMail(bytes(mail), "message/rfc822", inbound))?.token).toBeNull();
  });

  test("without a calendar is nothing; the calendar alone is enough", async () => {
    const plain = bytes("From: a@b.test\r\nTo: c@d.test\r\n\r\nCi sarò.\r\n");
    expect(await readReplyMail(plain, "message/rfc822", inbound)).toBeNull();
    const alone = await readReplyMail(bytes(apple(facts)), "text/calendar; method=REPLY", inbound);
    expect(readCalendarReply(alone?.calendar ?? "")).toMatchObject({ reply: "YES" });
  });
});

test.each([
  ["risposte@ente.test", null],
  ["risposte+@ente.test", ""],
  ["altro+abc@ente.test", null],
  ["risposte+abc@altrove.test", null],
  [" Risposte+ABC@Ente.test ", "abc"],
])("the token of %s is %s", (address, token) => {
  expect(tokenInAddress(address, "risposte@ente.test")).toBe(token);
});
