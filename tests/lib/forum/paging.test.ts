import { expect, test } from "vitest";
import { pageQuery, pageStart, readPageStart } from "@/lib/forum/paging";
import { quoteOf } from "@/lib/forum/quote";

test("pages are windows of twenty numbers", () => {
  expect([1, 20, 21, 40, 41].map(pageStart)).toEqual([1, 1, 21, 21, 41]);
  expect(pageQuery(20)).toEqual({});
  expect(pageQuery(21)).toEqual({ dal: "21" });
});

test("what an address says wrongly is the first page", () => {
  const asked = [undefined, "", "0", "-3", "x", "1e9", "99999999999999", "33"];
  expect(asked.map(readPageStart)).toEqual([1, 1, 1, 1, 1, 1, 1, 21]);
});

test("a quotation keeps its lines and its end", () => {
  expect(quoteOf("Ada ha scritto:", "uno\n\ndue")).toBe("> **Ada ha scritto:**\n>\n> uno\n>\n> due\n\n");
  expect(quoteOf("Ada ha scritto:", "a".repeat(9_000)).length).toBeLessThan(2_000);
});
