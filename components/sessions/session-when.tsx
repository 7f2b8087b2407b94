import { useLocale } from "next-intl";
import { DateBlock } from "@/components/ui/date-block";
import { formatLongDay, formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeDay } from "@/lib/platform/rome-time";

type Times = { startsAt: Date; endsAt: Date };

/** "martedì 31 marzo 2026, 10:30-12:30" */
export function SessionWhen({ startsAt, endsAt }: Times) {
  const locale = useLocale() as Locale;
  return (
    <>
      <time dateTime={startsAt.toISOString()}>
        {formatLongDay(startsAt, locale)}, {formatTime(startsAt, locale)}
      </time>
      -<time dateTime={endsAt.toISOString()}>{formatTime(endsAt, locale)}</time>
    </>
  );
}

/** The day of a row, with its month and year. */
export function SessionDay({ startsAt, muted }: { startsAt: Date; muted?: boolean }) {
  const locale = useLocale() as Locale;
  const [, day = "", month = "", year = ""] =
    /^\S+ (\d+) (\S+) (\d+)$/.exec(formatLongDay(startsAt, locale)) ?? [];
  return <DateBlock day={day} month={month} year={year} dateTime={romeDay(startsAt)} muted={muted} />;
}
