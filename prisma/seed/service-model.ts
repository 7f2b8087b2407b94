import { guideRules } from "@/lib/job-centre/schema";
import { fromDateOnly } from "@/lib/platform/rome-time";
import { profileRules } from "@/lib/smart-working/schema";
import type { CipModel } from "./sources/cip-model/shape";
import { jobCentreGuide } from "./sources/job-centre-guide";
import { smartWorkingProfiles } from "./sources/smart-working-profiles";
import { identifier, must, type Seeding } from "./store";

/** Writes the model of a job centre: areas, functions, steps, referrals. */
export async function seedServiceModel({ tx, now }: Seeding, model: CipModel): Promise<void> {
  const modelId = identifier(now);
  const programme = await tx.programme.findUniqueOrThrow({
    where: { slug: model.programme },
    select: { id: true },
  });
  await tx.serviceModel.create({
    data: {
      id: modelId,
      slug: model.slug,
      titleIt: model.title.it,
      titleEn: model.title.en,
      source: model.source,
      validFrom: fromDateOnly(model.validFrom),
      programmeId: programme.id,
    },
    select: { id: true },
  });
  const areas = new Map(model.areas.map(({ slug }) => [slug, identifier(now)]));
  await tx.functionalArea.createMany({
    data: model.areas.map((area, index) => ({
      id: must(areas, area.slug),
      modelId,
      macroArea: area.macroArea,
      position: index + 1,
      slug: area.slug,
      nameIt: area.name.it,
      nameEn: area.name.en,
      missionIt: area.mission.it,
      missionEn: area.mission.en,
      accessIt: area.access.it,
      accessEn: area.access.en,
      source: area.source,
      rows: [...area.rows],
    })),
  });
  const functions = model.areas.flatMap((area) =>
    area.functions.map((one, index) => ({
      id: identifier(now),
      areaId: must(areas, area.slug),
      position: index + 1,
      function: one,
    })),
  );
  await tx.serviceFunction.createMany({
    data: functions.map(({ function: one, ...row }) => ({
      ...row,
      slug: one.slug,
      nameIt: one.name.it,
      nameEn: one.name.en,
      descriptionIt: one.description.it,
      descriptionEn: one.description.en,
      rows: [...one.rows],
    })),
  });
  await tx.serviceStep.createMany({
    data: functions.flatMap(({ id, function: one }) =>
      one.steps.map((step, index) => ({
        functionId: id,
        position: index + 1,
        office: step.office,
        textIt: step.it,
        textEn: step.en,
        laws: [...(step.laws ?? [])],
        documents: [...(step.documents ?? [])],
        channels: [...(step.channels ?? [])],
        rows: [...step.rows],
      })),
    ),
  });
  await tx.areaReferral.createMany({
    data: model.referrals.map(({ from, to, label, isReturn, rows }, index) => ({
      modelId,
      position: index + 1,
      fromAreaId: "area" in from ? must(areas, from.area) : null,
      fromOutside: "outside" in from ? from.outside : null,
      toAreaId: must(areas, to),
      labelIt: label.it,
      labelEn: label.en,
      isReturn: isReturn ?? false,
      rows: [...rows],
    })),
  });
}

/** Writes the rules that the sources give: the remote-work profiles and the guide to the right desk, each as version 1. */
export async function seedRules({ tx, now }: Seeding): Promise<void> {
  const sets = [
    { ...profileRules, ...smartWorkingProfiles },
    { ...guideRules, ...jobCentreGuide },
  ];
  await tx.ruleSet.createMany({
    data: sets.map(({ kind, schema, validFrom, content, source }) => ({
      kind,
      version: 1,
      validFrom: fromDateOnly(validFrom),
      content: schema.parse(content),
      source,
      createdAt: now,
    })),
  });
}
