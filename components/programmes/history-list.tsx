import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { programmeEvents } from "@/lib/programmes/events";
import type { HistoryEntry } from "@/lib/programmes/history/queries";

/** Who did what and when. */
export function HistoryList({ entries }: { entries: HistoryEntry[] }) {
  const t = useTranslations("programmes");
  const locale = useLocale() as Locale;
  if (entries.length === 0) return <p className="py-3 text-muted">{t("history.none")}</p>;
  return (
    <ol className="divide-y divide-hairline border-hairline border-b">
      {entries.map(({ id, verb, who, at, body }) => {
        const event = programmeEvents.find((one) => one === verb);
        return (
          <li key={id} className="py-2.5">
            <p>
              <strong className="font-semibold">{who ?? t("history.portal")}</strong>{" "}
              {event ? t(`events.${event}`) : verb}
              {body ? `: ${body}` : null}
            </p>
            <p className="text-meta text-muted">
              <time dateTime={at.toISOString()}>{formatInstant(at, locale)}</time>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
