import { z } from "zod";

/** A text of the portal's own data, complete in both languages. */
export const bilingualSchema = z.object({ it: z.string().min(1), en: z.string().min(1) });

export type Bilingual = z.infer<typeof bilingualSchema>;

/** The text in the reader's language. */
export function inLanguage(text: Bilingual, locale: string): string {
  return locale === "en" ? text.en : text.it;
}
