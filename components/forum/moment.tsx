import { useLocale, useTranslations } from "next-intl";
import { formatInstant, formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeDay } from "@/lib/platform/rome-time";

/** A moment in words, "oggi, 8:31" for one of the reader's day. Hooks run where a component calls it. */
export function useMoment(at: Date): (instant: Date) => string {
  const t = useTranslations("forum");
  const locale = useLocale() as Locale;
  return (instant) =>
    romeDay(instant) === romeDay(at)
      ? t("todayAt", { time: formatTime(instant, locale) })
      : formatInstant(instant, locale);
}
