import type { z } from "zod";
import type { DomainError, ErrorParams } from "@/lib/platform/errors";
import type { Locale } from "@/lib/platform/i18n/routing";
import { translatorFor } from "@/lib/platform/i18n/translator";

/** A message of `errors.json`. */
export async function plainMessage(locale: Locale, code: string, params: ErrorParams = {}): Promise<string> {
  return (await translatorFor(locale, "errors"))(code, params);
}

/** The text of a refusal: "feature.code" stands in the feature's messages under `errors`. */
export async function domainMessage(
  locale: Locale,
  error: Pick<DomainError, "code" | "params">,
): Promise<string> {
  const [feature, code] = error.code.split(".");
  if (code === undefined) return plainMessage(locale, error.code, error.params);
  return (await translatorFor(locale, `${feature}.errors`))(code, error.params);
}

/** The text for one fault found by a schema: the schema's own code, else one by kind of fault. */
export async function fieldMessage(locale: Locale, issue: z.core.$ZodIssue): Promise<string> {
  if (/^[a-z-]+(\.[a-zA-Z]+)?$|^[a-z][a-zA-Z]*$/.test(issue.message)) {
    return domainMessage(locale, { code: issue.message, params: bounds(issue) });
  }
  return plainMessage(locale, codeOf(issue), bounds(issue));
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return "required";
  if (issue.code === "invalid_value") return "chooseOne";
  const isText = "origin" in issue && issue.origin === "string";
  if (issue.code === "too_big") return isText ? "tooLong" : "tooBig";
  if (issue.code !== "too_small") return "invalid";
  if (!isText) return "tooSmall";
  return Number(issue.minimum) <= 1 ? "required" : "tooShort";
}

function bounds(issue: z.core.$ZodIssue): ErrorParams {
  return {
    ...("minimum" in issue ? { min: Number(issue.minimum) } : {}),
    ...("maximum" in issue ? { max: Number(issue.maximum) } : {}),
    // A schema's own check gives the figures that its message names.
    ...(issue.code === "custom" ? (issue.params as ErrorParams | undefined) : {}),
  };
}
