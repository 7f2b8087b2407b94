import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import { type AudienceRole, admitsVisitors, declareEntry } from "@/lib/platform/access-map";
import type { Actor } from "@/lib/platform/actor";
import {
  DomainError,
  ForbiddenError,
  isUnreadable,
  NotFoundError,
  ProofNeededError,
  StaleError,
} from "@/lib/platform/errors";
import { type FormValues, formInput, formValues } from "@/lib/platform/form-data";
import type { FormState, Refused } from "@/lib/platform/form-state";
import { domainMessage, fieldMessage, plainMessage } from "@/lib/platform/i18n/error-messages";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { log } from "@/lib/platform/log";
import { assertSameOrigin } from "@/lib/platform/origin";
import { outageOf } from "@/lib/platform/outage";
import { currentActor, requireActor } from "@/lib/platform/request";
import { keepUntilSignedIn, refuseForNow } from "@/lib/platform/server/answer";

export type ActionMeta<Schema extends z.ZodType, Result> = {
  /** "feature.verb", unique: the access map lists it */
  name: string;
  audience: readonly AudienceRole[];
  schema: Schema;
  /** page to go to after success; the answer of a post is a redirect, so that reloading does not post again */
  redirectTo?: (result: Result, input: z.output<Schema>) => Href;
  /** the place on that page to look at first: the id of an element */
  anchor?: (result: Result, input: z.output<Schema>) => string | null;
  /** with JavaScript the page stays where it is and is made anew around the form; `redirectTo` is for the plain post */
  staysInPlace?: boolean;
  /** code of the message shown when the form stays on its page: "feature.code" as for errors, or of errors.json */
  done?: string;
  /** codes with which the domain only sends the form back as its button asked: no fault, and nothing written */
  sendsBack?: readonly string[];
  /** a field whose text the button named `_preview` shows as it will look, without writing anything */
  preview?: { field: string; render: (text: string) => string };
};

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>;

/**
 * The one way from a form to a mutation: parses the fields, finds who acts, calls the mutation, turns expected
 * refusals into texts beside what was typed. Unexpected errors are logged and told without detail.
 */
export function action<Schema extends z.ZodType, Result>(
  meta: ActionMeta<Schema, Result>,
  mutation: (actor: Actor, input: z.output<Schema>) => Promise<Result>,
): FormAction {
  const { name, audience } = meta;
  return declareEntry({ kind: "action", name, audience }, async (_previous: FormState, data: FormData) => {
    const locale = (await getLocale()) as Locale;
    if (!(data instanceof FormData)) return refusal(await plainMessage(locale, "badRequest"), {});
    const values = formValues(data);
    const parsed = await meta.schema.safeParseAsync(formInput(values));
    const preview = data.has("_preview") ? meta.preview : undefined;
    if (preview) return showPreview(locale, preview, parsed.error?.issues ?? [], values);
    if (!parsed.success) return refuseFields(locale, parsed.error, values);
    try {
      // Next lets a request pass that says nothing of where it comes from, and believes a forwarded host.
      assertSameOrigin({ headers: await headers() });
      const actor = await currentActor();
      if (actor.isVisitor && !admitsVisitors(meta)) {
        return signInAgain(locale, values);
      }
      const result = await mutation(actor, parsed.data);
      return await afterwards(meta, { result, input: parsed.data, locale });
    } catch (error) {
      // Next's own signals (redirect, not found) are no errors.
      unstable_rethrow(error);
      // The page is made anew around what was typed: with it comes the version that a second sending replaces.
      if (error instanceof StaleError) refresh();
      return refuseError(locale, error, { values, meta });
    }
  });
}

// Other fields may still be empty: only the text's own faults keep it from being shown.
async function showPreview(
  locale: Locale,
  { field, render }: NonNullable<ActionMeta<z.ZodType, unknown>["preview"]>,
  issues: z.core.$ZodIssue[],
  values: FormValues,
): Promise<FormState> {
  if ((await currentActor()).isVisitor) return signInAgain(locale, values);
  const faults = issues.filter((issue) => issue.path[0] === field);
  if (faults.length > 0) return refuseFields(locale, { issues: faults }, values);
  return { status: "preview", html: render(String(values[field] ?? "")), values };
}

