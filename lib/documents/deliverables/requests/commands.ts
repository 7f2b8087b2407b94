import "server-only";
import { canRequestDeliverables } from "@/lib/documents/deliverables/policy";
import { inOrder } from "@/lib/documents/deliverables/requests/reviewers";
import { termsOf } from "@/lib/documents/deliverables/requests/terms";
import { type RequestDeliverable, reviewersOf } from "@/lib/documents/deliverables/schema";
import { commonSpace, documentVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

/** Asks bodies for a deliverable: one is made at once for each that owes it. `sessionId` is the session that asked for it. */
export async function createRequest(
  tx: Tx,
  actor: Actor,
  input: RequestDeliverable & { sessionId?: string },
): Promise<{ id: string; slug: string }> {
  const programme = found(
    await tx.programme.findFirst({
      where: { AND: [{ slug: input.programme }, programmeVisibleTo(actor)] },
      select: { id: true, slug: true },
    }),
    "programme",
  );
  authorise(canRequestDeliverables(actor, programme.id));
  const due = termsOf(input);
  if (due.dueAt <= actor.at) throw new DomainError("documents.dueInThePast", {}, "dueDay");
  await assertTemplate(tx, actor, input.templateDocumentId, programme.id);
  const reviewers = await checkReviewers(tx, actor, input, programme.id);
  const materials = await checkMaterials(tx, actor, input.materials, programme.id);
  const bodies = await owingBodies(tx, programme.id, input);
  // Serialises two requests made at once: positions have no gap and no double.
  await tx.$queryRaw`select 1 from programme where id = ${programme.id}::uuid for update`;
  const last = await tx.deliverableRequest.aggregate({
    where: { programmeId: programme.id },
    _max: { position: true },
  });
  const { id } = await tx.deliverableRequest.create({
    data: {
      programmeId: programme.id,
      position: (last._max.position ?? 0) + 1,
      title: input.title,
      instructions: input.instructions,
      ...due,
      templateDocumentId: input.templateDocumentId ?? null,
      owedByAll: input.owedBy === "all",
      releaseByReferent: input.releaseByReferent === "on",
      materials: { create: materials.map((documentId) => ({ documentId })) },
      sessionId: input.sessionId ?? null,
      createdAt: actor.at,
      reviewers: { create: inOrder(reviewers) },
      bodies:
        input.owedBy === "some"
          ? { create: bodies.map((organisationId) => ({ organisationId })) }
          : undefined,
      deliverables: {
        create: bodies.map((organisationId) => ({
          organisationId,
          dueAt: due.dueAt,
          stateSince: actor.at,
        })),
      },
    },
    select: { id: true },
  });
  await recordEvent(tx, actor, {
    kind: "documents.requestCreated",
    subject: { kind: "request", id },
    programmeId: programme.id,
    data: { bodies: bodies.length },
  });
  return { id, slug: programme.slug };
}

async function owingBodies(tx: Tx, programmeId: string, input: RequestDeliverable): Promise<string[]> {
  const enrolments = await tx.enrolment.findMany({
    where: {
      programmeId,
      state: { in: ["SELECTED", "ACTIVE"] },
      ...(input.owedBy === "some" ? { organisationId: { in: input.bodies } } : {}),
    },
    select: { organisationId: true },
  });
  if (input.owedBy === "some" && enrolments.length !== new Set(input.bodies).size) {
    throw new DomainError("documents.bodyNotInProgramme", {}, "bodies");
  }
  return enrolments.map((one) => one.organisationId);
}

/**
 * The chain of a request, in order.
 * @throws DomainError deliverables.notAReviewer for who is neither coordinator nor expert of the programme
 */
export async function checkReviewers(
  tx: Tx,
  actor: Actor,
  request: Parameters<typeof reviewersOf>[0],
  programmeId: string,
): Promise<string[]> {
  const named = reviewersOf(request);
  if (named.length === 0) return [];
  const held = await tx.roleAssignment.findMany({
    where: {
      personId: { in: named.map((one) => one.personId) },
      role: { in: ["COORDINATOR", "EXPERT"] },
      programmeId,
      fromAt: { lte: actor.at },
      OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
      person: { disabledAt: null },
    },
    select: { personId: true },
  });
  const reviewers = new Set(held.map((one) => one.personId));
  const stranger = named.find((one) => !reviewers.has(one.personId));
  if (stranger) throw new DomainError("deliverables.notAReviewer", {}, stranger.field);
  return named.map((one) => one.personId);
}

/** @throws DomainError deliverables.materialNotFound for what is not among the documents of the common space */
export async function checkMaterials(
  tx: Tx,
  actor: Actor,
  materials: readonly string[] | undefined,
  programmeId: string,
): Promise<string[]> {
  const ids = [...new Set(materials)];
  if (ids.length === 0) return [];
  await holdDocuments(tx, ids);
  const known = await tx.document.count({
    where: {
      AND: [
        { id: { in: ids }, kind: { not: "DELIVERABLE" }, space: commonSpace(programmeId) },
        documentVisibleTo(actor),
      ],
    },
  });
  if (known !== ids.length) throw new DomainError("deliverables.materialNotFound", {}, "materials");
  return ids;
}

/** Refuses a template that is not among the programme's documents. */
export async function assertTemplate(
  tx: Tx,
  actor: Actor,
  id: string | undefined,
  programmeId: string,
): Promise<void> {
  if (!id) return;
  await holdDocuments(tx, [id]);
  const template = await tx.document.findFirst({
    where: { AND: [{ id, space: commonSpace(programmeId) }, documentVisibleTo(actor)] },
    select: { id: true },
  });
  if (!template) throw new DomainError("documents.templateNotFound", {}, "templateDocumentId");
}

// Whoever removes one at this moment has to wait, and finds it needed.
async function holdDocuments(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`select 1 from document where id = any(${[...ids]}::uuid[]) order by id for share`;
}
