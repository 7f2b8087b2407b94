import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { RefreshCw } from "@/components/ui/icons";
import { formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { LiveView } from "@/lib/sessions/live/queries";

type Props = { view: LiveView; now: Date; item: string | undefined };

/** As of when the page is, how to renew it, and the ways to the pages beside it. */
export function LiveWays({ view: { session, phase, may }, now, item }: Props) {
  const t = useTranslations("live.page");
  const locale = useLocale() as Locale;
  const params = { slug: session.programme.slug, id: session.id };
  const base = "/area/programmes/[slug]/sessions/[id]";
  const isAlive = phase === "open" || phase === "early";
  return (
    <div className="no-print flex flex-wrap items-center justify-between gap-x-8 gap-y-2 text-meta">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <span>{t("asOf", { time: formatTime(now, locale) })}</span>
        <AppLink
          href={{ pathname: `${base}/live`, params, ...(item ? { query: { point: item } } : {}) }}
          className="inline-flex min-h-6 items-center gap-1.5 font-semibold [&_svg]:size-[1.125rem]"
        >
          <RefreshCw />
          {t("refresh")}
        </AppLink>
      </p>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 font-semibold">
        <li>
          <AppLink href={{ pathname: base, params }}>{t("session")}</AppLink>
        </li>
        {isAlive && session.mode !== "IN_PERSON" ? (
          <li>
            <AppLink href={{ pathname: `${base}/room`, params }}>{t("room")}</AppLink>
          </li>
        ) : null}
        {may.run ? (
          <li>
            <AppLink href={{ pathname: `${base}/minutes`, params }}>{t("minutes")}</AppLink>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