async function refuseFields(
  locale: Locale,
  error: Pick<z.core.$ZodError, "issues">,
  values: FormValues,
): Promise<FormState> {
  const fieldErrors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".") || "form";
    fieldErrors[field] ??= await fieldMessage(locale, issue);
  }
  const summary = await plainMessage(locale, "checkFields", { count: Object.keys(fieldErrors).length });
  return refusal(summary, values, fieldErrors);
}

async function refuseError(
  locale: Locale,
  error: unknown,
  { values, meta }: { values: FormValues; meta: Pick<ActionMeta<z.ZodType, unknown>, "name" | "sendsBack"> },
): Promise<FormState> {
  refuseForNow(error);
  if (error instanceof DomainError) {
    const text = await domainMessage(locale, error);
    if (meta.sendsBack?.includes(error.code)) return { ...refusal(text, values), asAsked: true };
    if (!error.field) return refusal(text, values);
    return refusal(await plainMessage(locale, "checkFields", { count: 1 }), values, { [error.field]: text });
  }
  if (error instanceof ProofNeededError) return proofNeeded(locale, values);
  if (error instanceof ForbiddenError) return refusal(await plainMessage(locale, "forbidden"), values);
  if (error instanceof NotFoundError) return refusal(await plainMessage(locale, "notFound"), values);
  if (isUnreadable(error)) return refusal(await plainMessage(locale, "badRequest"), values);
  log.error({ err: error, action: meta.name }, "action failed");
  if (outageOf(error)) return refusal(await plainMessage(locale, "unavailable"), values);
  return refusal(await plainMessage(locale, "unexpected"), values);
}

/** Where a form goes when all is done: on to a page, or nowhere, with the page made anew around it. */
async function afterwards<Schema extends z.ZodType, Result>(
  meta: ActionMeta<Schema, Result>,
  { result, input, locale }: { result: Result; input: z.output<Schema>; locale: Locale },
): Promise<FormState> {
  const { redirectTo, anchor, staysInPlace, done } = meta;
  if (redirectTo && !(staysInPlace && (await isByScript()))) {
    const place = anchor?.(result, input);
    redirect(getPathname({ href: redirectTo(result, input), locale }) + (place ? `#${place}` : ""));
  }
  if (!staysInPlace) {
    return { status: "done", message: await domainMessage(locale, { code: done ?? "saved", params: {} }) };
  }
  refresh();
  // A page that is made anew may show what was done by itself.
  return { status: "done", message: done ? await domainMessage(locale, { code: done, params: {} }) : "" };
}

/** A plain form is answered by a page, a script by the state of its form. */
async function isByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}

// In another tab, so that what was typed waits here.
async function signInAgain(locale: Locale, values: FormValues): Promise<FormState> {
  // Without JavaScript the answer is the page itself, which is not for visitors: what was typed waits before it.
  if (!(await isByScript())) {
    keepUntilSignedIn();
    await requireActor();
  }
  const href = getPathname({ href: "/sign-in", locale });
  const label = await plainMessage(locale, "signInAgainLink");
  return { ...refusal(await plainMessage(locale, "signInAgain"), values), way: { href, label } };
}

async function proofNeeded(locale: Locale, values: FormValues): Promise<FormState> {
  const href = getPathname({ href: "/area/profile/proof", locale });
  const label = await plainMessage(locale, "proofNeededLink");
  return { ...refusal(await plainMessage(locale, "proofNeeded"), values), way: { href, label } };
}

function refusal(summary: string, values: FormValues, fieldErrors: Record<string, string> = {}): Refused {
  // A secret never travels back into a page.
  const kept = Object.entries(values).filter(([name]) => !/password|token|secret|^code$/i.test(name));
  return { status: "refused", summary, fieldErrors, values: Object.fromEntries(kept) };
}
