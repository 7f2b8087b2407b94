import { expect, test } from "vitest";
import { hasRoom, holdsPlace, placeInQueue, placesLeft } from "@/lib/sessions/replies/places";

test.each([
  [{ capacity: null, taken: 40 }, null, true],
  [{ capacity: 3, taken: 0 }, 3, true],
  [{ capacity: 3, taken: 2 }, 1, true],
  [{ capacity: 3, taken: 3 }, 0, false],
])("of %o there are %s left", (places, left, room) => {
  expect(placesLeft(places)).toBe(left);
  expect(hasRoom(places)).toBe(room);
});

test.each([
  ["YES", null, true],
  ["YES", 1, false],
  ["MAYBE", null, false],
  ["NO", null, false],
  [null, null, false],
] as const)("an answer %s with the number %s holds a place: %s", (reply, queueNumber, holds) => {
  expect(holdsPlace({ reply, queueNumber })).toBe(holds);
});

test("a place in the list counts those before, whatever their numbers", () => {
  expect([7, 2, 30].map((own) => placeInQueue(own, [30, 2, 7]))).toEqual([2, 1, 3]);
});
