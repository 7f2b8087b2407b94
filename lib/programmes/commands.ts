import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma, Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, sqlState } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { jsonDate } from "@/lib/platform/json-date";
import { renderMarkdown } from "@/lib/platform/markdown";
import { readSourceDate, shiftSourceDate } from "@/lib/platform/source-date";
import { assertUnchanged } from "@/lib/platform/stale";
import type { ClonePlan } from "@/lib/programmes/clone";
import { canClone, canCreate, canEdit, visibleTo } from "@/lib/programmes/policy";
import type { CreateProgramme } from "@/lib/programmes/schema";

/**
 * Takes the programme for an edit of its text or of one of its lists: checks the right and that the form is not older
 * than the last edit.
 * @throws StaleError with who changed it last
 */
export async function takeForEdit(
  tx: Tx,
  actor: Actor,
  input: { programmeId: string; version: number },
): Promise<{ id: string; slug: string; promoterId: string }> {
  const programme = found(
    await tx.programme.findFirst({
      where: { AND: [{ id: input.programmeId }, visibleTo(actor)] },
      select: { id: true, slug: true, promoterId: true },
    }),
    "programme",
  );
  authorise(canEdit(actor, programme));
  const { count } = await tx.programme.updateMany({
    where: { id: programme.id, version: input.version },
    data: { version: { increment: 1 } },
  });
  await assertUnchanged(tx, count, { kind: "programme", id: programme.id });
  return programme;
}

/** Opens a programme as a draft of the manager's organisation. Its coordinator is named by who calls this. */
export async function openDraft(
  tx: Tx,
  actor: Actor,
  input: Pick<CreateProgramme, "promoterId" | "slug" | "title" | "shortTitle" | "summary" | "description">,
): Promise<{ id: string; slug: string; promoterId: string }> {
  authorise(canCreate(actor, input.promoterId));
  const promoter = found(
    await tx.organisation.findUnique({ where: { id: input.promoterId }, select: { isDemo: true } }),
    "organisation",
  );
  const programme = await withFreeSlug(() =>
    tx.programme.create({
      data: {
        promoterId: input.promoterId,
        slug: input.slug,
        title: input.title,
        shortTitle: input.shortTitle,
        summary: input.summary,
        description: input.description,
        descriptionHtml: renderMarkdown(input.description).html,
        isDemo: promoter.isDemo,
        createdAt: actor.at,
      },
      select: { id: true, slug: true, promoterId: true },
    }),
  );
  await recordEvent(tx, actor, {
    kind: "programmes.created",
    subject: { kind: "programme", id: programme.id },
    programmeId: programme.id,
    organisationId: input.promoterId,
  });
  return programme;
}

export type CopiedProgramme = {
  id: string;
  slug: string;
  promoterId: string;
  phases: ReadonlyMap<string, string>;
};

/**
 * A new draft with the structure of an old programme and the dates of the plan: text, lines, phases, roles without who
 * held them, joining steps, indicators. Never bodies, people, contacts, outcomes or measurements.
 */
export async function copyProgramme(
  tx: Tx,
  actor: Actor,
  input: { sourceId: string; slug: string; title: string; shortTitle: string; plan: ClonePlan },
): Promise<CopiedProgramme> {
  const source = found(
    await tx.programme.findFirst({
      where: { AND: [{ id: input.sourceId }, visibleTo(actor)] },
      include: {
        lines: { orderBy: { position: "asc" } },
        phases: { orderBy: { position: "asc" } },
        roles: { orderBy: { position: "asc" } },
        joiningSteps: { orderBy: { position: "asc" } },
        indicators: { orderBy: { position: "asc" } },
      },
    }),
    "programme",
  );
  authorise(canClone(actor, source));
  const moved = (value: unknown) => {
    const date = readSourceDate(value);
    return date && shiftSourceDate(date, input.plan.shift);
  };
  const copy = await withFreeSlug(() =>
    tx.programme.create({
      data: {
        slug: input.slug,
        title: input.title,
        shortTitle: input.shortTitle,
        summary: source.summary,
        description: source.description,
        descriptionHtml: renderMarkdown(source.description).html,
        lang: source.lang,
        audience: source.audience,
        commitment: source.commitment,
        costNote: source.costNote,
        slogan: source.slogan,
        begin: jsonDate(moved(source.begin)),
        end: jsonDate(moved(source.end)),
        promoterId: source.promoterId,
        isDemo: source.isDemo,
        clonedFromId: source.id,
        createdAt: actor.at,
        roles: {
          create: source.roles.map(({ position, title, description }) => ({ position, title, description })),
        },
        joiningSteps: {
          create: source.joiningSteps.map(({ position, title, description }) => ({
            position,
            title,
            description,
          })),
        },
        indicators: {
          create: source.indicators.map(({ position, title, description, unit, isShare, isPublic }) => ({
            position,
            title,
            description,
            unit,
            isShare,
            isPublic,
          })),
        },
      },
      select: { id: true, slug: true, promoterId: true },
    }),
  );
  const phases = await copyPhases(tx, copy.id, source, input.plan);
  await recordEvent(tx, actor, {
    kind: "programmes.cloned",
    subject: { kind: "programme", id: copy.id },
    programmeId: copy.id,
    organisationId: copy.promoterId,
    data: { from: source.id, start: input.plan.start.day },
  });
  return { ...copy, phases };
}

type Structure = Prisma.ProgrammeGetPayload<{ include: { lines: true; phases: true } }>;

async function copyPhases(
  tx: Tx,
  programmeId: string,
  source: Structure,
  plan: ClonePlan,
): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  for (const { id, position, title, aim, method } of source.lines) {
    const data = { programmeId, position, title, aim, method };
    lines.set(id, (await tx.actionLine.create({ data, select: { id: true } })).id);
  }
  const phases = new Map<string, string>();
  for (const phase of source.phases) {
    const dates = plan.phases.find(({ id }) => id === phase.id);
    const { id } = await tx.phase.create({
      data: {
        programmeId,
        actionLineId: phase.actionLineId ? (lines.get(phase.actionLineId) ?? null) : null,
        position: phase.position,
        code: phase.code,
        title: phase.title,
        description: phase.description,
        begin: jsonDate(dates?.begin?.moved ?? null),
        end: jsonDate(dates?.end?.moved ?? null),
        gateNote: phase.gateNote,
        place: phase.place,
        costNote: phase.costNote,
        hostNote: phase.hostNote,
      },
      select: { id: true },
    });
    phases.set(phase.id, id);
  }
  // A gate may stand on a phase that comes later in the list.
  for (const { id, gatePhaseId } of source.phases) {
    const gate = gatePhaseId ? phases.get(gatePhaseId) : undefined;
    if (gate) await tx.phase.update({ where: { id: phases.get(id) as string }, data: { gatePhaseId: gate } });
  }
  return phases;
}

async function withFreeSlug<T>(create: () => Promise<T>): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (sqlState(error) === "23505") throw new DomainError("programmes.slugTaken", {}, "slug");
    throw error;
  }
}
