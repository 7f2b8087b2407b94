import ICAL from "ical.js";
import type { Reply } from "@/lib/platform/db/generated/enums";

/** What a calendar says in answer to an invitation (RFC 5546, METHOD:REPLY). */
export type CalendarReply = {
  uid: string;
  sequence: number;
  /** when the answer was given, by the clock of who gave it; null where it does not say */
  stampedAt: Date | null;
  reply: Reply;
  /** the addresses under which it names the person, in small letters */
  addresses: string[];
};

/** Why a text is no answer that can be taken. */
export type ReplyFault = "unreadable" | "noReply" | "severalEntries" | "severalAttendees" | "noAnswer";

const answers: Record<string, Reply> = { ACCEPTED: "YES", TENTATIVE: "MAYBE", DECLINED: "NO" };

/** Reads the answer of a calendar, as the programs that people use write it. */
export function readCalendarReply(text: string): CalendarReply | ReplyFault {
  const calendar = parse(text);
  if (!calendar) return "unreadable";
  if (upper(calendar.getFirstPropertyValue("method")) !== "REPLY") return "noReply";
  const [event, ...others] = calendar.getAllSubcomponents("vevent");
  // A session is one meeting: an answer for a day of a series is for something else.
  if (!event || others.length > 0 || event.hasProperty("recurrence-id")) return "severalEntries";
  const [attendee, ...further] = event.getAllProperties("attendee");
  if (!attendee || further.length > 0) return "severalAttendees";
  const reply = answers[upper(attendee.getFirstParameter("partstat"))];
  const uid = event.getFirstPropertyValue("uid");
  if (!reply || typeof uid !== "string") return "noAnswer";
  return {
    uid,
    sequence: Number(event.getFirstPropertyValue("sequence") ?? 0),
    stampedAt: stampOf(event),
    reply,
    addresses: addressesOf(attendee),
  };
}

function parse(text: string): ICAL.Component | null {
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, "").trim());
    const root = new ICAL.Component(parsed as ConstructorParameters<typeof ICAL.Component>[0]);
    return root.name === "vcalendar" ? root : null;
  } catch {
    return null;
  }
}

// Apple writes the address beside a reference of its own: ATTENDEE;EMAIL=…:/aMTI…/principal/ or urn:uuid:…
function addressesOf(attendee: ICAL.Property): string[] {
  const value = String(attendee.getFirstValue() ?? "");
  const named = [
    /^mailto:/i.test(value) ? value.replace(/^mailto:/i, "") : "",
    attendee.getFirstParameter("email") ?? "",
  ];
  return named.map((one) => one.trim().toLowerCase()).filter(Boolean);
}

function stampOf(event: ICAL.Component): Date | null {
  const stamp = event.getFirstPropertyValue("dtstamp");
  return stamp instanceof ICAL.Time ? stamp.toJSDate() : null;
}

const upper = (value: unknown) => String(value ?? "").toUpperCase();
