import { z } from "zod";
import { makeDossier } from "@/lib/dossier/export";
import { sendBundle } from "@/lib/platform/bundle/send";
import { isLocale, routing } from "@/lib/platform/i18n/routing";
import { route } from "@/lib/platform/route";

const localeSchema = z.string().refine(isLocale).default(routing.defaultLocale).catch(routing.defaultLocale);

/** A programme's official file as one archive, for those who read what every body sent. */
export const GET = route<{ slug: string }>(
  { name: "dossier.download", audience: ["coordinator", "expert", "observer"] },
  async (request, { params, actor: asks }) => {
    const actor = await asks();
    const locale = localeSchema.parse(new URL(request.url).searchParams.get("locale") ?? undefined);
    return sendBundle(request, actor, () => makeDossier(actor, params.slug, locale));
  },
);
