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
  "file-text",
  "deliverables",
  "announcements",
  "newsletter",
  "reuse",
  "forum",
  "moderation",
  "answers",
  "sessions",
  "conference",
  "replies",
  "attendance",
  "followup",
  "minutes",
  "live",
  "planning",
  "discussions",
  "animation",
  "calendar",
  "dossier",
  "tables",
  "today",
  "search",
  "notifications",
  "job-centre",
  "smart-working",
  "portal",
] as const;

type Messages = Record<string, Record<string, unknown>>;

const loaded = new Map<Locale, Promise<Messages>>();

/** All messages of a language, by namespace; gathered once, since every page asks for them. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const messages = loaded.get(locale) ?? gather(locale);
  loaded.set(locale, messages);
  return messages;
}

async function gather(locale: Locale): Promise<Messages> {
  const files = await Promise.all(
    namespaces.map(
      async (name) => [name, (await import(`./messages/${locale}/${name}.json`)).default] as const,
    ),
  );
  return Object.fromEntries(files);
}
