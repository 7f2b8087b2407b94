import "server-only";
import { containing } from "@/lib/people/containing";
import { bodyTakesPart, canAdminister } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import type { EnrolmentState, OrganisationKind } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";

export type ProgrammeOfOrganisation = {
  slug: string;
  shortTitle: string;
  lang: string;
  /** promotes it, takes part in it, or is named by it with a role of its own */
  part: "promoter" | EnrolmentState | "role";
  /** what the programme calls its role, for `role` */
  roleTitle: string | null;
};

export type OrganisationCard = {
  id: string;
  slug: string;
  name: string;
  kind: OrganisationKind;
  city: string | null;
  isDemo: boolean;
  programmes: ProgrammeOfOrganisation[];
};

const programmeColumns = { slug: true, shortTitle: true, lang: true } as const;
/** Programmes and parts in them that may be shown: a draft is nobody's business, an application none before selection. */
function partColumns(actor: Actor) {
  const shown = canAdminister(actor) ? {} : ({ state: { not: "DRAFT" } } as const);
  return {
    promoted: { where: shown, orderBy: { createdAt: "asc" }, select: programmeColumns },
    enrolments: {
      where: { state: { in: [...bodyTakesPart] }, programme: shown },
      orderBy: { id: "asc" },
      select: { state: true, programme: { select: programmeColumns } },
    },
    programmeRoles: {
      where: { programme: shown },
      orderBy: [{ programmeId: "asc" }, { position: "asc" }],
      select: { title: true, programme: { select: programmeColumns } },
    },
  } satisfies Prisma.OrganisationSelect;
}

type Parts = {
  promoted: { slug: string; shortTitle: string; lang: string }[];
  enrolments: { state: EnrolmentState; programme: { slug: string; shortTitle: string; lang: string } }[];
  programmeRoles: { title: string; programme: { slug: string; shortTitle: string; lang: string } }[];
};

type Window = { after?: string; size?: number };

/** A page of organisations; `next` is the address of the last one shown, after which the list continues. */
export type OrganisationsPage = { rows: OrganisationCard[]; total: number; next?: string };

/** The organisations with the public programmes in which each takes part, by name, a page at a time. */
export async function listOrganisations(
  actor: Actor,
  filter: { kind?: OrganisationKind; text?: string } = {},
  { after, size = 200 }: Window = {},
): Promise<OrganisationsPage> {
  const text = filter.text?.trim();
  const where = {
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(text ? { name: containing(text) } : {}),
  };
  const place = after
    ? await db.organisation.findUnique({ where: { slug: after }, select: { name: true, id: true } })
    : null;
  const [total, rows] = await Promise.all([
    db.organisation.count({ where }),
    db.organisation.findMany({
      where: { AND: [where, place ? comesAfter(place) : {}] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: size + 1,
      select: {
        id: true,
        slug: true,
        name: true,
        kind: true,
        city: true,
        isDemo: true,
        ...partColumns(actor),
      },
    }),
  ]);
  const shown = rows.slice(0, size).map(({ promoted, enrolments, programmeRoles, ...row }) => ({
    ...row,
    programmes: partsOf({ promoted, enrolments, programmeRoles }),
  }));
  return { rows: shown, total, next: rows.length > size ? shown.at(-1)?.slug : undefined };
}

// The bound on the name is what an index can begin at.
function comesAfter({ name, id }: { name: string; id: string }): Prisma.OrganisationWhereInput {
  return { name: { gte: name }, OR: [{ name: { gt: name } }, { id: { gt: id } }] };
}

/** The same for the administrator, drafts included. */
export async function listOrganisationsForAdministration(
  actor: Actor,
  filter: { text?: string } = {},
  { after, size = 50 }: Window = {},
): Promise<OrganisationsPage> {
  authorise(canAdminister(actor), "organisations");
  return listOrganisations(actor, filter, { after, size });
}

/** One organisation with what it does in programmes and whom it represents. */
export async function getOrganisation(actor: Actor, slug: string) {
  const row = found(
    await db.organisation.findUnique({
      where: { slug },
      select: {
        id: true,
        slug: true,
        name: true,
        shortName: true,
        kind: true,
        city: true,
        province: true,
        website: true,
        description: true,
        isDemo: true,
        version: true,
        represents: {
          orderBy: [{ represented: { name: "asc" } }, { id: "asc" }],
          select: {
            id: true,
            fromDate: true,
            toDate: true,
            source: true,
            represented: { select: { slug: true, name: true } },
          },
        },
        representedBy: {
          orderBy: [{ representing: { name: "asc" } }, { id: "asc" }],
          select: {
            id: true,
            fromDate: true,
            toDate: true,
            source: true,
            representing: { select: { slug: true, name: true } },
          },
        },
        ...partColumns(actor),
      },
    }),
    "organisation",
  );
  const { promoted, enrolments, programmeRoles, represents, representedBy, ...facts } = row;
  return {
    ...facts,
    canEdit: canAdminister(actor),
    programmes: partsOf({ promoted, enrolments, programmeRoles }),
    represents: represents.map(({ represented, ...one }) => ({ ...one, other: represented })),
    representedBy: representedBy.map(({ representing, ...one }) => ({ ...one, other: representing })),
  };
}

export type OrganisationView = Awaited<ReturnType<typeof getOrganisation>>;

/** Names of all organisations, for the choices of a form. */
export async function listOrganisationNames(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorise(!actor.isVisitor, "organisations");
  return db.organisation.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

function partsOf({ promoted, enrolments, programmeRoles }: Parts): ProgrammeOfOrganisation[] {
  const parts: ProgrammeOfOrganisation[] = [
    ...promoted.map((one) => ({ ...one, part: "promoter" as const, roleTitle: null })),
    ...enrolments.map(({ state, programme }) => ({ ...programme, part: state, roleTitle: null })),
  ];
  const named = new Set(parts.map((one) => one.slug));
  const roles = programmeRoles
    .filter(({ programme }) => !named.has(programme.slug))
    .map(({ title, programme }) => ({ ...programme, part: "role" as const, roleTitle: title }));
  return [...parts, ...roles];
}
