import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { readSourceDate, type SourceDate } from "@/lib/platform/source-date";
import { visibleTo } from "@/lib/programmes/policy";

const byPosition = { orderBy: { position: "asc" } } as const;

const structure = {
  id: true,
  version: true,
  description: true,
  descriptionHtml: true,
  audience: true,
  commitment: true,
  costNote: true,
  slogan: true,
  lines: { ...byPosition, select: { id: true, position: true, title: true, aim: true, method: true } },
  phases: {
    ...byPosition,
    select: {
      id: true,
      position: true,
      code: true,
      title: true,
      description: true,
      actionLineId: true,
      begin: true,
      end: true,
      gatePhaseId: true,
      gateNote: true,
      place: true,
      costNote: true,
      hostNote: true,
      note: true,
    },
  },
  facts: {
    orderBy: [{ kind: "asc" }, { position: "asc" }],
    select: {
      id: true,
      kind: true,
      position: true,
      title: true,
      text: true,
      value: true,
      date: true,
      source: true,
    },
  },
  roles: {
    ...byPosition,
    select: {
      id: true,
      position: true,
      title: true,
      description: true,
      holder: true,
      organisationId: true,
      organisation: { select: { slug: true, name: true } },
    },
  },
  contacts: {
    ...byPosition,
    select: { id: true, position: true, office: true, phone: true, email: true, url: true, note: true },
  },
  joiningSteps: { ...byPosition, select: { id: true, position: true, title: true, description: true } },
} satisfies Prisma.ProgrammeSelect;

type Row = Prisma.ProgrammeGetPayload<{ select: typeof structure }>;
type Dated<T, Keys extends keyof T> = Omit<T, Keys> & Record<Keys, SourceDate | null>;

export type StructurePhase = Dated<Row["phases"][number], "begin" | "end">;
export type StructureFact = Dated<Row["facts"][number], "date">;
export type Structure = Omit<Row, "phases" | "facts"> & { phases: StructurePhase[]; facts: StructureFact[] };

/** Text, lines, phases, facts, roles, contacts and joining steps of a programme. */
export async function getStructure(actor: Actor, slug: string): Promise<Structure> {
  const row = found(
    await db.programme.findFirst({ where: { AND: [{ slug }, visibleTo(actor)] }, select: structure }),
    "programme",
  );
  return {
    ...row,
    phases: row.phases.map((phase) => ({
      ...phase,
      begin: readSourceDate(phase.begin),
      end: readSourceDate(phase.end),
    })),
    facts: row.facts.map((fact) => ({ ...fact, date: readSourceDate(fact.date) })),
  };
}
