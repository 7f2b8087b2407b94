import "server-only";
import { oweOpenRequests } from "@/lib/documents/commands";
import { copyStructure } from "@/lib/documents/structure/commands";
import { copyStructure as copyCategories } from "@/lib/forum/commands";
import { invite } from "@/lib/people/invitations/commands";
import { appointCoordinator } from "@/lib/people/roles/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { copyProgramme, openDraft } from "@/lib/programmes/commands";
import { moveEnrolment } from "@/lib/programmes/enrolments/commands";
import type { MoveEnrolment } from "@/lib/programmes/enrolments/schema";
import { getEditionPlan } from "@/lib/programmes/queries";
import type { CloneProgramme, CreateProgramme } from "@/lib/programmes/schema";
import { copySessions } from "@/lib/sessions/commands";

/** Opens a programme as a draft and names its first coordinator, who is invited when not known yet. */
export async function createProgramme(actor: Actor, input: CreateProgramme): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const programme = await openDraft(tx, actor, input);
    await nameCoordinator(tx, actor, programme.id, input);
    return { slug: programme.slug };
  });
}

/**
 * A new edition of a programme, as a draft: its structure with every date moved from the new start. The plan is made
 * again here, from the programme as it is now.
 */
export async function cloneProgramme(actor: Actor, input: CloneProgramme): Promise<{ slug: string }> {
  const { source, plan } = await getEditionPlan(actor, { slug: input.source, start: input.start });
  return inTransaction(async (tx) => {
    const copy = await copyProgramme(tx, actor, { ...input, sourceId: source.id, plan });
    await copyCategories(tx, actor, { from: source.id, to: copy.id });
    const sessions = await copySessions(tx, actor, {
      fromProgrammeId: source.id,
      toProgrammeId: copy.id,
      phases: copy.phases,
      times: new Map(plan.sessions.map(({ id, starts, endsAt }) => [id, { startsAt: starts.moved, endsAt }])),
    });
    await copyStructure(tx, actor, {
      from: source.id,
      to: copy.id,
      sessions,
      due: new Map(
        plan.requests.map(({ id, due, cutOff }) => [
          id,
          { dueAt: due.moved, cutOffAt: cutOff?.moved ?? null },
        ]),
      ),
    });
    await nameCoordinator(tx, actor, copy.id, input);
    return { slug: copy.slug };
  });
}

/** Moves the enrolment of a body. From its selection on it owes what the programme still asks of all. */
export async function moveBody(actor: Actor, input: MoveEnrolment): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const { programmeId, organisationId, slug, state } = await moveEnrolment(tx, actor, input);
    if (state === "SELECTED" || state === "ACTIVE")
      await oweOpenRequests(tx, actor, { programmeId, organisationId });
    return { id: input.enrolmentId, slug };
  });
}

type Coordinator = Pick<
  CreateProgramme,
  "coordinatorEmail" | "coordinatorGivenName" | "coordinatorFamilyName"
>;

async function nameCoordinator(tx: Tx, actor: Actor, programmeId: string, input: Coordinator): Promise<void> {
  const person = await tx.person.findFirst({
    where: { email: input.coordinatorEmail, disabledAt: null },
    select: { id: true },
  });
  if (person) return appointCoordinator(tx, actor, { programmeId, personId: person.id });
  await invite(tx, actor, {
    email: input.coordinatorEmail,
    givenName: input.coordinatorGivenName ?? undefined,
    familyName: input.coordinatorFamilyName ?? undefined,
    locale: "it",
    role: "COORDINATOR",
    programmeId,
  });
}
