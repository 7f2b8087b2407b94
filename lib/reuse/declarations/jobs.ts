import { subMonths } from "date-fns";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { monthsKept } from "@/lib/reuse/declarations/lifecycle";

/**
 * Removes what was never confirmed, and erases contact and address some months after a declaration was refused or taken
 * back. Of those that are shown they are kept, so that somebody can be asked.
 */
export async function sweepDeclarations(actor: Actor): Promise<void> {
  authorise(actor.kind === "system");
  const before = subMonths(actor.at, monthsKept);
  await inTransaction(async (tx) => {
    await tx.reuseDeclaration.deleteMany({ where: { state: "PENDING", expiresAt: { lte: actor.at } } });
    await tx.reuseDeclaration.updateMany({
      where: {
        email: { not: null },
        OR: [
          { state: "REFUSED", decidedAt: { lt: before } },
          { state: "WITHDRAWN", withdrawnAt: { lt: before } },
        ],
      },
      data: { contactName: null, email: null, tokenHash: null },
    });
  });
}
