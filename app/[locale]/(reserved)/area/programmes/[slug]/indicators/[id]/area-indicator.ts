import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/platform/actor";
import { onPage, requireActor } from "@/lib/platform/request";
import { getIndicator, type Indicator } from "@/lib/programmes/indicators/queries";
import { getAreaProgramme, type ProgrammeHead } from "@/lib/programmes/queries";

/** The indicator of a reserved page, with the programme that it belongs to; a page and its title ask once. */
export const areaIndicator = cache(
  async (
    slug: string,
    id: string,
  ): Promise<{ actor: Actor; programme: ProgrammeHead; indicator: Indicator }> => {
    const actor = await requireActor();
    if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
    const programme = await onPage(getAreaProgramme(actor, slug));
    const indicator = await onPage(getIndicator(actor, id));
    if (indicator.programmeId !== programme.id) notFound();
    return { actor, programme, indicator };
  },
);
