import { useLocale, useTranslations } from "next-intl";
import { Prose } from "@/components/ui/prose";
import { SectionHead } from "@/components/ui/section-head";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { SessionView } from "@/lib/sessions/view/queries";

/** The minutes, as far as the reader may read them. */
export function SessionMinutes({
  minutes,
  size,
}: {
  minutes: SessionView["minutes"];
  size: "page" | "area";
}) {
  const t = useTranslations("sessions.view");
  const locale = useLocale() as Locale;
  return (
    <section className="space-y-3">
      <SectionHead
        title={t("minutesTitle")}
        size={size}
        note={
          minutes?.publishedAt
            ? t("minutesPublished", { when: formatDay(minutes.publishedAt, locale) })
            : null
        }
      />
      {minutes ? (
        <>
          {minutes.publishedAt ? null : <p className="text-muted">{t("minutesNotPublished")}</p>}
          <Prose html={minutes.html} lang={minutes.lang} />
        </>
      ) : (
        <p className="text-muted">{t("minutesNone")}</p>
      )}
    </section>
  );
}
