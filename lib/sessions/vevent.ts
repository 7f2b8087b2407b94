import { TZDate } from "@date-fns/tz";
import { getVtimezoneComponent } from "@touch4it/ical-timezones";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import type { Reply, SessionMode, SessionState } from "@/lib/platform/db/generated/enums";
import { zone } from "@/lib/platform/rome-time";

/** What a calendar entry says of a session. */
export type VeventSession = {
  id: string;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  mode: SessionMode;
  place: string | null;
  state: SessionState;
  sequence: number;
  agenda: readonly { title: string; minutes: number | null; owner: string | null }[];
};

/** The columns that a calendar entry is made from. */
export const veventSelect = {
  id: true,
  title: true,
  description: true,
  startsAt: true,
  endsAt: true,
  mode: true,
  place: true,
  state: true,
  sequence: true,
  agenda: { orderBy: { position: "asc" }, select: { title: true, minutes: true, owner: true } },
} as const;

/** A person as an address in a calendar entry. */
export type Mailbox = { name: string; email: string };

/**
 * The VEVENT of a session, in Rome's time. It holds nothing that depends on the installation (address of the page, name
 * of the programme): `placed` adds those when it is read. The link of the room is left out on purpose: the page shows it
 * from a quarter of an hour before.
 * @param stampedAt the moment of this revision
 */
export function buildVevent(session: VeventSession, stampedAt: Date): string {
  return entryOf(calendarWith(session, stampedAt).toString());
}

/** The VEVENT of a moment by which something is owed. */
export function buildDeadline(deadline: {
  uid: string;
  title: string;
  dueAt: Date;
  stampedAt: Date;
}): string {
  const calendar = ical({ prodId });
  calendar.createEvent({
    id: deadline.uid,
    summary: printable(deadline.title),
    start: inRome(deadline.dueAt),
    timezone: zone,
    stamp: deadline.stampedAt,
  });
  return entryOf(calendar.toString());
}

/** A stored VEVENT with the page that it leads to and the programme that it belongs to. */
export function placed(vevent: string, place: { url: string; programme: string }): string {
  const lines = [fold(`URL;VALUE=URI:${place.url}`), fold(`CATEGORIES:${escapeText(place.programme)}`)];
  return vevent.replace(/END:VEVENT\s*$/, `${lines.join("\r\n")}\r\nEND:VEVENT`);
}

/** What stands before the entries of a calendar: its name and the rules of Rome's time. */
export function calendarHead(name: string): string {
  const calendar = ical({ name, prodId, ttl: 3600 });
  calendar.timezone({ name: null, generator: () => zoneRules });
  const empty = calendar.toString().replace(/END:VCALENDAR\s*$/, "");
  return `${empty.trimEnd()}\r\n${zoneRules}\r\n`;
}

/** What ends a calendar. */
export const calendarTail = "END:VCALENDAR\r\n";

/** A whole calendar from stored entries. */
export function buildCalendar(name: string, vevents: readonly string[]): string {
  return `${calendarHead(name)}${vevents.map((one) => `${one}\r\n`).join("")}${calendarTail}`;
}

/** The identity of a session in every calendar. */
export function uidOf(sessionId: string): string {
  return `${sessionId}@sperimenta`;
}

/**
 * The calendar entry that travels with a mail (RFC 5546): the same UID as everywhere, the session's SEQUENCE, REQUEST to
 * put it into the person's calendar or to change it there, and to ask for a reply; CANCEL to take it out.
 */
export function buildInvitation(
  session: VeventSession & { stampedAt: Date; url: string },
  people: { organiser: Mailbox; attendee: Mailbox & { reply?: Reply | null } },
  method: "REQUEST" | "CANCEL",
): string {
  const cancelled = method === "CANCEL";
  const calendar = calendarWith(cancelled ? { ...session, state: "CANCELLED" } : session, session.stampedAt);
  calendar.timezone({ name: null, generator: () => zoneRules });
  calendar.method(cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  const event = calendar.events()[0];
  if (event === undefined) throw new Error("the calendar of an invitation has one entry");
  event.organizer({ ...people.organiser, name: plainName(people.organiser.name) });
  event.url(session.url);
  event.createAttendee({
    name: plainName(people.attendee.name),
    email: people.attendee.email,
    rsvp: !cancelled,
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
    status: people.attendee.reply ? partStat[people.attendee.reply] : ICalAttendeeStatus.NEEDSACTION,
  });
  return `${calendar.toString().trimEnd()}\r\n`;
}

const prodId = { company: "Sperimenta", product: "Portale dei programmi pilota", language: "IT" };

const partStat = {
  YES: ICalAttendeeStatus.ACCEPTED,
  MAYBE: ICalAttendeeStatus.TENTATIVE,
  NO: ICalAttendeeStatus.DECLINED,
} as const satisfies Record<Reply, ICalAttendeeStatus>;

const status = {
  DRAFT: ICalEventStatus.TENTATIVE,
  CONVENED: ICalEventStatus.CONFIRMED,
  CLOSED: ICalEventStatus.CONFIRMED,
  CANCELLED: ICalEventStatus.CANCELLED,
} as const satisfies Record<SessionState, ICalEventStatus>;

// The package reads its zones from files beside it, so it must stay outside of bundles (next.config.ts): inside one it
// finds nothing, and a calendar without its zone is read in the reader's own time.
const zoneRules = rulesOf(zone);

function rulesOf(name: string): string {
  const rules = getVtimezoneComponent(name);
  if (!rules) throw new Error(`the rules of ${name} were not found`);
  return rules.trim().replace(/\r?\n/g, "\r\n");
}

// A native Date with a zone would be printed in the server's own time (an hour or two wrong on a server in UTC).
const inRome = (instant: Date) => new TZDate(instant.getTime(), zone);

function calendarWith(session: VeventSession, stampedAt: Date) {
  const calendar = ical({ prodId });
  calendar.createEvent({
    id: uidOf(session.id),
    sequence: session.sequence,
    stamp: stampedAt,
    lastModified: stampedAt,
    timezone: zone,
    start: inRome(session.startsAt),
    end: inRome(session.endsAt),
    summary: printable(session.title),
    description: printable(describe(session)) || null,
    location: session.mode === "WEBCONFERENCE" ? "Webconference" : session.place && printable(session.place),
    status: status[session.state],
  });
  return calendar;
}

function describe({ description, agenda }: Pick<VeventSession, "description" | "agenda">): string {
  const points = agenda.map(({ title, minutes, owner }, index) => {
    const aside = [owner, minutes === null ? null : `${minutes} min`].filter(Boolean).join(", ");
    return `${index + 1}. ${title}${aside ? ` (${aside})` : ""}`;
  });
  return [description, points.join("\n")].filter(Boolean).join("\n\n");
}

function entryOf(calendar: string): string {
  return calendar.slice(
    calendar.indexOf("BEGIN:VEVENT"),
    calendar.indexOf("END:VEVENT") + "END:VEVENT".length,
  );
}

// RFC 5545 3.1: no control characters but tab and line end.
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : " "));
}

// A quoted parameter value cannot hold a double quote, escaped or not (RFC 5545 3.2).
const plainName = (name: string) => printable(name).replace(/["\n]/g, "'");

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

// RFC 5545 3.1: a line has at most 75 octets, and no character is cut in two.
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
