import { spawnSync } from "node:child_process";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { romeInstant } from "@/lib/platform/rome-time";
import {
  buildCalendar,
  buildDeadline,
  buildInvitation,
  buildVevent,
  placed,
  uidOf,
  type VeventSession,
} from "@/lib/sessions/vevent";

const stampedAt = new Date("2026-01-08T09:15:00Z");

function session(facts: Partial<VeventSession> = {}): VeventSession {
  return {
    id: "01990000-0000-7000-8000-000000000001",
    title: "1ª sessione di assistenza tecnica",
    description: "",
    startsAt: romeInstant("2012-09-04", "10:30"),
    endsAt: romeInstant("2012-09-04", "12:30"),
    mode: "WEBCONFERENCE",
    place: null,
    state: "CONVENED",
    sequence: 0,
    agenda: [],
    ...facts,
  };
}

function read(calendar: string) {
  const root = new ICAL.Component(ICAL.parse(calendar));
  const zone = root.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const components = root.getAllSubcomponents("vevent");
  return { root, zone, components, events: components.map((one) => new ICAL.Event(one)) };
}

function one(facts: Partial<VeventSession> = {}) {
  const { components, events, zone } = read(
    buildCalendar("Incontri", [buildVevent(session(facts), stampedAt)]),
  );
  return { component: components[0] as ICAL.Component, event: events[0] as ICAL.Event, zone };
}

describe("the entry of a session", () => {
  test.each([
    ["summer", "2012-07-09", "10:30", "2012-07-09T08:30:00.000Z"],
    ["winter", "2026-01-12", "10:30", "2026-01-12T09:30:00.000Z"],
    ["the day on which summer time begins", "2026-03-29", "09:00", "2026-03-29T07:00:00.000Z"],
    ["the day before", "2026-03-28", "09:00", "2026-03-28T08:00:00.000Z"],
    ["the day on which it ends", "2026-10-25", "09:00", "2026-10-25T08:00:00.000Z"],
    ["the day before that", "2026-10-24", "09:00", "2026-10-24T07:00:00.000Z"],
  ])("shows Rome's clock and the right instant: %s", (_when, date, time, instant) => {
    const startsAt = romeInstant(date, time);
    const { component, event, zone } = one({ startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) });
    expect(startsAt.toISOString()).toBe(instant);
    expect(zone?.getFirstPropertyValue("tzid")).toBe("Europe/Rome");
    expect(component.getFirstProperty("dtstart")?.getParameter("tzid")).toBe("Europe/Rome");
    expect(event.startDate.toString()).toBe(`${date}T${time}:00`);
    expect(event.startDate.toJSDate().toISOString()).toBe(instant);
    expect(event.endDate.toUnixTime() - event.startDate.toUnixTime()).toBe(7200);
  });

  test("keeps its identity and raises its number; its stamp is UTC", () => {
    const [first, second] = [
      buildVevent(session(), stampedAt),
      buildVevent(session({ sequence: 1 }), stampedAt),
    ];
    expect(first).toContain("UID:01990000-0000-7000-8000-000000000001@sperimenta\r\n");
    expect(second).toContain("UID:01990000-0000-7000-8000-000000000001@sperimenta\r\n");
    expect(second).toContain("SEQUENCE:1\r\n");
    expect(second).toContain("DTSTAMP:20260108T091500Z\r\n");
  });

  test("says when it is cancelled, where it is and what is on the agenda", () => {
    const { component, event } = one({
      state: "CANCELLED",
      mode: "IN_PERSON",
      place: "Sala A; piano 2, Valfiorita",
      description: "Portate \\ le schede",
      agenda: [
        { title: "Soglia di prevalenza", minutes: 40, owner: "Faculty" },
        { title: "Varie", minutes: null, owner: null },
      ],
    });
    expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event.location).toBe("Sala A; piano 2, Valfiorita");
    expect(event.description).toBe(
      "Portate \\ le schede\n\n1. Soglia di prevalenza (Faculty, 40 min)\n2. Varie",
    );
  });

  test("never holds the link of the room", () => {
    const row = { ...session(), url: "https://stanza.test/segreta" };
    expect(buildVevent(row, stampedAt)).not.toContain("stanza.test");
  });

  test("folds long lines by octets and survives signs that calendars forbid", () => {
    const title = `${"È così più àmpio ".repeat(20)}\u0007fine`;
    const calendar = buildCalendar("Incontri", [
      placed(buildVevent(session({ title }), stampedAt), {
        url: `https://sperimenta.test/programmi/${"a".repeat(120)}`,
        programme: "Profili, città; ente",
      }),
    ]);
    const lines = calendar.split("\r\n");
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(calendar.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
    const { events, components } = read(calendar);
    expect(events[0]?.summary).toBe(title.replace("\u0007", " ").trim());
    expect(components[0]?.getFirstPropertyValue("url")).toBe(
      `https://sperimenta.test/programmi/${"a".repeat(120)}`,
    );
    expect(components[0]?.getFirstPropertyValue("categories")).toBe("Profili, città; ente");
  });
});

