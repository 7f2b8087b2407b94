import { useLocale, useTranslations } from "next-intl";
import { AppLink, type Href } from "@/components/ui/app-link";
import { SectionHead } from "@/components/ui/section-head";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { RecordingRow } from "@/lib/sessions/recordings/queries";

type Props = { recordings: RecordingRow[]; size: "page" | "area"; manage?: Href };

/** The published recordings of a session, each one link. */
export function RecordingList({ recordings, size, manage }: Props) {
  const t = useTranslations("conference.recordings");
  const locale = useLocale() as Locale;
  if (recordings.length === 0 && !manage) return null;
  return (
    <section>
      <SectionHead
        title={t("title")}
        size={size}
        link={manage ? { href: manage, label: t("manage") } : undefined}
      />
      {recordings.length === 0 ? <p className="py-2.5 text-muted">{t("none")}</p> : null}
      <ul>
        {recordings.map((one) => (
          <li key={one.id} className="flex flex-wrap justify-between gap-x-6 border-hairline border-b py-2.5">
            <AppLink href={{ url: one.url }} rel="noopener noreferrer">
              {t("open", { title: one.title })}
            </AppLink>
            <span className="text-meta text-muted">
              {t("facts", { when: formatDay(one.recordedAt, locale), minutes: one.minutes ?? 0 })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
