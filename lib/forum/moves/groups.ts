import type { MovedAway } from "@/lib/forum/reading/queries";

/** Posts that have left a page one after the other for the same thread; `before` is the post that follows them there. */
export type Left = { before: number | null; numbers: number[]; to: MovedAway["to"] };

/** Where among the posts of a page those are missing that were moved to other threads; both in the order of numbers. */
export function movedBefore(moved: readonly MovedAway[], numbers: readonly number[]): Left[] {
  const left: Left[] = [];
  for (const { number, to } of moved) {
    const before = numbers.find((one) => one > number) ?? null;
    const last = left.at(-1);
    if (last && last.before === before && last.to.id === to.id) last.numbers.push(number);
    else left.push({ before, numbers: [number], to });
  }
  return left;
}
