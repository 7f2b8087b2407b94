import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/platform/actor";
import { onPage, requireActor } from "@/lib/platform/request";
import { getOutcome, type Outcome } from "@/lib/programmes/outcomes/queries";
import { getAreaProgramme, type ProgrammeHead } from "@/lib/programmes/queries";

/** The outcome of a reserved page, with the programme that it belongs to; a page and its title ask once. */
export const areaOutcome = cache(
  async (slug: string, id: string): Promise<{ actor: Actor; programme: ProgrammeHead; outcome: Outcome }> => {
    const actor = await requireActor();
    if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
    const programme = await onPage(getAreaProgramme(actor, slug));
    const outcome = await onPage(getOutcome(actor, id));
    if (outcome.programmeId !== programme.id) notFound();
    return { actor, programme, outcome };
  },
);
