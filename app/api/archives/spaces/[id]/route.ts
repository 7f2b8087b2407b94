import { z } from "zod";
import { makeSpaceBundle } from "@/lib/documents/packing/export";
import { sendBundle } from "@/lib/platform/bundle/send";
import { isLocale, routing } from "@/lib/platform/i18n/routing";
import { identifierIn, route } from "@/lib/platform/route";

const choiceSchema = z.object({
  versions: z.enum(["last", "all"]).default("last"),
  locale: z.string().refine(isLocale).default(routing.defaultLocale).catch(routing.defaultLocale),
});

/** The documents of a space that the reader may open, as one archive: `?versions=all&locale=it`. */
export const GET = route<{ id: string }>(
  {
    name: "documents.downloadSpace",
    audience: ["coordinator", "expert", "observer", "referent", "staff"],
  },
  async (request, { params, actor: asks }) => {
    const actor = await asks();
    const choice = choiceSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    return sendBundle(request, actor, () => makeSpaceBundle(actor, identifierIn(params.id), choice));
  },
);
