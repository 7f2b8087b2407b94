import { describe, expect, test } from "vitest";
import { type CalendarReply, readCalendarReply } from "@/lib/sessions/replies/calendar-reply";
import { apple, google, outlook } from "@/tests/support/calendar-replies";

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
