import { Readable } from "node:stream";
import { z } from "zod";
import { exportableLists } from "@/app/api/export/registry";
import { DomainError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { isLocale, routing } from "@/lib/platform/i18n/routing";
import { exportFormats, exportList } from "@/lib/platform/lists/export";
import { consume } from "@/lib/platform/rate-limit";
import { currentActor } from "@/lib/platform/request";
import { refuseForNow } from "@/lib/platform/server/answer";
import { requestClient } from "@/lib/platform/server/client-address";
import { contentDisposition } from "@/lib/platform/storage/file-name";

const optionsSchema = z.object({
  format: z.enum(exportFormats).default("csv"),
  locale: z.string().refine(isLocale).default(routing.defaultLocale),
});

/** A list as a file: `/api/export/deliverables?programme=…&format=xlsx&locale=it`, with the filters of its page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ list: string }> },
): Promise<Response> {
  const list = exportableLists.get((await params).list);
  if (!list) return answer(404);
  const { format, locale, ...given } = Object.fromEntries(new URL(request.url).searchParams);
  const filters = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const options = optionsSchema.safeParse({ format, locale });
  if (!options.success) return answer(400);
  try {
    const actor = await currentActor();
    await consume("export", actor.personId ?? requestClient(request.headers).client);
    const file = await exportList(list, actor, { ...options.data, filters });
    return new Response(Readable.toWeb(file.body) as ReadableStream, {
      headers: {
        "Content-Type": file.mimeType,
        "Content-Disposition": contentDisposition(file.filename),
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof z.ZodError) return answer(400);
    if (error instanceof NotFoundError) return answer(404);
    if (error instanceof ForbiddenError) return answer(403);
    refuseForNow(error);
    if (error instanceof DomainError && error.code === "tooManyAttempts") return answer(429);
    throw error;
  }
}

const answer = (status: number) => new Response(null, { status, headers: { "Cache-Control": "no-store" } });
