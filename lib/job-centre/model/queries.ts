import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import type { MacroArea, Office } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import type { Bilingual } from "@/lib/platform/i18n/bilingual";
import { dateOnly, fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { visibleTo } from "@/lib/programmes/policy";

/** The model that the public pages show. */
export const publicModel = "cip-bologna";

const byPosition = { orderBy: { position: "asc" } } as const;

const modelColumns = {
  slug: true,
  version: true,
  titleIt: true,
  titleEn: true,
  source: true,
  validFrom: true,
  validTo: true,
  programmeId: true,
  areas: {
    ...byPosition,
    select: {
      slug: true,
      macroArea: true,
      nameIt: true,
      nameEn: true,
      missionIt: true,
      missionEn: true,
      accessIt: true,
      accessEn: true,
      source: true,
      functions: {
        ...byPosition,
        select: {
          slug: true,
          nameIt: true,
          nameEn: true,
          descriptionIt: true,
          descriptionEn: true,
          _count: { select: { steps: true } },
        },
      },
    },
  },
  referrals: {
    ...byPosition,
    select: {
      id: true,
      fromOutside: true,
      labelIt: true,
      labelEn: true,
      isReturn: true,
      from: { select: { slug: true } },
      to: { select: { slug: true } },
    },
  },
} satisfies Prisma.ServiceModelSelect;

type ModelRow = Prisma.ServiceModelGetPayload<{ select: typeof modelColumns }>;

export type ModelFunction = { slug: string; name: Bilingual; description: Bilingual; steps: number };

export type ModelArea = {
  slug: string;
  macroArea: MacroArea;
  name: Bilingual;
  mission: Bilingual;
  access: Bilingual;
  source: string;
  functions: ModelFunction[];
};

/** An arrow of the model: from an area, or from outside by a person or a company. */
export type ModelReferral = {
  id: string;
  from: { area: string } | { outside: Outside };
  to: string;
  label: Bilingual;
  isReturn: boolean;
};

export const outsides = ["person", "company"] as const;
export type Outside = (typeof outsides)[number];

export type Model = {
  slug: string;
  version: number;
  title: Bilingual;
  source: string;
  /** "YYYY-MM-DD" */
  validFrom: string;
  validTo: string | null;
  /** where it was designed and tried, as far as this actor may see it */
  programme: { slug: string; shortTitle: string; lang: string } | null;
  areas: ModelArea[];
  referrals: ModelReferral[];
};

/** The version of a model that holds on the actor's day: areas, functions and the ways between them. Open to everybody. */
export async function findModel(actor: Actor, slug = publicModel): Promise<Model | null> {
  const row = await db.serviceModel.findFirst({
    where: { slug, ...inForce(actor) },
    select: modelColumns,
    orderBy: { version: "desc" },
  });
  if (!row) return null;
  const programme = row.programmeId
    ? await db.programme.findFirst({
        where: { AND: [{ id: row.programmeId }, visibleTo(actor)] },
        select: { slug: true, shortTitle: true, lang: true },
      })
    : null;
  return toModel(row, programme);
}

/** As `findModel`, where the model must be there. */
export async function getModel(actor: Actor, slug = publicModel): Promise<Model> {
  return found(await findModel(actor, slug), "service model");
}

export type ModelStep = {
  id: string;
  office: Office;
  text: Bilingual;
  laws: string[];
  documents: string[];
  channels: string[];
};

/** The steps of one function, in the version of the model that holds on the actor's day. */
export async function listSteps(
  actor: Actor,
  { area, service, model = publicModel }: { area: string; service: string; model?: string },
): Promise<ModelStep[]> {
  const current = await db.serviceModel.findFirst({
    where: { slug: model, ...inForce(actor) },
    select: { id: true },
    orderBy: { version: "desc" },
  });
  const row = await db.serviceFunction.findFirst({
    where: { slug: service, area: { slug: area, modelId: found(current, "service model").id } },
    select: {
      steps: {
        ...byPosition,
        select: {
          id: true,
          office: true,
          textIt: true,
          textEn: true,
          laws: true,
          documents: true,
          channels: true,
        },
      },
    },
  });
  return found(row, "service function").steps.map(({ textIt, textEn, ...step }) => ({
    ...step,
    text: { it: textIt, en: textEn },
  }));
}

function inForce(actor: Actor): Prisma.ServiceModelWhereInput {
  const today = fromDateOnly(romeDay(actor.at));
  return { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gt: today } }] };
}

function toModel(row: ModelRow, programme: Model["programme"]): Model {
  const { slug, version, source, titleIt, titleEn, validFrom, validTo, areas, referrals } = row;
  return {
    slug,
    version,
    source,
    programme,
    title: { it: titleIt, en: titleEn },
    validFrom: dateOnly(validFrom),
    validTo: validTo && dateOnly(validTo),
    areas: areas.map((area) => ({
      slug: area.slug,
      macroArea: area.macroArea,
      name: { it: area.nameIt, en: area.nameEn },
      mission: { it: area.missionIt, en: area.missionEn },
      access: { it: area.accessIt, en: area.accessEn },
      source: area.source,
      functions: area.functions.map((one) => ({
        slug: one.slug,
        name: { it: one.nameIt, en: one.nameEn },
        description: { it: one.descriptionIt, en: one.descriptionEn },
        steps: one._count.steps,
      })),
    })),
    referrals: referrals.map(({ id, from, fromOutside, to, labelIt, labelEn, isReturn }) => ({
      id,
      from: from ? { area: from.slug } : { outside: fromOutside === "company" ? "company" : "person" },
      to: to.slug,
      label: { it: labelIt, en: labelEn },
      isReturn,
    })),
  };
}
