import { expect, test } from "vitest";
import { cutOffsAt } from "@/lib/notifications/digests/cut-offs";
import { afterQuietHours } from "@/lib/notifications/quiet-hours";

test.each([
  ["in the morning of a Monday", "2026-03-23T06:00:00Z", "2026-03-23T06:00:00Z", "2026-03-23T06:00:00Z"],
  ["late on a Wednesday", "2026-03-25T18:59:00Z", "2026-03-25T06:00:00Z", "2026-03-23T06:00:00Z"],
  [
    "on the first working day after Easter",
    "2026-04-07T06:30:00Z",
    "2026-04-07T05:00:00Z",
    "2026-04-07T05:00:00Z",
  ],
])("%s digests have their cut-offs", (_when, at, daily, weekly) => {
  const found = cutOffsAt(new Date(at));
  expect(found?.daily).toEqual(new Date(daily));
  expect(found?.weekly).toEqual(new Date(weekly));
});

test.each([
  ["before seven", "2026-03-23T05:59:00Z"],
  ["from eight in the evening", "2026-03-23T19:00:00Z"],
  ["on a Saturday", "2026-03-21T09:00:00Z"],
  ["on Easter Monday", "2026-04-06T09:00:00Z"],
])("%s there is no digest", (_when, at) => {
  expect(cutOffsAt(new Date(at))).toBeNull();
});

test.each([
  ["at seven", "2026-03-23T06:00:00Z", undefined],
  ["just before eight in the evening", "2026-03-23T18:59:00Z", undefined],
  ["at eight in the evening", "2026-03-23T19:00:00Z", "2026-03-24T06:00:00Z"],
  ["at night, when the clocks go forward", "2026-03-28T23:30:00Z", "2026-03-29T05:00:00Z"],
  ["on the last evening of the year", "2026-12-31T21:00:00Z", "2027-01-01T06:00:00Z"],
])("%s a mail that can wait leaves when it may", (_when, at, leaves) => {
  expect(afterQuietHours(new Date(at))).toEqual(leaves && new Date(leaves));
});
