import "server-only";
import { deliverableVisibleTo } from "@/lib/documents/deliverables/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

/** The register of a locked deliverable that the actor may download; `size` in bytes. */
export async function getRegister(actor: Actor, id: string) {
  const { register, request } = found(
    await db.deliverable.findFirst({
      where: { AND: [{ id }, deliverableVisibleTo(actor)] },
      select: {
        register: { select: { sha256: true, size: true } },
        request: { select: { position: true } },
      },
    }),
    "deliverable",
  );
  const { sha256, size } = found(register, "register");
  return { sha256, size: Number(size), position: request.position };
}
