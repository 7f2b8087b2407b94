import { createTranslator } from "use-intl/core";
import type { ErrorParams } from "@/lib/platform/errors";
import { loadMessages } from "@/lib/platform/i18n/load-messages";
import type { Locale } from "@/lib/platform/i18n/routing";
import { zone } from "@/lib/platform/rome-time";

export type Translate = (key: string, params?: ErrorParams) => string;

/**
 * Messages outside a page: in actions, jobs, mails and PDFs, where the framework's request is not at hand. Keys are often
 * codes known only at run time; the architecture tests check that each has its message.
 */
export async function translatorFor(locale: Locale, namespace: string): Promise<Translate> {
  return createTranslator({
    locale,
    messages: await loadMessages(locale),
    namespace,
    timeZone: zone,
  }) as unknown as Translate;
}
