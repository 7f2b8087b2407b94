import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { search } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";
import { moment } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

const visitor = visitorActor(moment);
let pilot: Awaited<ReturnType<typeof aPilot>>;

beforeAll(async () => {
  pilot = await aPilot();
});

describe("whatever is asked", () => {
  test.each([
    ["", "none"],
    ["   ", "none"],
    ["di la e", "common"],
    ["-", "common"],
    ["!!! & | ( ) : * <->", "common"],
    ["'; drop table post; --", "words"],
    ['"', "common"],
    ['"non chiuse', "words"],
    ["a:* & !b | (c", "words"],
    ["\\ %_ \uD800 \u0000x", "words"],
    [`${"parola ".repeat(150)}`, "words"],
    ["a".repeat(1_000), "words"],
    ["<script>alert(1)</script>", "words"],
    ["-zibaldone", "common"],
    ["a".repeat(10_000), "words"],
    [`"${'"'.repeat(500)}`, "common"],
    ["\u202Eelabrev\u202C", "words"],
    ["\u200B\u2066", "none"],
    ["\0\0", "none"],
    ["%", "common"],
    ["100%_\\", "words"],
    ["verbale:*", "words"],
    ["((((verbale))))", "words"],
    ["<-> verbale <3> bozza", "words"],
    ["or or or", "words"],
    ["verbale or", "words"],
    ["-", "common"],
    ["- - -", "common"],
    ['-"a b"', "common"],
    ["''", "common"],
    ["\u{1F4A9}\u{1F4A9}", "words"],
    ["\u0301\u0301\u0301", "common"],
    ["ǅ İstanbul ß", "words"],
  ])("%j is no error", async (q, asked) => {
    for (const actor of [visitor, pilot.coordinator])
      expect((await search(actor, searchSchema.parse({ q }))).asked).toBe(asked);
  });
});

test("days that are none are told, and nothing is searched", async () => {
  for (const days of [{ from: "31/02/2026" }, { to: "x" }, { from: "2/3/2026", to: "1/3/2026" }]) {
    const { asked, rows } = await search(visitor, searchSchema.parse({ q: "prova", ...days }));
    expect([asked, rows]).toEqual(["days", []]);
  }
});

test("a programme that the reader does not see narrows nothing and is not named", async () => {
  const { programme } = await search(visitor, searchSchema.parse({ q: "prova", programme: "nessuno" }));
  expect(programme).toBeNull();
});
