import type { Division } from "@/lib/forum/moves/queries";

/** Why what was chosen cannot become a thread, as the mutation would say it; null where it can. */
export function refusalOf({ choice, count, posts }: Division): { code: SplitRefusal; number: number } | null {
  const [first] = posts;
  if (choice.numbers?.includes(1) || choice.from === 1) return { code: "splitFirst", number: 1 };
  if (!first || (choice.numbers && count < choice.numbers.length)) return { code: "splitMissing", number: 0 };
  return first.hiddenAt ? { code: "splitHidden", number: first.number } : null;
}

type SplitRefusal = "splitFirst" | "splitMissing" | "splitHidden";
