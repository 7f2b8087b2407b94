import { notFound } from "next/navigation";
import type { Actor } from "@/lib/platform/actor";
import { onPage, requireActor } from "@/lib/platform/request";
import { canEdit } from "@/lib/programmes/policy";
import { getAreaProgramme, type ProgrammeHead } from "@/lib/programmes/queries";

/** The programme of a page on which its coordinator changes it. */
export async function editedProgramme(slug: string): Promise<{ actor: Actor; programme: ProgrammeHead }> {
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  if (!canEdit(actor, programme)) notFound();
  return { actor, programme };
}
