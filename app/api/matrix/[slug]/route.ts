import { z } from "zod";
import { makeMatrixPdf } from "@/lib/documents/deliverables/matrix-document";
import { getMatrix } from "@/lib/documents/deliverables/queries";
import { matrixFiltersSchema } from "@/lib/documents/deliverables/schema";
import { isLocale, routing } from "@/lib/platform/i18n/routing";
import { consume } from "@/lib/platform/rate-limit";
import { route } from "@/lib/platform/route";
import { requestClient } from "@/lib/platform/server/client-address";
import { contentDisposition } from "@/lib/platform/storage/file-name";
import { getAreaProgramme } from "@/lib/programmes/queries";

const localeSchema = z.string().refine(isLocale).default(routing.defaultLocale).catch(routing.defaultLocale);

/** The matrix as far as the reader sees it, as a document. */
export const GET = route<{ slug: string }>(
  {
    name: "documents.downloadMatrix",
    audience: [
      "administrator",
      "programme-manager",
      "coordinator",
      "expert",
      "observer",
      "referent",
      "staff",
    ],
  },
  async (request, { params, actor: asks }) => {
    const actor = await asks();
    const { locale, ...given } = Object.fromEntries(new URL(request.url).searchParams);
    const programme = await getAreaProgramme(actor, params.slug);
    await consume("export", actor.personId ?? requestClient(request.headers).client);
    const filters = matrixFiltersSchema.parse(given);
    const { requests, cells } = await getMatrix(actor, programme.id);
    const bytes = await makeMatrixPdf(
      { programme: programme.title, requests, cells, filters, at: actor.at },
      localeSchema.parse(locale),
    );
    return new Response(Buffer.from(bytes), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": contentDisposition(`consegne-${params.slug}.pdf`),
        "Cache-Control": "private, no-store",
      },
    });
  },
);
