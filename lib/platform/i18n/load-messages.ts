import type { Locale } from "@/lib/platform/i18n/routing";

/** One file of messages a feature; the file's name is the namespace. */
export const namespaces = [
  "ui",
  "errors",
  "shell",
  "site",
  "people",
  "programmes",
  "documents",
  "forum",
  "sessions",
  "planning",
  "calendar",
  "today",
  "search",
  "notifications",
  "job-centre",
  "smart-working",
  "portal",
] as const;

/** All messages of a language, by namespace. */
export async function loadMessages(locale: Locale): Promise<Record<string, Record<string, unknown>>> {
  const files = await Promise.all(
    namespaces.map(
      async (name) => [name, (await import(`./messages/${locale}/${name}.json`)).default] as const,
    ),
  );
  return Object.fromEntries(files);
}
