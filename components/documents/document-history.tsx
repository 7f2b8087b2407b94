import { useLocale, useTranslations } from "next-intl";
import { SectionHead } from "@/components/ui/section-head";
import type { DocumentHistoryEntry } from "@/lib/documents/history/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

/** Who did what with a document and when; nothing where nothing was written down. */
export function DocumentHistory({ entries }: { entries: DocumentHistoryEntry[] }) {
  const t = useTranslations("documents");
  const locale = useLocale() as Locale;
  if (entries.length === 0) return null;
  return (
    <section id="history" className="max-w-[52rem] scroll-mt-20">
      <SectionHead size="area" title={t("history.title")} />
      <ol className="divide-y divide-hairline border-hairline border-b">
        {entries.map(({ id, verb, who, at }) => (
          <li key={id} className="py-2.5">
            <p>
              <strong className="font-semibold">{who ?? t("history.nobody")}</strong> {t(`events.${verb}`)}
            </p>
            <p className="text-meta text-muted">
              <time dateTime={at.toISOString()}>{formatInstant(at, locale)}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
