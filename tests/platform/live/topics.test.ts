import { describe, expect, test } from "vitest";
import { lastEventOf } from "@/lib/platform/live/last-event";
import { readTopics, topicsOfEvent, writeTopics } from "@/lib/platform/live/topics";

describe("an event", () => {
  test.each([
    ["forum.posted", "p1", ["forum@p1"]],
    ["forum.posted", null, []],
    ["documents.approved", "p1", []],
    ["people.signedOut", null, ["people"]],
    ["people.roleEnded", "p1", ["people"]],
  ])("%s of programme %s is announced as %j", (kind, programmeId, topics) => {
    expect(topicsOfEvent({ kind, programmeId })).toEqual(topics);
    expect(readTopics(writeTopics(topics))).toEqual(topics);
  });
});

test.each([
  [undefined, null, 0],
  ["7", null, 7],
  ["7", "9", 9],
  ["12", "9", 12],
  ["-1", "1e9", 0],
  ["99999999999999", "", 0],
])("a browser that says %j, at an address that says %j, goes on after %d", (header, address, after) => {
  const request = new Request("http://portal.test/", {
    headers: header === undefined ? {} : { "last-event-id": header },
  });
  expect(lastEventOf(request, address)).toBe(after);
});
