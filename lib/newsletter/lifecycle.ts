import type { NewsletterIssueState } from "@/lib/platform/db/generated/enums";
import { transition } from "@/lib/platform/moves";

export type NewsletterIssueMove = "schedule" | "send" | "takeBack";

/** docs/states.md, "Newsletter issue". */
export const newsletterIssueTransitions = {
  DRAFT: { schedule: "SCHEDULED", send: "SENT" },
  SCHEDULED: { send: "SENT", takeBack: "DRAFT" },
  SENT: {},
} as const satisfies Record<NewsletterIssueState, Partial<Record<NewsletterIssueMove, NewsletterIssueState>>>;

/** Where a move leads; refused with "newsletter.moveNotAllowed" when the state does not allow it. */
export function nextIssueState(state: NewsletterIssueState, move: NewsletterIssueMove): NewsletterIssueState {
  return transition<NewsletterIssueState, NewsletterIssueMove>(
    "newsletter",
    newsletterIssueTransitions,
    state,
    move,
  );
}
