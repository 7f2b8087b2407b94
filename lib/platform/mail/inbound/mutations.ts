import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import {
  type DeliveryReport,
  permanentFailure,
  tellsOfAddress,
} from "@/lib/platform/mail/inbound/delivery-report";
import type { AnsweredMail } from "@/lib/platform/mail/inbound/queries";
import { countFailure, reachabilityRules, usualReachability } from "@/lib/platform/mail/reachability";
import { findRuleSet, portalScope } from "@/lib/platform/rules";

/** What became of a message about a mail of ours: it came back, or why that changes nothing. */
export type ReportOutcome = "returned" | "noReport" | "passing" | "duplicate";

/**
 * Takes the message that a mail could not be delivered. Only what is for good counts, and against the address only what
 * is its own fault; the same message twice counts once.
 */
export async function receiveReport(
  actor: Actor,
  { id, toAddress }: Pick<AnsweredMail, "id" | "toAddress">,
  reports: readonly DeliveryReport[],
): Promise<ReportOutcome> {
  authorise(actor.kind === "system");
  if (reports.length === 0) return "noReport";
  const status = permanentFailure(reports);
  if (!status) return "passing";
  const rules = (await findRuleSet(reachabilityRules, portalScope, actor.at))?.content ?? usualReachability;
  return inTransaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id, state: "SENT" },
      data: { state: "RETURNED", returnedAt: actor.at, lastError: `returned: ${status}` },
    });
    if (count === 0) return "duplicate";
    const isLast = tellsOfAddress(status) && (await countFailure(tx, toAddress, { at: actor.at, rules }));
    await recordEvent(tx, actor, {
      kind: "portal.mailReturned",
      subject: { kind: "mail", id },
      data: { status, unreachable: isLast },
    });
    return "returned";
  });
}
