import "server-only";
import { registerObject } from "@/lib/documents/commands";
import { makeRegister } from "@/lib/documents/deliverables/register/document";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { routing } from "@/lib/platform/i18n/routing";
import { putObject } from "@/lib/platform/storage/storage";

/**
 * Makes and stores the register of a locked deliverable; the file stays as it was sent. Repeating it changes nothing.
 * What was entered while it was being made has a job of its own.
 */
export async function makeRegisterOf(
  actor: Actor,
  { deliverableId }: { deliverableId: string },
): Promise<void> {
  authorise(actor.kind === "system");
  const where = { id: deliverableId, state: "LOCKED", registerSha256: null } as const;
  const facts = await db.deliverable.findFirst({ where, select: registerSelect });
  if (!facts) return;
  const lock = await db.event.findFirst({
    where: { subjectKind: "deliverable", subjectId: deliverableId, kind: "documents.locked" },
    orderBy: { seq: "desc" },
    select: { actorId: true },
  });
  const lockedBy = lock?.actorId
    ? await db.person.findUnique({ where: { id: lock.actorId }, select: name })
    : null;
  const bytes = await makeRegister({ ...facts, lockedBy }, routing.defaultLocale);
  const stored = await putObject(bytes);
  await inTransaction(async (tx) => {
    await registerObject(tx, actor, stored);
    await tx.deliverable.updateMany({
      where: { ...where, version: facts.version },
      data: { registerSha256: stored.sha256 },
    });
  });
}

const name = { givenName: true, familyName: true } as const;
const person = { select: name } as const;

const registerSelect = {
  version: true,
  dueAt: true,
  stateSince: true,
  round: true,
  reviewVersionId: true,
  organisation: { select: { name: true } },
  request: { select: { title: true, dueAt: true, programme: { select: { title: true } } } },
  submissions: {
    orderBy: [{ submittedAt: "asc" as const }, { number: "asc" as const }],
    select: {
      year: true,
      number: true,
      submittedAt: true,
      isLate: true,
      withdrawnAt: true,
      receiptSha256: true,
      protocolNumber: true,
      protocolDate: true,
      pecReference: true,
      submittedBy: person,
      version: {
        select: {
          id: true,
          number: true,
          filename: true,
          objectSha256: true,
          author: person,
          createdAt: true,
        },
      },
    },
  },
  reviews: {
    orderBy: [{ decidedAt: "asc" as const }, { id: "asc" as const }],
    select: {
      round: true,
      step: true,
      decision: true,
      decidedAt: true,
      undoneAt: true,
      reviewer: person,
      standsInFor: person,
      version: { select: { number: true } },
    },
  },
  extensions: {
    orderBy: { grantedAt: "asc" as const },
    select: { newDueAt: true, grantedAt: true, reason: true },
  },
  _count: { select: { comments: true } },
};
