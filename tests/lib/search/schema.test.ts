import { describe, expect, test } from "vitest";
import { longestSearch, searchSchema } from "@/lib/search/schema";
import { byRank, pageOf, readTurn, writeTurn } from "@/lib/search/turning";

describe("a search from an address", () => {
  test.each([
    [{}, { q: "" }],
    [{ q: ["a", "b"] }, { q: "a" }],
    [
      { q: "  x\0y ", kind: "post" },
      { q: "xy", kind: "post" },
    ],
    [{ q: "x", kind: "people", programme: "" }, { q: "x" }],
    [{ q: "x", after: "a b" }, { q: "x" }],
    [{ q: "x", after: "a".repeat(201) }, { q: "x" }],
    [{ q: "una\tparola\r\nsola\u0007" }, { q: "una parola  sola" }],
    [{ q: "con\u202Efine\u200B e \u2066verso\uFEFF" }, { q: "confine e verso" }],
    [{ q: "\uE000segno\uE001\uD800" }, { q: "segno" }],
    [{ q: "%_ 100%" }, { q: "%_ 100%" }],
  ])("%j", (query, asked) => {
    expect(searchSchema.parse(query)).toEqual({ ...asked, isShortened: false });
  });

  test("is cut where more words add nothing, and says so", () => {
    const { q, isShortened } = searchSchema.parse({ q: "a".repeat(10_000) });
    expect([q.length, isShortened]).toEqual([longestSearch, true]);
    expect(searchSchema.parse({ q: " ".repeat(10_000) })).toMatchObject({ q: "", isShortened: false });
  });
});

describe("the days of a search", () => {
  const days = (from: string, to = "") => {
    const { from: first, to: last } = searchSchema.parse({ from, to });
    return [first, last];
  };

  test.each([
    ["2026-03-09", { typed: "2026-03-09", day: "2026-03-09" }],
    ["9/3/2026", { typed: "9/3/2026", day: "2026-03-09" }],
    ["9.3.2026", { typed: "9.3.2026", day: "2026-03-09" }],
    ["29/02/2028", { typed: "29/02/2028", day: "2028-02-29" }],
    ["2026", { typed: "2026", day: "2026-01-01" }],
    ["31/02/2026", { typed: "31/02/2026", fault: "unreadable" }],
    ["2026-13-01", { typed: "2026-13-01", fault: "unreadable" }],
    ["domani", { typed: "domani", fault: "unreadable" }],
    ["1/1/0001", { typed: "1/1/0001", fault: "unreadable" }],
    ["1/1/99999", { typed: "1/1/99999", fault: "unreadable" }],
    ["<b>9/3/2026", { typed: "<b>9/3/2026", fault: "unreadable" }],
    ["\u202E", undefined],
    ["", undefined],
  ])("%s", (typed, day) => {
    expect(days(typed)[0]).toEqual(day);
  });

  test("count a whole month to its last", () => {
    expect(days("2/2026", "2/2026")).toEqual([
      { typed: "2/2026", day: "2026-02-01" },
      { typed: "2/2026", day: "2026-02-28" },
    ]);
  });

  test("stand in their order", () => {
    expect(days("10/3/2026", "9/3/2026")[1]).toEqual({
      typed: "9/3/2026",
      day: "2026-03-09",
      fault: "order",
    });
    expect(days("9/3/2026", "9/3/2026")[1]?.fault).toBeUndefined();
    expect(searchSchema.parse({ from: ["1/1/2026", "x"], to: {} })).toMatchObject({
      from: { day: "2026-01-01" },
      to: undefined,
    });
  });
});

describe("a page of ranked results", () => {
  const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;
  const hits = [
    { rank: 0.1, id: id(1) },
    { rank: 0.5, id: id(2) },
    { rank: 0.1, id: id(3) },
    { rank: 0.30000000000000004, id: id(4) },
    { rank: 0.1, id: id(5) },
  ].toSorted(byRank);

  test("follows the one before, each result once, whatever came meanwhile", () => {
    const seen: string[] = [];
    let rows = hits;
    for (let after: string | undefined; ; ) {
      const page = pageOf(rows, { after: readTurn(after), size: 2 });
      seen.push(...page.rows.map((row) => row.id));
      if (!page.next) break;
      after = page.next;
      rows = [{ rank: 0.9, id: id(9) }, ...rows];
    }
    expect(seen).toEqual([id(2), id(4), id(5), id(3), id(1)]);
  });

  test("begins at the beginning where the place was made up", () => {
    for (const made of [undefined, "", "x", "W10", Buffer.from("[1,2]").toString("base64url"), "../"])
      expect(readTurn(made)).toBeUndefined();
    const place = { rank: 0.123456789, id: id(7) };
    expect(readTurn(writeTurn(place))).toEqual(place);
  });
});
