import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs/queue";

/** Has the register of a locked deliverable made anew. One that is being made just now is not kept: its version is gone. */
export async function renewRegister(tx: Tx, _actor: Actor, deliverableId: string): Promise<void> {
  await tx.deliverable.updateMany({
    where: { id: deliverableId, state: "LOCKED" },
    data: { registerSha256: null, version: { increment: 1 } },
  });
  await enqueue(tx, "make-register", { deliverableId });
}
