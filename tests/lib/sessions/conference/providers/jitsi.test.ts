import { describe, expect, test } from "vitest";
import { readSettings } from "@/lib/platform/env";
import { jitsi } from "@/lib/sessions/conference/providers/jitsi";
import { anyLink } from "@/lib/sessions/conference/providers/link";
import { claimsOf, jitsiApp } from "@/tests/support/conference-server";
import { moment } from "@/tests/support/factories";

const { jitsi: server } = readSettings({
  JITSI_DOMAIN: "meet.ente.test",
  JITSI_APP_ID: jitsiApp.id,
  JITSI_APP_SECRET: jitsiApp.secret,
});
const service = jitsi(server ?? expect.unreachable("Jitsi is set"));
const meeting = {
  roomKey: "8e0f3c1a-5b7d-4c2e-9f10-2a3b4c5d6e7f",
  title: "Sessione",
  url: null,
  endsAt: new Date("2026-03-23T11:00:00Z"),
  isRecorded: false,
  returnTo: "https://portale.test/",
};
const seconds = (date: Date) => date.getTime() / 1_000;

describe("a token for Jitsi", () => {
  test("opens one room for one person until half an hour after the end", async () => {
    const person = { id: "stay-1", name: "Ada Ginestrelli", isModerator: true };
    const address = new URL(await service.addressFor(meeting, person, moment));
    expect(address.origin + address.pathname).toBe(`https://meet.ente.test/${meeting.roomKey}`);
    expect(claimsOf(address.searchParams.get("jwt") ?? "", "meet.ente.test")).toEqual({
      aud: "jitsi",
      iss: jitsiApp.id,
      sub: "meet.ente.test",
      room: meeting.roomKey,
      moderator: true,
      iat: seconds(moment),
      nbf: seconds(moment) - 60,
      exp: seconds(meeting.endsAt) + 1_800,
      context: { user: { id: "stay-1", name: "Ada Ginestrelli", moderator: true, affiliation: "owner" } },
    });
  });

  test("makes nobody moderator who only takes part", async () => {
    const person = { id: "stay-2", name: "Ospite", isModerator: false };
    const address = new URL(await service.addressFor(meeting, person, moment));
    const claims = claimsOf(address.searchParams.get("jwt") ?? "", "meet.ente.test");
    expect(claims).toMatchObject({
      moderator: false,
      context: { user: { moderator: false, affiliation: "member" } },
    });
  });

  test("is worth nothing once a letter of it was changed", async () => {
    const person = { id: "stay-2", name: "Ospite", isModerator: false };
    const token = new URL(await service.addressFor(meeting, person, moment)).searchParams.get("jwt") ?? "";
    const [head, , signature] = token.split(".");
    const body = Buffer.from(JSON.stringify({ aud: "jitsi", iss: jitsiApp.id, sub: "meet.ente.test" }));
    expect(claimsOf(token, "meet.ente.test")).not.toBeNull();
    expect(claimsOf(`${head}.${body.toString("base64url")}.${signature}`, "meet.ente.test")).toBeNull();
  });
});

test("any other room is the link as it was written", async () => {
  const person = { id: "stay-1", name: "Ada", isModerator: true };
  expect(await anyLink.addressFor({ ...meeting, url: "https://stanza.test/1" }, person, moment)).toBe(
    "https://stanza.test/1",
  );
  await expect(anyLink.addressFor(meeting, person, moment)).rejects.toThrow("no link");
});
