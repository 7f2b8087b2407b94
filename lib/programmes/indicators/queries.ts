import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { type Figure, lastReadings, type Reading, sumUp } from "@/lib/programmes/indicators/figures";
import { indicatorsVisibleTo } from "@/lib/programmes/policy";

const columns = {
  id: true,
  programmeId: true,
  position: true,
  title: true,
  description: true,
  unit: true,
  isShare: true,
  isPublic: true,
  target: true,
  targetOn: true,
  version: true,
  measurements: {
    select: {
      id: true,
      organisationId: true,
      observedOn: true,
      value: true,
      total: true,
      source: true,
      organisation: { select: { shortName: true } },
    },
    orderBy: [{ observedOn: "desc" }, { id: "asc" }],
    take: 2000,
  },
} satisfies Prisma.IndicatorSelect;

type Row = Prisma.IndicatorGetPayload<{ select: typeof columns }>;

export type Indicator = Omit<Row, "measurements" | "target"> & {
  target: number | null;
  /** every reading, the last first */
  readings: Reading[];
  /** the last reading of each body */
  last: Reading[];
  figure: Figure;
};

/** The indicators of a programme with their readings, as far as the actor may see them. */
export async function listIndicators(actor: Actor, programmeId: string): Promise<Indicator[]> {
  const rows = await db.indicator.findMany({
    where: { AND: [{ programmeId }, indicatorsVisibleTo(actor)] },
    select: columns,
    orderBy: { position: "asc" },
  });
  return rows.map(toIndicator);
}

/** One indicator with its readings. */
export async function getIndicator(actor: Actor, id: string): Promise<Indicator> {
  const row = await db.indicator.findFirst({
    where: { AND: [{ id }, indicatorsVisibleTo(actor)] },
    select: columns,
  });
  return toIndicator(found(row, "indicator"));
}

/** Indicators by their identifiers, for outcomes that show one. */
export async function findIndicators(actor: Actor, ids: readonly string[]): Promise<Map<string, Indicator>> {
  if (ids.length === 0) return new Map();
  const rows = await db.indicator.findMany({
    where: { AND: [{ id: { in: [...ids] } }, indicatorsVisibleTo(actor)] },
    select: columns,
  });
  return new Map(rows.map((row) => [row.id, toIndicator(row)]));
}

function toIndicator({ measurements, target, ...row }: Row): Indicator {
  const readings = measurements.map(({ organisation, value, total, ...one }) => ({
    ...one,
    body: organisation?.shortName ?? null,
    value: value === null ? null : Number(value),
    total: total === null ? null : Number(total),
  }));
  const last = lastReadings(readings);
  return {
    ...row,
    target: target === null ? null : Number(target),
    readings,
    last,
    figure: sumUp(last, row.isShare),
  };
}
