import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import type { EnrolmentState, ProgrammeState, StateOrigin } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { usesProgramme } from "@/lib/platform/page-cache/scope";
import { readSourceDate, type SourceDate, shiftSourceDate } from "@/lib/platform/source-date";
import type { Closures } from "@/lib/platform/working-days";
import { type ClonePlan, planClone } from "@/lib/programmes/clone";
import {
  canClone,
  canEdit,
  canEnter,
  enrolmentsVisibleTo,
  visibleTo,
  workedOnBy,
} from "@/lib/programmes/policy";

const headColumns = {
  id: true,
  slug: true,
  title: true,
  shortTitle: true,
  summary: true,
  lang: true,
  state: true,
  stateSince: true,
  stateOrigin: true,
  stateReason: true,
  begin: true,
  end: true,
  promoterId: true,
  sourceTitle: true,
  isArchiveOfSource: true,
  isDemo: true,
  version: true,
  updatedAt: true,
  promoter: { select: { slug: true, name: true, shortName: true } },
  clonedFrom: { select: { slug: true, shortTitle: true, state: true, begin: true } },
} satisfies Prisma.ProgrammeSelect;

type HeadRow = Prisma.ProgrammeGetPayload<{ select: typeof headColumns }>;

/** What every page of a programme shows in its head. */
export type ProgrammeHead = Omit<HeadRow, "stateSince" | "begin" | "end" | "clonedFrom"> & {
  state: ProgrammeState;
  stateOrigin: StateOrigin;
  stateSince: SourceDate | null;
  begin: SourceDate | null;
  end: SourceDate | null;
  clonedFrom: { slug: string; shortTitle: string; begin: SourceDate | null } | null;
};

/** A programme by its address, or null where it does not exist for this actor; a page and its title ask once. */
export const findProgrammeBySlug = cache(
  async (actor: Actor, slug: string): Promise<ProgrammeHead | null> => {
    const row = await db.programme.findFirst({
      where: { AND: [{ slug }, visibleTo(actor)] },
      select: headColumns,
    });
    if (row) usesProgramme(row.id);
    return row && toHead(row);
  },
);

/** A programme by its address. */
export async function getProgramme(actor: Actor, slug: string): Promise<ProgrammeHead> {
  return found(await findProgrammeBySlug(actor, slug), "programme");
}

/** A programme for its reserved pages: closed to those who have no part in it. */
export async function getAreaProgramme(actor: Actor, slug: string): Promise<ProgrammeHead> {
  const programme = await getProgramme(actor, slug);
  authorise(canEnter(actor, programme), "programme area");
  return programme;
}

/** `workedOnBy` of the policy as a condition on the table `programme`, for statements written by hand. */
export function isWorkedOnBy(actor: Actor): Prisma.Sql {
  if (actor.has("ADMINISTRATOR")) return Prisma.sql`true`;
  const managed = actor.organisationsWith(["PROGRAMME_MANAGER"]);
  const joined = actor.programmesWith("COORDINATOR", "EXPERT", "OBSERVER", "REFERENT", "STAFF");
  return Prisma.sql`(
    (programme.id = any(${joined}::uuid[]) or programme.promoter_id = any(${managed}::uuid[]))
    and (programme.state <> 'DRAFT' or programme.id = any(${actor.programmesWith("COORDINATOR")}::uuid[])
      or programme.promoter_id = any(${managed}::uuid[])))`;
}

export type Body = {
  enrolmentId: string;
  organisationId: string;
  slug: string;
  name: string;
  shortName: string;
  city: string | null;
  state: EnrolmentState;
  appliedOn: Date | null;
  selectedOn: Date | null;
  note: string | null;
  version: number;
  consents: { onBehalfOf: string; agreedOn: Date }[];
};

