import "server-only";
import { registerObject } from "@/lib/documents/commands";
import { makeReceipt } from "@/lib/documents/deliverables/document";
import { lockAfterHours, moveDeliverable } from "@/lib/documents/deliverables/lifecycle";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { isLocale } from "@/lib/platform/i18n/routing";
import { enqueue } from "@/lib/platform/jobs/queue";
import { putObject } from "@/lib/platform/storage/storage";

/** Makes and stores the receipt of a submission, in the language of who sent it. Repeating it changes nothing. */
export async function makeReceiptOf(actor: Actor, { submissionId }: { submissionId: string }): Promise<void> {
  authorise(actor.kind === "system");
  const submission = await db.submission.findUnique({
    where: { id: submissionId },
    select: {
      year: true,
      number: true,
      submittedAt: true,
      isLate: true,
      receiptSha256: true,
      protocolNumber: true,
      protocolDate: true,
      pecReference: true,
      submittedBy: { select: { givenName: true, familyName: true, locale: true } },
      version: { select: { number: true, filename: true, size: true, objectSha256: true } },
      deliverable: {
        select: {
          dueAt: true,
          organisation: { select: { name: true } },
          request: { select: { title: true, programme: { select: { title: true } } } },
        },
      },
    },
  });
  if (!submission || submission.receiptSha256) return;
  const { submittedBy: person, version, deliverable } = submission;
  const asked = person?.locale ?? "it";
  const bytes = await makeReceipt(
    {
      ...submission,
      dueAt: deliverable.dueAt,
      programme: deliverable.request.programme.title,
      request: deliverable.request.title,
      body: deliverable.organisation.name,
      person: person ? `${person.givenName} ${person.familyName}` : "",
      filename: version.filename,
      fileVersion: version.number,
      size: Number(version.size),
      sha256: version.objectSha256,
      protocol: {
        number: submission.protocolNumber,
        date: submission.protocolDate,
        pec: submission.pecReference,
      },
    },
    isLocale(asked) ? asked : "it",
  );
  const stored = await putObject(bytes);
  await inTransaction(async (tx) => {
    await registerObject(tx, actor, stored);
    await tx.submission.updateMany({
      where: { id: submissionId, receiptSha256: null },
      data: { receiptSha256: stored.sha256 },
    });
  });
}

/** Locks what was approved a day ago or more. @returns how many */
export async function lockApproved(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const before = new Date(actor.at.getTime() - lockAfterHours * 3_600_000);
  const due = await db.deliverable.findMany({
    where: { state: "APPROVED", stateSince: { lte: before } },
    take: 500,
    select: { id: true, organisationId: true, request: { select: { programmeId: true } } },
  });
  for (const deliverable of due) {
    await inTransaction(async (tx) => {
      const { count } = await tx.deliverable.updateMany({
        where: { id: deliverable.id, state: "APPROVED", stateSince: { lte: before } },
        data: { state: moveDeliverable("APPROVED", "lock"), stateSince: actor.at, version: { increment: 1 } },
      });
      // Somebody undid the approval between reading and locking: then there is nothing to lock.
      if (count === 0) return;
      await recordEvent(tx, actor, {
        kind: "documents.locked",
        subject: { kind: "deliverable", id: deliverable.id },
        programmeId: deliverable.request.programmeId,
        organisationId: deliverable.organisationId,
      });
      await enqueue(tx, "make-register", { deliverableId: deliverable.id });
    });
  }
  await planMissingRegisters(actor);
  return due.length;
}

/** Puts what is missing of the registers into the queue: of deliverables that were locked before there were any. */
async function planMissingRegisters(actor: Actor): Promise<void> {
  const before = new Date(actor.at.getTime() - 3_600_000);
  const missing = await db.deliverable.findMany({
    where: { state: "LOCKED", registerSha256: null, stateSince: { lte: before } },
    orderBy: { id: "asc" },
    take: 500,
    select: { id: true },
  });
  await inTransaction(async (tx) => {
    for (const { id } of missing)
      await enqueue(tx, "make-register", { deliverableId: id }, { key: `register:${id}` });
  });
}
