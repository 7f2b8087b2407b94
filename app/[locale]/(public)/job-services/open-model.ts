import { cache } from "react";
import { getModel, type Model, type ModelArea } from "@/lib/job-centre/model/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { found } from "@/lib/platform/errors";
import { onPage } from "@/lib/platform/request";

type OpenArea = { actor: Actor; model: Model; area: ModelArea; position: number };

/** The area of a public page with the model around it; an unknown one is "not found". */
export const openArea = cache(async (slug: string): Promise<OpenArea> => {
  const actor = visitorActor(now());
  return onPage(findArea(actor, slug));
});

async function findArea(actor: Actor, slug: string): Promise<OpenArea> {
  const model = await getModel(actor);
  const position = model.areas.findIndex((one) => one.slug === slug);
  return { actor, model, area: found(model.areas[position], "area"), position };
}
