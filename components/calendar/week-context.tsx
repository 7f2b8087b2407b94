import { useLocale, useTranslations } from "next-intl";
import { KindIcon } from "@/components/sessions/kind-icon";
import { CalendarOff, FileClock } from "@/components/ui/icons";
import { holidaysAmong } from "@/lib/calendar/month";
import type { WeekContext as Week } from "@/lib/calendar/queries";
import { formatShortDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeInstant } from "@/lib/platform/rome-time";

/** What else stands in the week of a planned session: holidays, other sessions, due dates. */
export function WeekContext({ week }: { week: Week }) {
  const t = useTranslations("calendar");
  const locale = useLocale() as Locale;
  const short = (at: Date) => formatShortDay(at, locale);
  const lines = [
    ...Object.entries(holidaysAmong(week.days)).map(([day, name]) => {
      const at = romeInstant(day, "12:00");
      return {
        at,
        icon: <CalendarOff aria-hidden="true" />,
        text: t("week.session", { day: short(at), title: name }),
      };
    }),
    ...week.sessions.map((one) => ({
      at: one.startsAt,
      icon: <KindIcon kind={one.kind} />,
      text: t("week.session", { day: short(one.startsAt), title: one.title }),
    })),
    ...week.deadlines.map((one) => ({
      at: one.dueAt,
      icon: <FileClock aria-hidden="true" />,
      text: t("week.deadline", { day: short(one.dueAt), title: one.title }),
    })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <aside className="border-hairline lg:border-l lg:pl-6">
      <h2 className="text-h4">{t("week.title")}</h2>
      {lines.length > 0 ? (
        <ul className="mt-2">
          {lines.map((line) => (
            <li
              key={`${line.at.getTime()} ${line.text}`}
              className="flex gap-2.5 border-hairline border-b py-2.5 [&_svg]:mt-0.5 [&_svg]:size-5 [&_svg]:shrink-0"
            >
              {line.icon}
              {line.text}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-2 text-muted">{t("week.empty")}</p>
      )}
    </aside>
  );
}
