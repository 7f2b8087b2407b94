import { subMonths } from "date-fns";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { monthsKept } from "@/lib/sessions/interests/lifecycle";

/**
 * Removes what was never confirmed, and erases contact and address of bodies outside the portal some months after their
 * meeting: how many came stays.
 */
export async function sweepInterests(actor: Actor): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.sessionInterest.deleteMany({ where: { state: "PENDING", expiresAt: { lte: actor.at } } });
    await tx.sessionInterest.updateMany({
      where: { email: { not: null }, session: { endsAt: { lt: subMonths(actor.at, monthsKept) } } },
      data: { contactName: null, email: null, tokenHash: null },
    });
  });
}
