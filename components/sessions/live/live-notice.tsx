import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { LiveView } from "@/lib/sessions/live/queries";
import { isWritable } from "@/lib/sessions/minutes/lifecycle";

/** What a reader must know before the rest: not yet, not any more, or why nothing can be written. */
export function LiveNotice({ view }: { view: LiveView }) {
  const t = useTranslations("live.notice");
  const locale = useLocale() as Locale;
  const { phase, session, may, minutesState } = view;
  if (minutesState && !isWritable(minutesState)) {
    return <Notice title={t("locked")}>{t("lockedText")}</Notice>;
  }
  if (phase === "open") return null;
  if (phase === "closed") return <Notice title={t("closed")}>{t("closedText")}</Notice>;
  if (phase === "off") {
    const which = session.state === "CANCELLED" ? "cancelled" : "draft";
    return (
      <Notice tone="warning" title={t(which)}>
        {t(`${which}Text`)}
      </Notice>
    );
  }
  if (phase === "early") {
    const opens = formatInstant(view.opensAt, locale);
    return (
      <Notice title={t("early", { when: formatInstant(session.startsAt, locale) })}>
        {may.run ? t("earlyRun", { opens }) : t("earlyFollow", { opens })}
      </Notice>
    );
  }
  const params = { slug: session.programme.slug, id: session.id };
  return (
    <Notice
      tone="warning"
      title={t("over")}
      action={
        may.manage ? (
          <ButtonLink href={{ pathname: "/area/programmes/[slug]/sessions/[id]/close", params }} size={40}>
            {t("close")}
          </ButtonLink>
        ) : null
      }
    >
      {t("overText")}
    </Notice>
  );
}
