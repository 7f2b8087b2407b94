import { describe, expect, test } from "vitest";
import { formInput } from "@/lib/platform/form-data";
import { changeSessionSchema, closeSessionSchema, scheduleSessionSchema } from "@/lib/sessions/schema";

const id = "01990000-0000-7000-8000-000000000001";
const form: Record<string, string | string[]> = {
  intent: "draft",
  id,
  programme: "camere-nuova-edizione",
  kind: "SEMINAR",
  title: "Seminario: scrivere le schede dei nuovi profili",
  date: "2026-04-14",
  start: "10:30",
  end: "12:30",
  mode: "WEBCONFERENCE",
  audience: "PROGRAMME",
  convened: "all",
};

const parse = (fields: Record<string, string | string[]>) =>
  scheduleSessionSchema.safeParse(formInput({ ...form, ...fields }));

/** Refusals by field: code and figures. */
function faults(fields: Record<string, string | string[]>) {
  const result = parse(fields);
  if (result.success) return {};
  return Object.fromEntries(
    result.error.issues.map((issue) => [
      issue.path.join("."),
      issue.code === "custom" && issue.params ? [issue.message, issue.params] : issue.message,
    ]),
  );
}

describe("the form of a session", () => {
  test("is taken as it was written", () => {
    const result = parse({
      start: "9.30",
      end: "11:30",
      "agenda.0.title": "Soglia di prevalenza",
      "agenda.0.minutes": "40",
      "agenda.1.title": "",
      "agenda.10.title": "Varie",
      "agenda.2.title": "Come si scrive una scheda",
      "agenda.2.owner": "Faculty",
    });
    expect(result.success && result.data).toMatchObject({
      start: "09:30",
      end: "11:30",
      isFree: false,
      anyway: false,
      agenda: [
        { title: "Soglia di prevalenza", owner: null, minutes: 40 },
        { title: "Come si scrive una scheda", owner: "Faculty", minutes: null },
        { title: "Varie", owner: null, minutes: null },
      ],
    });
  });

  test("tells all its faults at once, with the figures that help", () => {
    const sum = {
      "agenda.0.title": "Uno",
      "agenda.0.minutes": "75",
      "agenda.1.title": "Due",
      "agenda.1.minutes": "60",
    };
    expect(faults({ title: "", date: "2026-04-06", ...sum })).toEqual({
      title: expect.stringContaining("Invalid input"),
      date: [
        "sessions.holiday",
        {
          day: new Date("2026-04-06T10:00:00Z"),
          next: new Date("2026-04-07T10:00:00Z"),
          holiday: "Lunedì dell’Angelo",
        },
      ],
      agenda: ["sessions.agendaTooLong", { sum: 135, length: 120, over: 15, end: "12:45" }],
    });
    expect(faults({ date: "2026-04-06", end: "8:30" })).toMatchObject({
      end: ["sessions.endBeforeStart", { start: "10:30", after: "12:30" }],
    });
    expect(faults({ start: "23:59", end: "23:30" })).toMatchObject({
      end: ["sessions.endBeforeStartLate", {}],
    });
  });

  test("takes a holiday or a week-end only with the box ticked", () => {
    expect(faults({ date: "2026-04-11" })).toMatchObject({
      date: ["sessions.weekend", { weekend: "saturday", next: new Date("2026-04-13T10:00:00Z") }],
    });
    expect(faults({ date: "2026-04-11", anyway: "on" })).toEqual({});
    expect(faults({ date: "2027-10-04" })).toMatchObject({ date: ["sessions.holiday", expect.anything()] });
    expect(faults({ date: "2021-10-04" })).toEqual({});
  });

  test("knows the hour that does not exist and counts real minutes on the days when clocks change", () => {
    const march = { date: "2026-03-29", anyway: "on" };
    expect(faults({ ...march, start: "02:30", end: "04:00" })).toMatchObject({
      start: ["sessions.noSuchTime", { time: "02:30" }],
    });
    const three = { "agenda.0.title": "Uno", "agenda.0.minutes": "180" };
    expect(faults({ ...march, start: "01:00", end: "04:00", ...three })).toMatchObject({
      agenda: ["sessions.agendaTooLong", { sum: 180, length: 120, over: 60, end: "05:00" }],
    });
    expect(faults({ date: "2026-10-25", anyway: "on", start: "01:00", end: "04:00", ...three })).toEqual({});
  });

  test.each([
    ["title", "x".repeat(201), "tooLong"],
    ["url", "meet.example.org/x", "sessions.linkFormat"],
    ["url", "javascript:alert(1)", "sessions.linkFormat"],
    ["url", "ftp://example.org", "sessions.linkFormat"],
    ["date", "6 aprile 2026", "sessions.dateFormat"],
    ["date", "2026-02-30", "sessions.dateFormat"],
    ["start", "25:00", "sessions.timeFormat"],
    ["announcedMinutes", "tre ore", "sessions.number"],
    ["announcedMinutes", "1.5", "sessions.number"],
    ["ordinal", "x", "sessions.number"],
    ["ordinal", "0", "tooSmall"],
    ["capacity", "10001", "tooBig"],
  ])("refuses %s %j", (field, value, code) => {
    expect(faults({ [field]: value })).toMatchObject({ [field]: code });
  });

  test("asks for the title of a point that has minutes, and for bodies when only some are convened", () => {
    expect(faults({ "agenda.3.minutes": "10" })).toEqual({ "agenda.3.title": "sessions.pointWithoutTitle" });
    expect(faults({ convened: "some" })).toEqual({ bodies: "sessions.chooseBodies" });
  });

  test("is sent as it stands by the button that adds a point", () => {
    const result = scheduleSessionSchema.safeParse({ intent: "addPoint", title: "" });
    expect(result.success && result.data.intent).toBe("addPoint");
  });

  test("carries the version that it was opened with", () => {
    expect(changeSessionSchema.safeParse(formInput(form)).success).toBe(false);
    expect(changeSessionSchema.safeParse(formInput({ ...form, version: "3" })).success).toBe(true);
  });
});

test("attendance is read by person", () => {
  const result = closeSessionSchema.safeParse(
    formInput({
      id,
      version: "1",
      minutesVersion: "0",
      [`attendance.${id}.presence`]: "absent",
      [`attendance.${id}.reason`]: "malattia",
      minutes: "",
    }),
  );
  expect(result.success && result.data.attendance).toEqual({
    [id]: { presence: "absent", reason: "malattia" },
  });
  expect(closeSessionSchema.safeParse(formInput({ id, version: "1", minutesVersion: "0" })).success).toBe(
    true,
  );
});
