import { useLocale, useTranslations } from "next-intl";
import { Figure, FigureRow } from "@/components/ui/figure";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { PortalCounts } from "@/lib/programmes/home/queries";

type Props = { counts: PortalCounts; deliverables: { approved: number; total: number }; at: Date };

/** Four numbers that the portal counts itself, each with the day of the count. */
export function HomeFigures({ counts, deliverables, at }: Props) {
  const t = useTranslations("site.home.figures");
  const date = formatDay(at, useLocale() as Locale);
  return (
    <section aria-label={t("label")} className="border-hairline border-y">
      <div className="page-width py-8">
        <FigureRow>
          <Figure
            value={counts.programmes}
            label={t("programmes", { count: counts.programmes })}
            date={t("counted", { date })}
          />
          <Figure
            value={counts.sessionsHeld}
            unit={t("of", { total: counts.sessions })}
            label={t("sessions")}
            date={t("counted", { date })}
          />
          <Figure
            value={counts.bodiesAtWork}
            label={t("bodies", { count: counts.bodiesAtWork })}
            date={t("counted", { date })}
          />
          <Figure
            value={deliverables.approved}
            unit={t("of", { total: deliverables.total })}
            label={t("deliverables")}
            date={t("countedFeminine", { date })}
          />
        </FigureRow>
      </div>
    </section>
  );
}
