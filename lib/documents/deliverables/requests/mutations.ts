import "server-only";
import { canRequestDeliverables, requestVisibleTo } from "@/lib/documents/deliverables/policy";
import type { ChangeRequest, RequestDeliverable } from "@/lib/documents/deliverables/schema";
import { documentVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { endOfRomeDay, romeInstant } from "@/lib/platform/rome-time";
import { assertUnchanged } from "@/lib/platform/stale";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

type Terms = Pick<RequestDeliverable, "dueDay" | "dueTime" | "cutOffDay">;

function terms({ dueDay, dueTime, cutOffDay }: Terms): { dueAt: Date; cutOffAt: Date | null } {
  // 23:59 means the whole day: until its last second.
  const dueAt = dueTime === "23:59" ? endOfRomeDay(dueDay) : romeInstant(dueDay, dueTime);
  return { dueAt, cutOffAt: cutOffDay ? endOfRomeDay(cutOffDay) : null };
}

/** Asks bodies for a deliverable: one is made at once for each that owes it. */
export async function requestDeliverable(
  actor: Actor,
  input: RequestDeliverable,
): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ slug: input.programme }, programmeVisibleTo(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    authorise(canRequestDeliverables(actor, programme.id));
    const due = terms(input);
    if (due.dueAt <= actor.at) throw new DomainError("documents.dueInThePast", {}, "dueDay");
    await assertTemplate(tx, actor, input.templateDocumentId, programme.id);
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
        createdAt: actor.at,
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
  });
}

/** Changes a request. Bodies without an extension follow its new due moment; those with one keep theirs. */
export async function changeRequest(
  actor: Actor,
  input: ChangeRequest,
): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const request = found(
      await tx.deliverableRequest.findFirst({
        where: { AND: [{ id: input.id }, requestVisibleTo(actor)] },
        select: { id: true, programmeId: true, dueAt: true, programme: { select: { slug: true } } },
      }),
      "request",
    );
    authorise(canRequestDeliverables(actor, request.programmeId));
    await assertTemplate(tx, actor, input.templateDocumentId, request.programmeId);
    const due = terms(input);
    const { count } = await tx.deliverableRequest.updateMany({
      where: { id: input.id, version: input.version },
      data: {
        title: input.title,
        instructions: input.instructions,
        ...due,
        templateDocumentId: input.templateDocumentId ?? null,
        version: { increment: 1 },
      },
    });
    await assertUnchanged(tx, count, { kind: "request", id: input.id });
    await tx.deliverable.updateMany({
      where: { requestId: input.id, extensions: { none: {} } },
      data: { dueAt: due.dueAt },
    });
    await recordEvent(tx, actor, {
      kind: "documents.requestChanged",
      subject: { kind: "request", id: input.id },
      programmeId: request.programmeId,
      data: { dueMoved: due.dueAt.getTime() !== request.dueAt.getTime() },
    });
    return { id: input.id, slug: request.programme.slug };
  });
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

async function assertTemplate(
  tx: Tx,
  actor: Actor,
  id: string | undefined,
  programmeId: string,
): Promise<void> {
  if (!id) return;
  const template = await tx.document.findFirst({
    where: { AND: [{ id, space: { programmeId, organisationId: null } }, documentVisibleTo(actor)] },
    select: { id: true },
  });
  if (!template) throw new DomainError("documents.templateNotFound", {}, "templateDocumentId");
}
