import type { PollReply } from "@/lib/platform/db/generated/enums";

/** How an option stands: how many can, could if need be, cannot, have not answered. */
export type Tally = { yes: number; ifNeeded: number; no: number; silent: number };

/** Why an option stands where it does. */
export type RankReason = "allYes" | "allCould" | "fewestMissing";

export type Ranked<Option> = Option & { tally: Tally; rank: number; reason: RankReason };

type Timed = { id: string; startsAt: Date };
type Answer = { optionId: string; personId: string; reply: PollReply };

/**
 * The options, best first: fewest who cannot, then most who can, then most who could, then the earliest. Only answers of
 * those who are asked now count: whoever left the programme since has no say.
 */
export function rankOptions<Option extends Timed>(
  options: readonly Option[],
  answers: readonly Answer[],
  askedIds: readonly string[],
): Ranked<Option>[] {
  const asked = new Set(askedIds);
  const counted = answers.filter((one) => asked.has(one.personId));
  return options
    .map((option) => {
      const own = counted.filter((one) => one.optionId === option.id);
      const count = (reply: PollReply) => own.filter((one) => one.reply === reply).length;
      const [yes, ifNeeded, no] = [count("YES"), count("IF_NEEDED"), count("NO")];
      const tally = { yes, ifNeeded, no, silent: asked.size - yes - ifNeeded - no };
      return { ...option, tally };
    })
    .toSorted(
      (a, b) =>
        a.tally.no - b.tally.no ||
        b.tally.yes - a.tally.yes ||
        b.tally.ifNeeded - a.tally.ifNeeded ||
        a.startsAt.getTime() - b.startsAt.getTime(),
    )
    .map((option, index) => ({ ...option, rank: index + 1, reason: reasonOf(option.tally) }));
}

function reasonOf({ ifNeeded, no, silent }: Tally): RankReason {
  if (no + silent > 0) return "fewestMissing";
  return ifNeeded > 0 ? "allCould" : "allYes";
}
