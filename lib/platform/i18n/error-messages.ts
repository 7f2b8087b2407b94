import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { DomainError, ErrorParams } from "@/lib/platform/errors";
import type { Locale } from "@/lib/platform/i18n/routing";

type Translate = (key: string, params?: ErrorParams) => string;

async function translator(locale: Locale, namespace: string): Promise<Translate> {
  // Keys are codes known only at run time; the architecture tests check that each thrown code has its message.
  return (await getTranslations({ locale, namespace: namespace as "errors" })) as unknown as Translate;
}

/** A message of `errors.json`. */
export async function plainMessage(locale: Locale, code: string, params: ErrorParams = {}): Promise<string> {
  return (await translator(locale, "errors"))(code, params);
}

/** The text of a refusal: "feature.code" stands in the feature's messages under `errors`. */
export async function domainMessage(locale: Locale, error: Pick<DomainError, "code" | "params">): Promise<string> {
  const [feature, code] = error.code.split(".");
  if (code === undefined) return plainMessage(locale, error.code, error.params);
  return (await translator(locale, `${feature}.errors`))(code, error.params);
}

/** The text for one fault found by a schema: the schema's own code, else one by kind of fault. */
export async function fieldMessage(locale: Locale, issue: z.core.$ZodIssue): Promise<string> {
  if (/^[a-z]+(\.[a-zA-Z]+)?$|^[a-z][a-zA-Z]*$/.test(issue.message)) {
    return domainMessage(locale, { code: issue.message, params: bounds(issue) });
  }
  const byKind: Record<string, string> = {
    invalid_type: "required",
    too_small: issue.code === "too_small" && issue.origin === "string" ? (Number(issue.minimum) <= 1 ? "required" : "tooShort") : "tooSmall",
    too_big: issue.code === "too_big" && issue.origin === "string" ? "tooLong" : "tooBig",
    invalid_value: "chooseOne",
  };
  return plainMessage(locale, byKind[issue.code] ?? "invalid", bounds(issue));
}

function bounds(issue: z.core.$ZodIssue): ErrorParams {
  return {
    ...("minimum" in issue ? { min: Number(issue.minimum) } : {}),
    ...("maximum" in issue ? { max: Number(issue.maximum) } : {}),
  };
}
