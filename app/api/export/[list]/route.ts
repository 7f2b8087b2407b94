import { z } from "zod";
import { exportableLists } from "@/app/api/export/registry";
import { found } from "@/lib/platform/errors";
import { isLocale, routing } from "@/lib/platform/i18n/routing";
import { exportFormats, exportList } from "@/lib/platform/lists/export";
import { consume } from "@/lib/platform/rate-limit";
import { route } from "@/lib/platform/route";
import { requestClient } from "@/lib/platform/server/client-address";
import { contentDisposition } from "@/lib/platform/storage/file-name";
import { asWebStream } from "@/lib/platform/web-stream";

const optionsSchema = z.object({
  format: z.enum(exportFormats).default("csv"),
  locale: z.string().refine(isLocale).default(routing.defaultLocale),
});

/** A list as a file: `/api/export/deliverables?programme=…&format=xlsx&locale=it`, with the filters of its page. */
export const GET = route<{ list: string }>(
  { name: "portal.exportList", audience: ["anyone"] },
  async (request, { params, actor: asks }) => {
    const list = found(exportableLists.get(params.list), "list");
    const { format, locale, ...given } = Object.fromEntries(new URL(request.url).searchParams);
    const filters = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
    const options = optionsSchema.parse({ format, locale });
    const actor = await asks();
    await consume("export", actor.personId ?? requestClient(request.headers).client);
    const file = await exportList(list, actor, { ...options, filters });
    return new Response(asWebStream(file.body), {
      headers: {
        "Content-Type": file.mimeType,
        "Content-Disposition": contentDisposition(file.filename),
        "Cache-Control": "private, no-store",
      },
    });
  },
);
