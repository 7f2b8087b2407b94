import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import type { EnrolmentState } from "@/lib/platform/db/generated/enums";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { type NewEvent, recordEvent } from "@/lib/platform/events";
import { transition } from "@/lib/platform/moves";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { assertUnchanged } from "@/lib/platform/stale";
import type { MoveEnrolment } from "@/lib/programmes/enrolments/schema";
import { type EnrolmentMove, enrolmentTransitions } from "@/lib/programmes/lifecycle";
import { canSelectBodies, enrolmentsVisibleTo } from "@/lib/programmes/policy";

const recorded: Record<EnrolmentMove, NewEvent["kind"]> = {
  assess: "programmes.bodyAssessed",
  select: "programmes.bodySelected",
  putOnWaitingList: "programmes.bodyPutOnWaitingList",
  refuse: "programmes.bodyRefused",
  activate: "programmes.bodyActivated",
  conclude: "programmes.bodyConcluded",
  withdraw: "programmes.bodyWithdrawn",
};

export type MovedEnrolment = {
  programmeId: string;
  organisationId: string;
  slug: string;
  state: EnrolmentState;
};

/**
 * Moves the enrolment of a body from state to state. A selection records who agreed, and is refused when nobody did.
 * @throws DomainError programmes.nobodyAgreed
 */
export async function moveEnrolment(tx: Tx, actor: Actor, input: MoveEnrolment): Promise<MovedEnrolment> {
  const enrolment = found(
    await tx.enrolment.findFirst({
      where: { AND: [{ id: input.enrolmentId }, enrolmentsVisibleTo(actor)] },
      select: {
        id: true,
        state: true,
        programmeId: true,
        organisationId: true,
        programme: { select: { slug: true } },
        consents: { select: { onBehalfOf: true } },
      },
    }),
    "enrolment",
  );
  const { programmeId, organisationId } = enrolment;
  authorise(canSelectBodies(actor, { id: programmeId }));
  const state = transition("programmes", enrolmentTransitions, enrolment.state, input.move);
  const today = fromDateOnly(romeDay(actor.at));
  if (input.move === "select") {
    if (enrolment.consents.length === 0 && input.agreed.length === 0)
      throw new DomainError("programmes.nobodyAgreed", {}, "agreed");
    await tx.selectionConsent.createMany({
      data: input.agreed.map((onBehalfOf) => ({ enrolmentId: enrolment.id, onBehalfOf, agreedOn: today })),
      skipDuplicates: true,
    });
  }
  const { count } = await tx.enrolment.updateMany({
    where: { id: enrolment.id, state: enrolment.state, version: input.version },
    data: {
      state,
      version: { increment: 1 },
      ...(input.move === "select" ? { selectedOn: today } : {}),
      ...(input.reason ? { note: input.reason } : {}),
    },
  });
  await assertUnchanged(tx, count, { kind: "enrolment", id: enrolment.id });
  await recordEvent(tx, actor, {
    kind: recorded[input.move],
    subject: { kind: "enrolment", id: enrolment.id },
    programmeId,
    organisationId,
    data: { from: enrolment.state, to: state },
  });
  return { programmeId, organisationId, slug: enrolment.programme.slug, state };
}
