import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "@/lib/platform/actor";
import { DomainError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { formInput, formValues } from "@/lib/platform/form-data";
import type { FormState } from "@/lib/platform/form-state";
import { domainMessage, fieldMessage, plainMessage } from "@/lib/platform/i18n/error-messages";
import { type Href, getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { log } from "@/lib/platform/log";
import { currentActor } from "@/lib/platform/request";

/** Who may call an entry: checked again, with the object at hand, inside the mutation. */
export type AudienceRole =
  | "anyone"
  | "signed-in"
  | "administrator"
  | "programme-manager"
  | "coordinator"
  | "expert"
  | "observer"
  | "referent"
  | "staff";

export type ActionMeta<Schema extends z.ZodType, Result> = {
  /** "feature.verb", unique: the access map lists it */
  name: string;
  audience: readonly AudienceRole[];
  schema: Schema;
  /** page to go to after success; the answer of a post is a redirect, so that reloading does not post again */
  redirectTo?: (result: Result, input: z.output<Schema>) => Href;
  /** key of the message shown when the form stays on its page, or carried to the next page */
  done?: string;
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
  return async (_previous, data) => {
    const locale = (await getLocale()) as Locale;
    if (!(data instanceof FormData)) {
      return { status: "refused", summary: await plainMessage(locale, "badRequest"), fieldErrors: {}, values: {} };
    }
    const values = formValues(data);
    const refuse = (summary: string, fieldErrors: Record<string, string> = {}): FormState => ({
      status: "refused",
      summary,
      fieldErrors,
      values: withoutSecrets(values),
    });
    const parsed = await meta.schema.safeParseAsync(formInput(values));
    if (!parsed.success) {
      const fieldErrors: Record<string, string> = {};
      for (const issue of parsed.error.issues) {
        const field = issue.path.map(String).join(".") || "form";
        fieldErrors[field] ??= await fieldMessage(locale, issue);
      }
      return refuse(await plainMessage(locale, "checkFields", { count: Object.keys(fieldErrors).length }), fieldErrors);
    }
    try {
      const actor = await currentActor();
      if (actor.isVisitor && !meta.audience.includes("anyone")) return refuse(await plainMessage(locale, "signInAgain"));
      const result = await mutation(actor, parsed.data);
      if (meta.redirectTo) redirect(getPathname({ href: meta.redirectTo(result, parsed.data), locale }));
      return { status: "done", message: await plainMessage(locale, meta.done ?? "saved") };
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof DomainError) {
        const text = await domainMessage(locale, error);
        return error.field
          ? refuse(await plainMessage(locale, "checkFields", { count: 1 }), { [error.field]: text })
          : refuse(text);
      }
      if (error instanceof ForbiddenError) return refuse(await plainMessage(locale, "forbidden"));
      if (error instanceof NotFoundError) return refuse(await plainMessage(locale, "notFound"));
      log.error({ err: error, action: meta.name }, "action failed");
      return refuse(await plainMessage(locale, "unexpected"));
    }
  };
}

// A secret never travels back into a page.
function withoutSecrets(values: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|token|secret/i.test(name)));
}
