import "server-only";
import { declareEntry } from "@/lib/platform/access-map";
import type { Actor } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import type { FormValues } from "@/lib/platform/form-data";
import type { Refused } from "@/lib/platform/form-state";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import { type ReceivedFile, receiveForm, receiveUpload } from "@/lib/platform/storage/multipart";
import { admit, readAddress } from "@/lib/platform/uploads/admission";
import { refusalOf, shortened } from "@/lib/platform/uploads/refusals";
import { type AnyFormTarget, type FormTargets, readForm } from "@/lib/platform/uploads/target";

/**
 * A form with its file: same origin, right, bytes in constant memory, fields, mutation. Answers a script with JSON
 * (`location`, or a refusal to show beside what was typed), a plain form with a redirect. Large files come in parts
 * (parts-route.ts) where the browser can.
 * @param name which of the targets
 */
export function uploadRoute<Targets extends FormTargets>(
  name: keyof Targets & string,
  targets: Targets,
): (request: Request) => Promise<Response> {
  const target = targets[name];
  if (!target) throw new Error(`no upload is called ${name}`);
  return declareEntry({ kind: "route", name, audience: target.audience }, async (request: Request) => {
    const address = readAddress(request, target);
    if (!address) return new Response(null, { status: 400 });
    const { query, place, locale } = address;
    const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
    const refuse = (refusal: Refused): Response => {
      if (wantsJson) return Response.json(refusal, { status: 422 });
      const back = new URL(getPathname({ href: target.back(place), locale }), env().siteUrl);
      back.searchParams.set("refused", JSON.stringify(shortened(refusal)));
      return redirectTo(`${back.pathname}${back.search}`);
    };
    const values: FormValues = {};
    try {
      const actor = await admit(request, target, place);
      const receive = target.keepWithout ? receiveForm : receiveUpload;
      const upload = await receive(request, {
        maxBytes: Math.min(target.maxBytes ?? Number.POSITIVE_INFINITY, env().UPLOAD_MAX_BYTES),
        onTyped: (typed) => Object.assign(values, typed),
      });
      const input = await readForm(target, query, upload.fields);
      const location = getPathname({ href: await keepForm(target, actor, input, upload.file), locale });
      return wantsJson ? Response.json({ location }) : redirectTo(location);
    } catch (error) {
      return refuse(await refusalOf(locale, error, { values, entry: name }));
    }
  });
}

async function keepForm(
  { keep, keepWithout }: AnyFormTarget,
  actor: Actor,
  input: unknown,
  file: ReceivedFile | null,
): Promise<Href> {
  if (file) return keep(actor, input, file);
  if (!keepWithout) throw new DomainError("portal.fileMissing");
  return keepWithout(actor, input);
}

function redirectTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
