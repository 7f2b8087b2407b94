import { useLocale, useTranslations } from "next-intl";
import { MinutesParts } from "@/components/sessions/minutes/minutes-parts";
import { MinutesState } from "@/components/sessions/minutes/minutes-state";
import { SectionHead } from "@/components/ui/section-head";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { SessionView } from "@/lib/sessions/view/queries";

type Props = {
  minutes: SessionView["minutes"];
  slug: string;
  size: "page" | "area";
  /** the session whose page of the minutes the reader may open */
  session?: { slug: string; id: string };
};

/** The minutes, as far as the reader may read them, with the way to their own page. */
export function SessionMinutes({ minutes, slug, size, session }: Props) {
  const t = useTranslations("minutes.section");
  const locale = useLocale() as Locale;
  return (
    <section className="space-y-4">
      <SectionHead
        id="verbale"
        title={t("title")}
        size={size}
        note={minutes?.publishedAt ? t("published", { when: formatDay(minutes.publishedAt, locale) }) : null}
        link={
          session
            ? {
                href: { pathname: "/area/programmes/[slug]/sessions/[id]/minutes", params: session },
                label: minutes ? t("open") : t("write"),
              }
            : undefined
        }
      />
      {minutes && size === "area" ? <MinutesState state={minutes.state} /> : null}
      {minutes ? (
        <MinutesParts parts={minutes.parts} lang={minutes.lang} level={3} slug={slug} />
      ) : (
        <p className="text-muted">{t("none")}</p>
      )}
    </section>
  );
}
