/** What the programs that people use send when they answer an invitation: the text of each, as it arrives. */
export type Answer = {
  uid: string;
  sequence: number;
  email: string;
  organiser: string;
  answer: "ACCEPTED" | "TENTATIVE" | "DECLINED";
};

const lines = (...all: string[]) => `${all.join("\r\n")}\r\n`;

/** Outlook: its own name of the zone with its rules, and a dozen properties that only it knows. */
export const outlook = ({ uid, sequence, email, organiser, answer }: Answer) =>
  lines(
    "BEGIN:VCALENDAR",
    "METHOD:REPLY",
    "PRODID:Microsoft Exchange Server 2010",
    "VERSION:2.0",
    "BEGIN:VTIMEZONE",
    "TZID:W. Europe Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    `ATTENDEE;PARTSTAT=${answer};CN=Ada Ginestrelli:mailto:`,
    ` ${email}`,
    "COMMENT;LANGUAGE=it-IT:\\n",
    `UID:${uid}`,
    `SUMMARY;LANGUAGE=it-IT:${answer === "DECLINED" ? "Rifiutato" : "Accettato"}: 2ª sessione di assistenza tecnica`,
    "DTSTART;TZID=W. Europe Standard Time:20260331T103000",
    "DTEND;TZID=W. Europe Standard Time:20260331T123000",
    "CLASS:PUBLIC",
    "PRIORITY:5",
    "DTSTAMP:20260323T091500Z",
    "TRANSP:OPAQUE",
    "STATUS:CONFIRMED",
    `SEQUENCE:${sequence}`,
    "LOCATION;LANGUAGE=it-IT:Webconference",
    "X-MICROSOFT-CDO-APPT-SEQUENCE:0",
    "X-MICROSOFT-CDO-OWNERAPPTID:0",
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    "X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY",
    "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE",
    "X-MICROSOFT-CDO-IMPORTANCE:1",
    "X-MICROSOFT-CDO-INSTTYPE:0",
    "X-MICROSOFT-DONOTFORWARDMEETING:FALSE",
    "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
    `X-MICROSOFT-REQUESTEDATTENDANCEMODE:${organiser ? "DEFAULT" : ""}`,
    "END:VEVENT",
    "END:VCALENDAR",
  );

/** Google Calendar: times in UTC, parameters before the address, lines folded in the middle of a word. */
export const google = ({ uid, sequence, email, organiser, answer }: Answer) => {
  const attendee = `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${answer};CN=${email};X-NUM-GUESTS=0:mailto:${email}`;
  return lines(
    "BEGIN:VCALENDAR",
    "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    "METHOD:REPLY",
    "BEGIN:VEVENT",
    "DTSTART:20260331T083000Z",
    "DTEND:20260331T103000Z",
    "DTSTAMP:20260323T091500Z",
    ...folded(`ORGANIZER;CN=Sperimenta:mailto:${organiser}`),
    `UID:${uid}`,
    ...folded(attendee),
    "CREATED:20260323T090000Z",
    "DESCRIPTION:1. Criticità emerse (Faculty\\, 35 min)",
    "LAST-MODIFIED:20260323T091500Z",
    "LOCATION:Webconference",
    `SEQUENCE:${sequence}`,
    "STATUS:CONFIRMED",
    "SUMMARY:2ª sessione di assistenza tecnica",
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "END:VCALENDAR",
  );
};

/** Apple Calendar: the person as a reference into its own directory, the address beside it. */
export const apple = ({ uid, sequence, email, organiser, answer }: Answer) =>
  lines(
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Apple Inc.//macOS 15.3//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:REPLY",
    "BEGIN:VEVENT",
    ...folded(
      `ATTENDEE;CN="Ada Ginestrelli";CUTYPE=INDIVIDUAL;EMAIL="${email}";PARTSTAT=${answer};ROLE=REQ-PARTICIPANT:/aMTA5MzQ5MjE0MTA5MzQ5Mn/principal/`,
    ),
    "DTEND;TZID=Europe/Rome:20260331T123000",
    "DTSTAMP:20260323T091500Z",
    "DTSTART;TZID=Europe/Rome:20260331T103000",
    "LAST-MODIFIED:20260323T091459Z",
    ...folded(`ORGANIZER;CN="Sperimenta";EMAIL="${organiser}":mailto:${organiser}`),
    `SEQUENCE:${sequence}`,
    "SUMMARY:2ª sessione di assistenza tecnica",
    `UID:${uid}`,
    "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:DISABLED",
    "END:VEVENT",
    "END:VCALENDAR",
  );

/** The mail in which a program sends its answer: the same words for people, the calendar beside them in base64. */
export function replyMail(calendar: string, { from, to }: { from: string; to: string }): string {
  return [
    `From: Ada Ginestrelli <${from}>`,
    `To: "Sperimenta" <${to}>`,
    "Subject: =?utf-8?Q?Accettato:_2=C2=AA_sessione_di_assistenza_tecnica?=",
    "Date: Mon, 23 Mar 2026 10:15:00 +0100",
    "Message-ID: <risposta@posta.ente.test>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/alternative; boundary="confine"',
    "",
    "--confine",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "Ada Ginestrelli ha accettato l=E2=80=99invito.",
    "--confine",
    'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
    "Content-Transfer-Encoding: base64",
    "",
    ...(Buffer.from(calendar)
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
    "--confine--",
    "",
  ].join("\r\n");
}

// RFC 5545 3.1, as these programs do it: after 75 octets, wherever that is.
function folded(line: string): string[] {
  const [first = "", ...rest] = line.match(/.{1,74}/g) ?? [];
  return [first, ...rest.map((part) => ` ${part}`)];
}
