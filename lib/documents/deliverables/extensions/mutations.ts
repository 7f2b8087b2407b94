import "server-only";
import { findDeliverable, recordDeliverableEvent } from "@/lib/documents/deliverables/commands";
import { endRequest, extendTo } from "@/lib/documents/deliverables/extensions/commands";
import { assertLater } from "@/lib/documents/deliverables/extensions/lifecycle";
import type {
  AskExtension,
  DecideExtension,
  WithdrawExtension,
} from "@/lib/documents/deliverables/extensions/schema";
import { canExtendOrLock, canSubmit, exchangeVisibleTo } from "@/lib/documents/deliverables/policy";
import type { Extend } from "@/lib/documents/deliverables/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, sqlState } from "@/lib/platform/errors";
import { endOfRomeDay, romeDay } from "@/lib/platform/rome-time";

type Place = { id: string; slug: string };

/** Asks for a later day, with the reason; one request at a time. */
export async function askExtension(actor: Actor, input: AskExtension): Promise<Place> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canSubmit(actor, deliverable));
    const wantedDueAt = endOfRomeDay(input.wantedDay);
    assertLater(deliverable, wantedDueAt, { at: actor.at, field: "wantedDay" });
    try {
      await tx.extensionRequest.create({
        data: {
          deliverableId: deliverable.id,
          wantedDueAt,
          reason: input.askReason,
          askedById: actor.personId,
          askedAt: actor.at,
        },
        select: { id: true },
      });
    } catch (error) {
      if (sqlState(error) === "23505")
        throw new DomainError("deliverables.extensionAsked", {}, undefined, { cause: error });
      throw error;
    }
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: "documents.extensionAsked",
      data: { wantedDay: romeDay(wantedDueAt) },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/** Grants what a body asked for, that day or another, or refuses it and says why. */
export async function decideExtension(actor: Actor, input: DecideExtension): Promise<Place> {
  return inTransaction(async (tx) => {
    const { request, deliverable } = await findRequest(tx, actor, input.id);
    authorise(canExtendOrLock(actor, deliverable));
    const isGranted = input.extensionDecision === "GRANTED";
    const newDueAt = input.grantedDay ? endOfRomeDay(input.grantedDay) : request.wantedDueAt;
    if (isGranted && request.state === "OPEN")
      assertLater(deliverable, newDueAt, { at: actor.at, field: "grantedDay" });
    const end = { move: isGranted ? "grant" : "refuse", answer: input.answer } as const;
    if (!(await endRequest(tx, actor, { id: request.id }, end)))
      throw new DomainError("deliverables.extensionDecided", { state: request.state });
    if (isGranted) {
      const reason = input.answer || request.reason;
      await extendTo(tx, actor, deliverable, { newDueAt, reason, shown: deliverable.version });
    } else {
      await recordDeliverableEvent(tx, actor, deliverable, { kind: "documents.extensionRefused" });
    }
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/** Takes the request for more time back. */
export async function withdrawExtension(actor: Actor, input: WithdrawExtension): Promise<Place> {
  return inTransaction(async (tx) => {
    const { request, deliverable } = await findRequest(tx, actor, input.id);
    authorise(canSubmit(actor, deliverable));
    if (!(await endRequest(tx, actor, { id: request.id }, { move: "withdraw" })))
      throw new DomainError("deliverables.extensionDecided", { state: request.state });
    await recordDeliverableEvent(tx, actor, deliverable, { kind: "documents.extensionWithdrawn" });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/** Gives one body until the end of a later day without being asked; a request that waits is granted by it. */
export async function grantExtension(actor: Actor, input: Extend): Promise<Place> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canExtendOrLock(actor, deliverable));
    const newDueAt = endOfRomeDay(input.newDueDay);
    assertLater(deliverable, newDueAt, { at: actor.at, field: "newDueDay" });
    await extendTo(tx, actor, deliverable, { newDueAt, reason: input.reason, shown: input.version });
    await endRequest(tx, actor, { deliverableId: deliverable.id }, { move: "grant", answer: input.reason });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

async function findRequest(tx: Tx, actor: Actor, id: string) {
  const request = found(
    await tx.extensionRequest.findFirst({
      where: { id, deliverable: exchangeVisibleTo(actor) },
      select: { id: true, deliverableId: true, state: true, wantedDueAt: true, reason: true },
    }),
    "extension request",
  );
  return { request, deliverable: await findDeliverable(tx, actor, request.deliverableId) };
}
