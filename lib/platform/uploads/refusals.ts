import { z } from "zod";
import { DomainError, ForbiddenError, isUnreadable, NotFoundError } from "@/lib/platform/errors";
import type { FormValues } from "@/lib/platform/form-data";
import type { FormState, Refused } from "@/lib/platform/form-state";
import { domainMessage, fieldMessage, plainMessage } from "@/lib/platform/i18n/error-messages";
import type { Locale } from "@/lib/platform/i18n/routing";
import { log } from "@/lib/platform/log";
import { outageOf } from "@/lib/platform/outage";
import { refuseForNow } from "@/lib/platform/server/answer";

/** The form that an error leads back to, in the reader's language. */
export async function refusalOf(
  locale: Locale,
  error: unknown,
  { values, entry }: { values: FormValues; entry: string },
): Promise<Refused> {
  const refusal = (summary: string, fieldErrors: Record<string, string> = {}): Refused => ({
    status: "refused",
    summary,
    fieldErrors,
    values,
  });
  if (error instanceof z.ZodError) {
    const fieldErrors: Record<string, string> = {};
    for (const issue of error.issues) fieldErrors[issue.path.join(".")] ??= await fieldMessage(locale, issue);
    return refusal(
      await plainMessage(locale, "checkFields", { count: Object.keys(fieldErrors).length }),
      fieldErrors,
    );
  }
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
  log.error({ err: error, upload: entry }, "upload failed");
  if (outageOf(error)) return refusal(await plainMessage(locale, "unavailable"));
  return refusal(await plainMessage(locale, "unexpected"));
}

/** The state of an upload form that came back refused, from the page's query; anything else is a fresh form. */
export function refusedUpload(value: string | string[] | undefined): FormState {
  if (typeof value !== "string") return { status: "idle" };
  try {
    const { summary, fieldErrors, values } = JSON.parse(value) as Refused;
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

/** An address holds about 8 kB: long notes come back cut rather than not at all. */
export function shortened(refusal: Refused): Refused {
  const cut = (text: string) => text.slice(0, 1500);
  const values = Object.entries(refusal.values).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.slice(0, 50).map(cut) : cut(value),
  ]);
  return { ...refusal, values: Object.fromEntries(values) };
}

/** The same, but what has several values keeps them apart. */
function typed(value: unknown): FormValues {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, Array.isArray(one) ? one.map(String) : String(one)]),
  );
}

function texts(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}
