import { useLocale } from "next-intl";
import { DateBlock } from "@/components/ui/date-block";
import { formatLongDay, formatShortDay, formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeDay } from "@/lib/platform/rome-time";

type Times = { startsAt: Date; endsAt: Date };

/** "martedì 31 marzo 2026, 10:30-12:30" */
export function SessionWhen({ startsAt, endsAt }: Times) {
  const locale = useLocale() as Locale;
  return (
    <>
      {formatLongDay(startsAt, locale)},{" "}
      <span className="whitespace-nowrap">
        <time dateTime={startsAt.toISOString()}>{formatTime(startsAt, locale)}</time>-
        <time dateTime={endsAt.toISOString()}>{formatTime(endsAt, locale)}</time>
      </span>
    </>
  );
}

/** The day of a row, with its month and year; the full date stands beside it. */
export function SessionDay({ startsAt, muted }: { startsAt: Date; muted?: boolean }) {
  const locale = useLocale() as Locale;
  const [day = "", month = ""] = formatShortDay(startsAt, locale).split(" ");
  const dateTime = romeDay(startsAt);
  return <DateBlock day={day} month={month} year={dateTime.slice(0, 4)} dateTime={dateTime} muted={muted} />;
}
