import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { type NewEvent, recordEvent } from "@/lib/platform/events";
import { fromDateOnly } from "@/lib/platform/rome-time";
import { assertUnchanged } from "@/lib/platform/stale";
import type {
  AddIndicator,
  EditIndicator,
  RecordMeasurements,
  RemoveIndicator,
  RemoveMeasurement,
} from "@/lib/programmes/indicators/schema";
import { partakingStates } from "@/lib/programmes/lifecycle";
import { canEditOutcomes, indicatorsVisibleTo, visibleTo } from "@/lib/programmes/policy";

type Done = { id: string; slug: string };

/** Adds an indicator after the others. */
export async function addIndicator(actor: Actor, input: AddIndicator): Promise<Done> {
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ id: input.programmeId }, visibleTo(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    authorise(canEditOutcomes(actor, programme));
    // Two who add at once take turns.
    await tx.$executeRaw`select 1 from programme where id = ${programme.id}::uuid for update`;
    const last = await tx.indicator.aggregate({
      where: { programmeId: programme.id },
      _max: { position: true },
    });
    const { id } = await tx.indicator.create({
      data: { programmeId: programme.id, position: (last._max.position ?? 0) + 1, ...columns(input) },
      select: { id: true },
    });
    await record(tx, actor, { id, programmeId: programme.id }, { kind: "programmes.indicatorAdded" });
    return { id, slug: programme.slug };
  });
}

/** Changes what is measured; the measurements stay. */
export async function editIndicator(actor: Actor, input: EditIndicator): Promise<Done> {
  return inTransaction(async (tx) => {
    const indicator = await findEditable(tx, actor, input.id);
    const { count } = await tx.indicator.updateMany({
      where: { id: input.id, version: input.version },
      data: { ...columns(input), version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "indicator", id: input.id });
    await record(tx, actor, indicator, { kind: "programmes.indicatorEdited" });
    return { id: indicator.id, slug: indicator.programme.slug };
  });
}

/** Removes an indicator with its measurements; outcomes that showed it stay without it. */
export async function removeIndicator(actor: Actor, input: RemoveIndicator): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const indicator = await findEditable(tx, actor, input.id);
    const { count } = await tx.indicator.deleteMany({ where: { id: input.id, version: input.version } });
    await assertUnchanged(tx, count, { kind: "indicator", id: input.id });
    await record(tx, actor, indicator, { kind: "programmes.indicatorRemoved" });
    return { slug: indicator.programme.slug };
  });
}

/**
 * Enters the figures of one day: one for each body that takes part, or one for the whole. A figure of that day already
 * entered is replaced; an empty one says "not received".
 */
export async function recordMeasurements(actor: Actor, input: RecordMeasurements): Promise<Done> {
  return inTransaction(async (tx) => {
    const indicator = await findEditable(tx, actor, input.indicatorId);
    const bodies = input.rows.flatMap(({ organisationId }) => (organisationId ? [organisationId] : []));
    const enrolled = await tx.enrolment.count({
      where: {
        programmeId: indicator.programmeId,
        organisationId: { in: bodies },
        state: { in: [...partakingStates, "WITHDRAWN"] },
      },
    });
    if (enrolled !== bodies.length) throw new DomainError("chooseOne", {}, "rows");
    const observedOn = fromDateOnly(input.observedOn);
    await tx.measurement.deleteMany({
      where: {
        indicatorId: indicator.id,
        observedOn,
        OR: [
          { organisationId: { in: bodies } },
          ...(bodies.length < input.rows.length ? [{ organisationId: null }] : []),
        ],
      },
    });
    await tx.measurement.createMany({
      data: input.rows.map(({ organisationId, value, total }) => ({
        indicatorId: indicator.id,
        organisationId: organisationId ?? null,
        observedOn,
        value,
        total: indicator.isShare ? total : null,
        source: input.source,
        createdAt: actor.at,
      })),
    });
    await record(tx, actor, indicator, {
      kind: "programmes.measurementsRecorded",
      data: { figures: input.rows.length },
    });
    return { id: indicator.id, slug: indicator.programme.slug };
  });
}

/** Takes a figure out that was entered by mistake. */
export async function removeMeasurement(actor: Actor, input: RemoveMeasurement): Promise<Done> {
  return inTransaction(async (tx) => {
    const measurement = found(
      await tx.measurement.findUnique({ where: { id: input.id }, select: { id: true, indicatorId: true } }),
      "measurement",
    );
    const indicator = await findEditable(tx, actor, measurement.indicatorId);
    await tx.measurement.delete({ where: { id: measurement.id } });
    await record(tx, actor, indicator, { kind: "programmes.measurementRemoved" });
    return { id: indicator.id, slug: indicator.programme.slug };
  });
}

async function findEditable(tx: Tx, actor: Actor, id: string) {
  const indicator = found(
    await tx.indicator.findFirst({
      where: { AND: [{ id }, indicatorsVisibleTo(actor)] },
      select: { id: true, programmeId: true, isShare: true, programme: { select: { slug: true } } },
    }),
    "indicator",
  );
  authorise(canEditOutcomes(actor, { id: indicator.programmeId }));
  return indicator;
}

function columns(input: AddIndicator | EditIndicator) {
  return {
    title: input.title,
    description: input.description,
    unit: input.unit,
    isShare: input.isShare,
    target: input.target,
    targetOn: input.targetOn ? fromDateOnly(input.targetOn) : null,
    isPublic: input.isPublic,
  };
}

async function record(
  tx: Tx,
  actor: Actor,
  indicator: { id: string; programmeId: string },
  event: Pick<NewEvent, "kind" | "data">,
): Promise<void> {
  const { id, programmeId } = indicator;
  await recordEvent(tx, actor, { ...event, subject: { kind: "indicator", id }, programmeId });
}
