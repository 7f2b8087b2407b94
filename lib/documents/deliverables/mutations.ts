import "server-only";
import { addVersionRow, ensureSpace, type StoredFile } from "@/lib/documents/commands";
import {
  type FoundDeliverable,
  findDeliverable,
  moveState,
  recordDeliverableEvent,
} from "@/lib/documents/deliverables/commands";
import { closesAt, isLateAt, isOpenFor } from "@/lib/documents/deliverables/due";
import { dropOpenRequest } from "@/lib/documents/deliverables/extensions/commands";
import { assertDraftOpen, assertNotLocked, moveDeliverable } from "@/lib/documents/deliverables/lifecycle";
import { canRelease, canSubmit } from "@/lib/documents/deliverables/policy";
import { assertMaterialRead, clearReady } from "@/lib/documents/deliverables/release/commands";
import { lastSent } from "@/lib/documents/deliverables/review/commands";
import type { AddDraft, MoveDeliverable, Submit } from "@/lib/documents/deliverables/schema";
import type { Actor } from "@/lib/platform/actor";
import { nextNumber } from "@/lib/platform/counter";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/queue";
import { romeDay } from "@/lib/platform/rome-time";

/** A deliverable that a draft is meant for, checked before its bytes are taken. */
export async function checkMayAddDraft(actor: Actor, id: string): Promise<FoundDeliverable> {
  const deliverable = await findDeliverable(db, actor, id);
  authorise(canSubmit(actor, deliverable));
  assertDraftOpen(deliverable.state);
  return deliverable;
}

/** Adds a version to the draft that the body shares; nobody else sees it until it is sent. */
export async function addDraft(
  actor: Actor,
  input: AddDraft,
  file: StoredFile,
): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.deliverable);
    authorise(canSubmit(actor, deliverable));
    assertDraftOpen(deliverable.state);
    const documentId = deliverable.documentId ?? (await makeDocument(tx, actor, deliverable, input.number));
    await addVersionRow(tx, actor, {
      documentId,
      number: input.number,
      note: input.note,
      onBehalfOfId: deliverable.organisationId,
      file,
    });
    await clearReady(tx, actor, deliverable.id);
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: "documents.draftAdded",
      data: { number: input.number },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

async function makeDocument(
  tx: Tx,
  actor: Actor,
  deliverable: FoundDeliverable,
  number: number,
): Promise<string> {
  const spaceId = await ensureSpace(tx, actor, {
    programmeId: deliverable.programmeId,
    organisationId: deliverable.organisationId,
    tableId: null,
  });
  const { id } = await tx.document.create({
    data: {
      spaceId,
      kind: "DELIVERABLE",
      title: deliverable.request.title,
      createdById: actor.personId,
      createdAt: actor.at,
    },
    select: { id: true },
  });
  const { count } = await tx.deliverable.updateMany({
    where: { id: deliverable.id, documentId: null },
    data: { documentId: id },
  });
  // Two first drafts at once: the second is told that number 1 is taken, and its document goes with the rollback.
  if (count === 0) throw new DomainError("documents.versionTaken", { number });
  return id;
}

/**
 * Sends the newest version of the draft: number in the year's register, time, late mark, receipt by a job. Refused
 * after the cut-off unless an extension runs. While an older version is reviewed it waits beside that one.
 */
export async function submitDeliverable(actor: Actor, input: Submit): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canRelease(actor, deliverable));
    assertNotLocked(deliverable.state);
    const isNewer = deliverable.state === "IN_REVIEW";
    const state = moveDeliverable(deliverable.state, isNewer ? "submitNewer" : "submit");
    const terms = { dueAt: deliverable.dueAt, cutOffAt: deliverable.request.cutOffAt };
    if (!isOpenFor(terms, actor.at))
      throw new DomainError("documents.cutOffPassed", { at: closesAt(terms) ?? terms.dueAt });
    const last = found(
      await tx.documentVersion.findFirst({
        where: { document: { deliverable: { id: deliverable.id } } },
        orderBy: { number: "desc" },
        select: {
          id: true,
          number: true,
          submissions: { where: { withdrawnAt: null }, select: { id: true } },
        },
      }),
      "version",
    );
    if (last.id !== input.versionId) throw new DomainError("documents.newerDraft", { number: last.number });
    // One that waited beside what was sent back was read by nobody: it may be the answer, and is sent again.
    const isKnown = isNewer || last.id === deliverable.reviewVersionId;
    if (last.submissions.length > 0 && isKnown)
      throw new DomainError("documents.alreadySent", { number: last.number });
    const isLate = isLateAt(terms, actor.at);
    await assertMaterialRead(tx, actor, deliverable.requestId);
    await dropOpenRequest(tx, actor, deliverable.id);
    await clearReady(tx, actor, deliverable.id);
    await moveState(tx, actor, deliverable, {
      shown: input.version,
      state,
      isLate: isNewer ? undefined : isLate,
    });
    const year = Number(romeDay(actor.at).slice(0, 4));
    const number = await nextNumber(tx, "submission", year);
    const submission = await tx.submission.create({
      data: {
        deliverableId: deliverable.id,
        versionId: last.id,
        year,
        number,
        submittedById: actor.personId,
        submittedAt: actor.at,
        isLate,
      },
      select: { id: true },
    });
    await enqueue(tx, "make-receipt", { submissionId: submission.id });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: isNewer ? "documents.newerSubmitted" : "documents.submitted",
      data: {
        submissionId: submission.id,
        year,
        number,
        late: isLate,
      },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/** Takes a submission back before the reviewer opened it. Its number stays used. */
export async function withdrawSubmission(
  actor: Actor,
  input: MoveDeliverable,
): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canSubmit(actor, deliverable));
    const state = moveDeliverable(deliverable.state, "withdraw");
    await moveState(tx, actor, deliverable, { shown: input.version, state, isLate: false });
    // Only what was sent last: what was reviewed before stays as it was.
    const { id } = await lastSent(tx, actor, deliverable.id);
    await tx.submission.update({ where: { id }, data: { withdrawnAt: actor.at }, select: { id: true } });
    await recordDeliverableEvent(tx, actor, deliverable, { kind: "documents.withdrawn" });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}