describe("the entry in a mail", () => {
  const people = {
    organiser: { name: "Sperimenta", email: "sperimenta@ente.test" },
    attendee: { name: 'Ada "Dina" Ginestrelli', email: "ada@ente.test", reply: "YES" as const },
  };
  const row = { ...session({ sequence: 3 }), stampedAt, url: "https://sperimenta.test/incontri/1" };

  test("asks with REQUEST and takes away with CANCEL, under the same UID", () => {
    const [request, cancel] = [
      read(buildInvitation(row, people, "REQUEST")),
      read(buildInvitation(row, people, "CANCEL")),
    ];
    expect(request.root.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(cancel.root.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(cancel.components[0]?.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(cancel.events[0]?.uid).toBe(request.events[0]?.uid);
    expect(request.events[0]?.sequence).toBe(3);
    expect(request.zone?.getFirstPropertyValue("tzid")).toBe("Europe/Rome");
  });

  test("names who calls and who is called, with the answer given so far", () => {
    const { components } = read(buildInvitation(row, people, "REQUEST"));
    const attendee = components[0]?.getFirstProperty("attendee");
    expect(components[0]?.getFirstPropertyValue("organizer")).toBe("mailto:sperimenta@ente.test");
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:ada@ente.test");
    expect(attendee?.getParameter("partstat")).toBe("ACCEPTED");
    expect(attendee?.getParameter("cn")).toBe("Ada 'Dina' Ginestrelli");
    expect(components[0]?.getFirstPropertyValue("url")).toBe("https://sperimenta.test/incontri/1");
  });

  test.each([
    ["summer", "2026-07-09", "10:30", "2026-07-09T08:30:00.000Z"],
    ["winter", "2026-01-12", "10:30", "2026-01-12T09:30:00.000Z"],
    ["the day on which summer time ends", "2026-10-25", "10:30", "2026-10-25T09:30:00.000Z"],
    ["the day on which it begins", "2027-03-28", "10:30", "2027-03-28T08:30:00.000Z"],
  ])("asks for a reply, at the right instant: %s", (_when, day, time, instant) => {
    const startsAt = romeInstant(day, time);
    const times = { startsAt, endsAt: romeInstant(day, "12:30") };
    for (const method of ["REQUEST", "CANCEL"] as const) {
      const { root, zone, components, events } = read(buildInvitation({ ...row, ...times }, people, method));
      const [component, event] = [components[0] as ICAL.Component, events[0] as ICAL.Event];
      expect(root.getFirstPropertyValue("method")).toBe(method);
      expect(components).toHaveLength(1);
      expect(zone?.getFirstPropertyValue("tzid")).toBe("Europe/Rome");
      expect(component.getFirstProperty("dtstart")?.getParameter("tzid")).toBe("Europe/Rome");
      expect(event.startDate.toString()).toBe(`${day}T${time}:00`);
      expect(event.startDate.toJSDate().toISOString()).toBe(instant);
      expect(event.endDate.toString()).toBe(`${day}T12:30:00`);
      expect(event.uid).toBe(uidOf(row.id));
      const attendees = component.getAllProperties("attendee");
      expect(attendees).toHaveLength(1);
      // Who is only told that it is cancelled is not asked.
      expect(attendees[0]?.getParameter("rsvp")).toBe(method === "REQUEST" ? "TRUE" : "FALSE");
      expect(attendees[0]?.getParameter("role")).toBe("REQ-PARTICIPANT");
    }
  });

  test.each([
    [null, "NEEDS-ACTION"],
    ["YES", "ACCEPTED"],
    ["MAYBE", "TENTATIVE"],
    ["NO", "DECLINED"],
  ] as const)("says %s as %s", (reply, status) => {
    const attendee = { ...people.attendee, reply };
    const { components } = read(buildInvitation(row, { ...people, attendee }, "REQUEST"));
    expect(components[0]?.getFirstProperty("attendee")?.getParameter("partstat")).toBe(status);
  });
});

test("a deadline is a moment", () => {
  const vevent = buildDeadline({
    uid: "x@sperimenta",
    title: "Da consegnare: schede",
    dueAt: romeInstant("2026-04-10", "23:59:59"),
    stampedAt,
  });
  const [event] = read(buildCalendar("Mio", [vevent])).events;
  expect(event?.startDate.toString()).toBe("2026-04-10T23:59:59");
});

test.each(["UTC", "Europe/Rome", "America/New_York"])("an invitation is the same on a server in %s", (TZ) => {
  const script = `
    const { buildInvitation } = await import("./lib/sessions/vevent.ts");
    const { romeInstant } = await import("./lib/platform/rome-time.ts");
    const facts = { id: "1", title: "t", description: "", mode: "WEBCONFERENCE", place: null, state: "CONVENED", sequence: 4, agenda: [] };
    const people = { organiser: { name: "S", email: "s@e.test" }, attendee: { name: "A", email: "a@e.test", reply: null } };
    for (const day of ["2026-01-12", "2026-07-09", "2026-10-25", "2027-03-28"]) {
      const times = { startsAt: romeInstant(day, "10:30"), endsAt: romeInstant(day, "12:30") };
      const session = { ...facts, ...times, stampedAt: new Date("2026-01-08T09:15:00Z"), url: "https://e.test" };
      const text = buildInvitation(session, people, "REQUEST");
      console.log(text.replace(/[\\s\\S]*BEGIN:VEVENT/, "").match(/SEQUENCE.*|DTSTART.*|DTEND.*|DTSTAMP.*/g).map((line) => line.trim()).join(" "));
    }`;
  const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    env: { ...process.env, TZ },
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(run.stdout.trim().split("\n")).toEqual(
    ["20260112", "20260709", "20261025", "20270328"].map(
      (day) =>
        `SEQUENCE:4 DTSTAMP:20260108T091500Z DTSTART;TZID=Europe/Rome:${day}T103000 DTEND;TZID=Europe/Rome:${day}T123000`,
    ),
  );
});

test.each(["UTC", "Europe/Rome", "America/New_York"])("the text is the same on a server in %s", (TZ) => {
  const script = `
    const { buildVevent } = await import("./lib/sessions/vevent.ts");
    const { romeInstant } = await import("./lib/platform/rome-time.ts");
    for (const day of ["2026-01-12", "2026-03-29", "2026-07-09", "2026-10-25"]) {
      const startsAt = romeInstant(day, "10:30");
      const facts = { id: "1", title: "t", description: "", mode: "WEBCONFERENCE", place: null, state: "CONVENED", sequence: 0, agenda: [] };
      const vevent = buildVevent({ ...facts, startsAt, endsAt: romeInstant(day, "12:30") }, new Date("2026-01-08T09:15:00Z"));
      console.log(startsAt.toISOString(), vevent.match(/DTSTART.*|DTEND.*|DTSTAMP.*/g).map((line) => line.trim()).join(" "));
    }`;
  const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    env: { ...process.env, TZ },
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(run.stdout.trim().split("\n")).toEqual([
    "2026-01-12T09:30:00.000Z DTSTAMP:20260108T091500Z DTSTART;TZID=Europe/Rome:20260112T103000 DTEND;TZID=Europe/Rome:20260112T123000",
    "2026-03-29T08:30:00.000Z DTSTAMP:20260108T091500Z DTSTART;TZID=Europe/Rome:20260329T103000 DTEND;TZID=Europe/Rome:20260329T123000",
    "2026-07-09T08:30:00.000Z DTSTAMP:20260108T091500Z DTSTART;TZID=Europe/Rome:20260709T103000 DTEND;TZID=Europe/Rome:20260709T123000",
    "2026-10-25T09:30:00.000Z DTSTAMP:20260108T091500Z DTSTART;TZID=Europe/Rome:20261025T103000 DTEND;TZID=Europe/Rome:20261025T123000",
  ]);
});
