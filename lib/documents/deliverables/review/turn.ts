import type { Chain, Turn } from "@/lib/documents/deliverables/review/chain";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import type { DeliverableSelect } from "@/lib/platform/db/generated/models";

/** What says whose turn it is: the chain of the running round, or that of the request before it begins. */
export const chainSelect = {
  round: true,
  steps: {
    orderBy: [{ round: "asc" }, { position: "asc" }],
    select: { round: true, personId: true },
  },
  reviews: {
    where: { decision: "APPROVED", undoneAt: null },
    orderBy: [{ round: "asc" }, { step: "asc" }],
    select: { id: true, round: true, reviewerId: true },
  },
  request: {
    select: { reviewers: { orderBy: { position: "asc" }, select: { personId: true } } },
  },
} satisfies DeliverableSelect;

export type ChainRow = {
  state: DeliverableState;
  round: number;
  steps: readonly { round: number; personId: string | null }[];
  reviews: readonly { id: string; round: number; reviewerId: string | null }[];
  request: { reviewers: readonly { personId: string }[] };
};

/** The chain that counts and the step that it has come to, with the last approval that may be undone. */
export function turnOf(
  row: ChainRow,
): Turn & { chain: Chain; lastApproval: ChainRow["reviews"][number] | null } {
  const began = row.state === "IN_REVIEW" || row.state === "APPROVED" || row.state === "LOCKED";
  const named = began ? row.steps.filter((one) => one.round === row.round) : row.request.reviewers;
  const given = began ? row.reviews.filter((one) => one.round === row.round) : [];
  return {
    chain: named.map((one) => one.personId),
    step: given.length + 1,
    lastApproval: given.at(-1) ?? null,
  };
}
