import "server-only";
import type { z } from "zod";
import { type AudienceRole, declareEntry } from "@/lib/platform/access-map";
import type { Actor } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { DomainError, ForbiddenError, isUnreadable, NotFoundError } from "@/lib/platform/errors";
import { type FormValues, formInput } from "@/lib/platform/form-data";
import type { FormState } from "@/lib/platform/form-state";
import { domainMessage, fieldMessage, plainMessage } from "@/lib/platform/i18n/error-messages";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import { isLocale, type Locale, routing } from "@/lib/platform/i18n/routing";
import { log } from "@/lib/platform/log";
import { assertSameOrigin } from "@/lib/platform/origin";
import { outageOf } from "@/lib/platform/outage";
import { consume } from "@/lib/platform/rate-limit";
import { currentActor } from "@/lib/platform/request";
import { refuseForNow } from "@/lib/platform/server/answer";
import { type ReceivedFile, receiveForm, receiveUpload } from "@/lib/platform/storage/multipart";

export type UploadRoute<Target extends z.ZodType, Schema extends z.ZodType> = {
  /** "feature.verb", unique: the access map lists it */
  name: string;
  audience: readonly AudienceRole[];
  /** where the file goes, from the address, so that it is checked before the bytes come */
  target: Target;
  /** the target and the fields of the form, together */
  schema: Schema;
  /** refuses before a byte is taken: right, state, target */
  check: (actor: Actor, target: z.output<Target>) => Promise<unknown>;
  keep: (actor: Actor, input: z.output<Schema>, file: ReceivedFile) => Promise<Href>;
  /** what a form without a file does; without it a file is asked for */
  keepWithout?: (actor: Actor, input: z.output<Schema>) => Promise<Href>;
  /** where less is enough than the portal takes at all */
  maxBytes?: number;
  /** the page with the form, for a browser without JavaScript */
  back: (target: z.output<Target>) => Href;
};

type Refusal = Extract<FormState, { status: "refused" }>;

/**
 * The one way for a file into the portal: same origin, right, bytes in constant memory, fields, mutation. Answers a
 * script with JSON (`location`, or a refusal to show beside what was typed), a plain form with a redirect.
 */
export function uploadRoute<Target extends z.ZodType, Schema extends z.ZodType>(
  route: UploadRoute<Target, Schema>,
): (request: Request) => Promise<Response> {
  const { name, audience } = route;
  return declareEntry({ kind: "route", name, audience }, async (request: Request) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const target = route.target.safeParse(query);
    if (!target.success) return new Response(null, { status: 400 });
    const locale: Locale = isLocale(query.locale ?? "") ? (query.locale as Locale) : routing.defaultLocale;
    const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
    const refuse = (refusal: Refusal): Response => {
      if (wantsJson) return Response.json(refusal, { status: 422 });
      const back = new URL(getPathname({ href: route.back(target.data), locale }), env().siteUrl);
      back.searchParams.set("refused", JSON.stringify(shortened(refusal)));
      return redirectTo(`${back.pathname}${back.search}`);
    };
    const fields: FormValues = {};
    try {
      assertSameOrigin(request);
      const actor = await currentActor();
      if (actor.personId === null) throw new DomainError("signInAgain");
      await consume("upload", actor.personId);
      await route.check(actor, target.data);
      const receive = route.keepWithout ? receiveForm : receiveUpload;
      const upload = await receive(request, {
        maxBytes: Math.min(route.maxBytes ?? Number.POSITIVE_INFINITY, env().UPLOAD_MAX_BYTES),
        onTyped: (typed) => Object.assign(fields, typed),
      });
      const parsed = await route.schema.safeParseAsync({ ...formInput(query), ...formInput(upload.fields) });
      if (!parsed.success) return refuse(await fieldRefusal(locale, parsed.error, fields));
      const href = await keepForm(route, actor, parsed.data, upload.file);
      const location = getPathname({ href, locale });
      return wantsJson ? Response.json({ location }) : redirectTo(location);
    } catch (error) {
      return refuse(await errorRefusal(locale, error, fields, name));
    }
  });
}

async function keepForm<Target extends z.ZodType, Schema extends z.ZodType>(
  { keep, keepWithout }: UploadRoute<Target, Schema>,
  actor: Actor,
  input: z.output<Schema>,
  file: ReceivedFile | null,
): Promise<Href> {
  if (file) return keep(actor, input, file);
  if (!keepWithout) throw new DomainError("portal.fileMissing");
  return keepWithout(actor, input);
}

/** The state of an upload form that came back refused, from the page's query; anything else is a fresh form. */
export function refusedUpload(value: string | string[] | undefined): FormState {
  if (typeof value !== "string") return { status: "idle" };
  try {
    const { summary, fieldErrors, values } = JSON.parse(value) as Refusal;
    return {
      status: "refused",
      summary: String(summary),
      fieldErrors: texts(fieldErrors),
      values: typed(values),
    };
  } catch {
    return { status: "idle" };
  }
}

function texts(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}

/** The same, but what has several values keeps them apart. */
function typed(value: unknown): FormValues {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, Array.isArray(one) ? one.map(String) : String(one)]),
  );
}

// An address holds about 8 kB: long notes come back cut rather than not at all.
function shortened(refusal: Refusal): Refusal {
  const cut = (text: string) => text.slice(0, 1500);
  const values = Object.entries(refusal.values).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.slice(0, 50).map(cut) : cut(value),
  ]);
  return { ...refusal, values: Object.fromEntries(values) };
}

function redirectTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

async function fieldRefusal(locale: Locale, error: z.core.$ZodError, values: FormValues): Promise<Refusal> {
  const fieldErrors: Record<string, string> = {};
  for (const issue of error.issues) fieldErrors[issue.path.join(".")] ??= await fieldMessage(locale, issue);
  const summary = await plainMessage(locale, "checkFields", { count: Object.keys(fieldErrors).length });
  return { status: "refused", summary, fieldErrors, values };
}

async function errorRefusal(
  locale: Locale,
  error: unknown,
  values: FormValues,
  name: string,
): Promise<Refusal> {
  const refusal = (summary: string, fieldErrors: Record<string, string> = {}): Refusal => ({
    status: "refused",
    summary,
    fieldErrors,
    values,
  });
  refuseForNow(error);
  if (error instanceof DomainError) {
    const text = await domainMessage(locale, error);
    const field = error.field ?? (error.code.startsWith("portal.") ? "file" : undefined);
    return field
      ? refusal(await plainMessage(locale, "checkFields", { count: 1 }), { [field]: text })
      : refusal(text);
  }
  if (error instanceof ForbiddenError) return refusal(await plainMessage(locale, "forbidden"));
  if (error instanceof NotFoundError) return refusal(await plainMessage(locale, "notFound"));
  if (isUnreadable(error)) return refusal(await plainMessage(locale, "badRequest"));
  log.error({ err: error, upload: name }, "upload failed");
  if (outageOf(error)) return refusal(await plainMessage(locale, "unavailable"));
  return refusal(await plainMessage(locale, "unexpected"));
}
