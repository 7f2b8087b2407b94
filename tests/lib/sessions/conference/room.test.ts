import { describe, expect, test } from "vitest";
import { z } from "zod";
import { conferenceColumns, configuredProviders, doorOf, lacksRoom } from "@/lib/sessions/conference/room";
import { conferenceFields } from "@/lib/sessions/conference/schema";

const at = (time: string) => new Date(`2026-03-31T${time}:00Z`);
const session = {
  mode: "WEBCONFERENCE",
  provider: "LINK",
  url: "https://stanza.test/1",
  state: "CONVENED",
  startsAt: at("08:30"),
  endsAt: at("10:30"),
  doorsMinutes: 15,
} as const;

describe("the doors of a room", () => {
  test.each([
    ["08:14", "early"],
    ["08:15", "open"],
    ["10:29", "open"],
    ["10:30", "over"],
  ])("at %s are %s", (time, state) => {
    expect(doorOf(session, at(time))).toEqual({ state, opensAt: at("08:15") });
  });

  test.each([
    [0, "08:29", "early"],
    [0, "08:30", "open"],
    [60, "07:29", "early"],
    [60, "07:30", "open"],
  ])("that open %s minutes before are at %s %s", (doorsMinutes, time, state) => {
    expect(doorOf({ ...session, doorsMinutes }, at(time))?.state).toBe(state);
  });

  test("stay shut once a session was closed, even early", () => {
    expect(doorOf({ ...session, state: "CLOSED" }, at("09:00"))?.state).toBe("over");
  });

  test.each([
    ["a draft", { state: "DRAFT" }],
    ["a cancelled session", { state: "CANCELLED" }],
    ["a session in person", { mode: "IN_PERSON" }],
    ["a link that nobody wrote", { url: null }],
  ] as const)("are not there for %s", (_name, facts) => {
    expect(doorOf({ ...session, ...facts }, at("09:00"))).toBeNull();
  });

  test("need no link where a provider makes the room", () => {
    expect(lacksRoom({ ...session, url: null })).toBe(true);
    expect(lacksRoom({ ...session, url: null, provider: "JITSI" })).toBe(false);
    expect(lacksRoom({ ...session, url: null, mode: "IN_PERSON" })).toBe(false);
  });
});

describe("the form of a room", () => {
  const form = z.object(conferenceFields);

  test("without a word is any link, a quarter of an hour before", () => {
    expect(form.parse({})).toEqual({ provider: "LINK", doorsMinutes: 15, isRecorded: false });
  });

  test.each([
    [{ doorsMinutes: "121" }, "conference.doorsMinutes"],
    [{ doorsMinutes: "-1" }, "conference.doorsMinutes"],
    [{ doorsMinutes: "un quarto d’ora" }, "sessions.number"],
    [{ url: "javascript:alert(1)" }, "sessions.linkFormat"],
    [{ fallbackUrl: "ftp://ente.test" }, "sessions.linkFormat"],
  ])("%o is refused", (input, message) => {
    expect(form.safeParse(input).error?.issues[0]?.message).toBe(message);
  });

  test("takes no provider that the portal has no settings for", () => {
    expect(configuredProviders()).toEqual(["LINK"]);
    expect(() => conferenceColumns(form.parse({ provider: "BIGBLUEBUTTON" }))).toThrow(
      "conference.providerNotConfigured",
    );
    expect(conferenceColumns(form.parse({ isRecorded: "on" })).isRecorded).toBe(false);
  });
});
