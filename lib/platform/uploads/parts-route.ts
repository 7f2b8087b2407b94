import "server-only";
import { Metadata, Server } from "@tus/server";
import { declareEntry } from "@/lib/platform/access-map";
import type { Actor } from "@/lib/platform/actor";
import { DomainError, NotFoundError, passingRefusal } from "@/lib/platform/errors";
import type { FormValues } from "@/lib/platform/form-data";
import { domainMessage } from "@/lib/platform/i18n/error-messages";
import { localeIn } from "@/lib/platform/i18n/locale-in";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { admit, readAddress } from "@/lib/platform/uploads/admission";
import { largestPart } from "@/lib/platform/uploads/limits";
import { beginUpload } from "@/lib/platform/uploads/mutations";
import { isStatus, noLock, partStore } from "@/lib/platform/uploads/part-store";
import { getUpload } from "@/lib/platform/uploads/queries";
import { refusalOf } from "@/lib/platform/uploads/refusals";
import { announcedSchema } from "@/lib/platform/uploads/schema";
import type { UploadTargets } from "@/lib/platform/uploads/target";

/**
 * Begins an upload in parts by the protocol tus: `?to=<entry>` and the address of that entry's form. What is refused is
 * answered as the form's own route does.
 */
export function partsRoute(name: string, targets: UploadTargets): (request: Request) => Promise<Response> {
  const audience = [...new Set(Object.values(targets).flatMap((target) => target.audience))];
  return declareEntry({ kind: "route", name, audience }, async (request: Request) => {
    const entry = new URL(request.url).searchParams.get("to") ?? "";
    const target = Object.hasOwn(targets, entry) ? targets[entry] : undefined;
    const address = target && readAddress(request, target);
    const announced = readAnnouncement(request);
    if (!target || !address || !announced) return new Response(null, { status: 400 });
    const { place, locale } = address;
    const values: FormValues = announced.fields;
    try {
      const actor = await admit(request, target, place);
      const begun = { ...announced, entry, place: place as Record<string, string> };
      const { id } = await beginUpload(actor, begun, target);
      return await speakTus(request, { actor, id });
    } catch (error) {
      return Response.json(await refusalOf(locale, error, { values, entry }), { status: 422 });
    }
  });
}

function readAnnouncement(request: Request) {
  try {
    const parsed = announcedSchema.safeParse(Metadata.parse(request.headers.get("upload-metadata") ?? ""));
    const length = request.headers.get("upload-length") ?? "";
    if (!parsed.success || !/^\d{1,15}$/.test(length)) return null;
    return { ...parsed.data, size: Number(length) };
  } catch {
    return null;
  }
}

/** Takes a part with its digest; bytes of another digest, of another place or half of them leave nothing. */
export async function sendPart(request: Request, by: { actor: Actor; id: string }): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? 0) > largestPart)
    return new Response(null, { status: 413 });
  const [, given] = /^sha256 ([A-Za-z0-9+/]{43}=)$/.exec(request.headers.get("upload-checksum") ?? "") ?? [];
  if (!given) return new Response("Upload-Checksum: sha256 wanted\n", { status: 400 });
  return speakTus(request, { ...by, digest: Buffer.from(given, "base64").toString("hex") });
}

/** Answers what the protocol asks of an upload of the actor's own. */
export async function speakTus(
  request: Request,
  { actor, id, digest = "" }: { actor: Actor; id: string; digest?: string },
): Promise<Response> {
  let fault: unknown;
  const part: { taking?: Promise<number> } = {};
  const server = new Server({
    path: new URL(request.url).pathname.replace(/\/api\/upload\/parts(?:\/.*)?$/, "/api/upload/parts"),
    datastore: partStore(actor, digest, (taking) => {
      part.taking = taking;
    }),
    locker: noLock,
    relativeLocation: true,
    namingFunction: () => id,
    getFileIdFromRequest: () => id,
    // What is no word of the protocol is told as everywhere else.
    onResponseError: (_request, error) => {
      if (!isStatus(error)) fault ??= error;
      return undefined;
    },
  });
  const answer = await server.handleWeb(request);
  await part.taking?.catch((error: unknown) => {
    if (isStatus(error) || error instanceof DomainError || error instanceof NotFoundError) fault = error;
  });
  if (isStatus(fault)) return new Response(fault.body, { status: fault.status_code });
  const passing = passingRefusal(fault);
  if (passing && fault instanceof DomainError) return refusedForNow(request, fault, passing);
  if (fault) throw fault;
  // The library speaks to pages of other origins too.
  for (const name of [...answer.headers.keys()]) {
    if (name.startsWith("access-control-")) answer.headers.delete(name);
  }
  answer.headers.set("cache-control", "no-store");
  return answer;
}

// What was still to come of the part would stand before the next request of the same connection.
async function refusedForNow(
  request: Request,
  fault: DomainError,
  { status, retryAfter }: { status: number; retryAfter: number },
): Promise<Response> {
  return new Response(await domainMessage(localeIn(request), fault), {
    status,
    headers: {
      "cache-control": "no-store",
      connection: "close",
      "content-type": "text/plain; charset=utf-8",
      "retry-after": String(retryAfter),
    },
  });
}

/** How far one's own upload is, and what became of it, in the words of the page that waits for it. */
export async function followUpload(
  actor: Actor,
  { id, locale }: { id: string; locale: Locale },
): Promise<Response> {
  const { state, received, size, ledTo, refusal, entry } = await getUpload(actor, id);
  return Response.json(
    {
      state,
      received,
      size,
      ...(ledTo ? { location: getPathname({ href: ledTo, locale }) } : {}),
      ...(refusal ? { refusal: await refusalOf(locale, refusal, { values: {}, entry }) } : {}),
    },
    { headers: { "cache-control": "no-store" } },
  );
}
