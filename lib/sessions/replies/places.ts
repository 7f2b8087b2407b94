import type { Reply } from "@/lib/platform/db/generated/enums";

/** The places of a session: how many there may be (null = no limit) and how many are taken. */
export type Places = { capacity: number | null; taken: number };

/** Places that nobody has yet; null where there is no limit. */
export function placesLeft({ capacity, taken }: Places): number | null {
  return capacity === null ? null : Math.max(0, capacity - taken);
}

/** Whether one more yes has a place. */
export function hasRoom(places: Places): boolean {
  return placesLeft(places) !== 0;
}

/** Whether an answer takes up one of the places: a yes that does not wait. */
export function holdsPlace(answer: { reply: Reply | null; queueNumber: number | null }): boolean {
  return answer.reply === "YES" && answer.queueNumber === null;
}

/** A waiting person's place in the list, from 1, among the numbers of all who wait. */
export function placeInQueue(own: number, all: readonly number[]): number {
  return all.filter((one) => one < own).length + 1;
}
