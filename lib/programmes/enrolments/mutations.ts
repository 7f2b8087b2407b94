import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found, sqlState } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import type { AddBody, AgreeToSelection } from "@/lib/programmes/enrolments/schema";
import {
  canAgreeToSelection,
  canSelectBodies,
  enrolmentsVisibleTo,
  visibleTo,
} from "@/lib/programmes/policy";

/** Enters the application of a body, as it reached the coordinator. */
export async function addBody(actor: Actor, input: AddBody): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ id: input.programmeId }, visibleTo(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    authorise(canSelectBodies(actor, programme));
    const body = await tx.organisation.findUnique({
      where: { id: input.organisationId },
      select: { id: true },
    });
    if (!body) throw new DomainError("chooseOne", {}, "organisationId");
    try {
      const { id } = await tx.enrolment.create({
        data: {
          programmeId: programme.id,
          organisationId: body.id,
          appliedOn: fromDateOnly(input.appliedOn ?? romeDay(actor.at)),
          note: input.note,
        },
        select: { id: true },
      });
      await recordEvent(tx, actor, {
        kind: "programmes.bodyAdded",
        subject: { kind: "enrolment", id },
        programmeId: programme.id,
        organisationId: body.id,
      });
      return { id, slug: programme.slug };
    } catch (error) {
      if (sqlState(error) === "23505")
        throw new DomainError("programmes.bodyEnrolledAlready", {}, "organisationId");
      throw error;
    }
  });
}

/** Somebody of the client or the faculty agrees to a selection, before or after the coordinator makes it. */
export async function agreeToSelection(
  actor: Actor,
  input: AgreeToSelection,
): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const enrolment = found(
      await tx.enrolment.findFirst({
        where: { AND: [{ id: input.enrolmentId }, enrolmentsVisibleTo(actor)] },
        select: {
          id: true,
          state: true,
          programmeId: true,
          organisationId: true,
          programme: { select: { slug: true } },
        },
      }),
      "enrolment",
    );
    authorise(canAgreeToSelection(actor, { id: enrolment.programmeId }));
    if (!["UNDER_ASSESSMENT", "WAITING", "SELECTED"].includes(enrolment.state)) {
      throw new DomainError("programmes.nothingToAgree");
    }
    const { count } = await tx.selectionConsent.createMany({
      data: [
        {
          enrolmentId: enrolment.id,
          onBehalfOf: input.onBehalfOf,
          personId: actor.personId,
          agreedOn: fromDateOnly(romeDay(actor.at)),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0)
      throw new DomainError("programmes.agreedAlready", { who: input.onBehalfOf }, "onBehalfOf");
    await recordEvent(tx, actor, {
      kind: "programmes.selectionAgreed",
      subject: { kind: "enrolment", id: enrolment.id },
      programmeId: enrolment.programmeId,
      organisationId: enrolment.organisationId,
    });
    return { id: enrolment.id, slug: enrolment.programme.slug };
  });
}
