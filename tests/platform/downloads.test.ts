import { expect, test } from "vitest";
import { readRange } from "@/lib/platform/downloads";

test.each([
  [null, null],
  ["bytes=0-499", { start: 0, end: 499 }],
  ["bytes=500-", { start: 500, end: 999 }],
  ["bytes=-100", { start: 900, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  ["bytes=990-2000", { start: 990, end: 999 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=5-2", "unsatisfiable"],
  ["bytes=-", null],
  ["bytes=0-1,5-6", null],
  ["lines=0-1", null],
])("%s of 1,000 bytes", (header, range) => {
  expect(readRange(header, 1000)).toEqual(range);
});