/** The bodies of a programme that this actor may know of, in the order of their names. Their notes only for who selects them. */
export async function listBodies(actor: Actor, programmeId: string): Promise<Body[]> {
  const rows = await db.enrolment.findMany({
    where: { AND: [{ programmeId }, enrolmentsVisibleTo(actor)] },
    select: {
      id: true,
      state: true,
      appliedOn: true,
      selectedOn: true,
      note: true,
      version: true,
      organisation: { select: { id: true, slug: true, name: true, shortName: true, city: true } },
      consents: {
        select: { onBehalfOf: true, agreedOn: true },
        orderBy: [{ agreedOn: "asc" }, { id: "asc" }],
      },
    },
    orderBy: [{ organisation: { name: "asc" } }, { id: "asc" }],
  });
  const mayReadNotes = canEdit(actor, { id: programmeId });
  return rows.map(({ id, organisation, note, ...row }) => ({
    ...row,
    enrolmentId: id,
    organisationId: organisation.id,
    slug: organisation.slug,
    name: organisation.name,
    shortName: organisation.shortName,
    city: organisation.city,
    note: mayReadNotes ? note : null,
  }));
}

export type WorkedOn = Pick<
  ProgrammeHead,
  "id" | "slug" | "title" | "shortTitle" | "summary" | "state" | "promoterId"
> & {
  promoterName: string;
};

/** The programmes of the actor's reserved area: running ones first. */
export async function listOwnProgrammes(actor: Actor): Promise<WorkedOn[]> {
  const rows = await db.programme.findMany({
    where: workedOnBy(actor),
    select: {
      id: true,
      slug: true,
      title: true,
      shortTitle: true,
      summary: true,
      state: true,
      promoterId: true,
      promoter: { select: { name: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  const order: ProgrammeState[] = ["RUNNING", "CALL_OPEN", "DRAFT", "CLOSED", "ARCHIVED"];
  return rows
    .map(({ promoter, ...row }) => ({ ...row, promoterName: promoter.name }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

/** The organisations for which the actor may open a programme. */
export async function listManagedOrganisations(actor: Actor): Promise<{ id: string; name: string }[]> {
  return db.organisation.findMany({
    where: { id: { in: actor.organisationsWith(["PROGRAMME_MANAGER"]) } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}

export type EditionPlan = {
  source: { id: string; slug: string; title: string; shortTitle: string; promoterId: string };
  /** begin and end of the programme itself */
  begin: { old: SourceDate; moved: SourceDate } | null;
  end: { old: SourceDate; moved: SourceDate } | null;
  plan: ClonePlan;
};

/** Where every date of a programme would go in a new edition. Cancelled sessions do not come along. */
export async function getEditionPlan(
  actor: Actor,
  input: { slug: string; start: string; closures?: Closures },
): Promise<EditionPlan> {
  const row = found(
    await db.programme.findFirst({
      where: { AND: [{ slug: input.slug }, visibleTo(actor)] },
      select: {
        id: true,
        slug: true,
        title: true,
        shortTitle: true,
        promoterId: true,
        begin: true,
        end: true,
        phases: { select: { id: true, title: true, begin: true, end: true }, orderBy: { position: "asc" } },
        sessions: {
          where: { state: { not: "CANCELLED" } },
          select: { id: true, title: true, startsAt: true, endsAt: true },
          orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        },
        requests: {
          select: { id: true, title: true, dueAt: true, cutOffAt: true },
          orderBy: { position: "asc" },
        },
      },
    }),
    "programme",
  );
  authorise(canClone(actor, row));
  const { phases, sessions, requests, begin: first, end: last, ...source } = row;
  const dated = phases.map(({ begin, end, ...phase }) => ({
    ...phase,
    begin: readSourceDate(begin),
    end: readSourceDate(end),
  }));
  const plan = planClone({ phases: dated, sessions, requests }, input.start, input.closures);
  const bound = (value: unknown) => {
    const old = readSourceDate(value);
    return old && { old, moved: shiftSourceDate(old, plan.shift) };
  };
  return { source, plan, begin: bound(first), end: bound(last) };
}

function toHead({ clonedFrom, ...row }: HeadRow): ProgrammeHead {
  // The address of a draft is nobody's business but its own readers'.
  const known = clonedFrom && clonedFrom.state !== "DRAFT" ? clonedFrom : null;
  return {
    ...row,
    stateSince: readSourceDate(row.stateSince),
    begin: readSourceDate(row.begin),
    end: readSourceDate(row.end),
    clonedFrom: known && {
      slug: known.slug,
      shortTitle: known.shortTitle,
      begin: readSourceDate(known.begin),
    },
  };
}
