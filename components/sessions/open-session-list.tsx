import { useLocale, useTranslations } from "next-intl";
import { DurationFacts } from "@/components/sessions/duration-facts";
import { SessionBody } from "@/components/sessions/session-body";
import { SessionState } from "@/components/sessions/session-state";
import { SessionDay } from "@/components/sessions/session-when";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeInstant } from "@/lib/platform/rome-time";
import { sessionPhase } from "@/lib/sessions/lifecycle";
import type { SessionRow } from "@/lib/sessions/session-row";
import { type WorkPeriod, withWorkPeriods } from "@/lib/sessions/work-periods";

/** A programme's sessions in the order of time, with the work at a distance that lies between them. */
export function OpenSessionList({ rows, now }: { rows: SessionRow[]; now: Date }) {
  return (
    <ol>
      {withWorkPeriods(rows).flatMap(({ session, workBefore }) => [
        ...(workBefore ? [<WorkItem key={`before-${session.id}`} period={workBefore} />] : []),
        <OpenItem key={session.id} row={session} now={now} />,
      ])}
    </ol>
  );
}

function OpenItem({ row, now }: { row: SessionRow; now: Date }) {
  return (
    <li className="flex flex-wrap gap-x-6 gap-y-2 border-hairline border-b py-5 sm:flex-nowrap">
      <SessionDay startsAt={row.startsAt} muted={row.endsAt < now} />
      <SessionBody
        row={row}
        level="h2"
        href={{
          pathname: "/programmes/[slug]/sessions/[id]",
          params: { slug: row.programme.slug, id: row.id },
        }}
      >
        <p className="mt-1 text-meta text-muted">
          <DurationFacts session={row} />
        </p>
      </SessionBody>
      <div className="shrink-0 max-sm:w-full max-sm:pl-22">
        <SessionState phase={sessionPhase(row, now)} isOpen />
      </div>
    </li>
  );
}

function WorkItem({ period }: { period: WorkPeriod }) {
  const t = useTranslations("sessions.open");
  const locale = useLocale() as Locale;
  const show = (day: string) => formatDay(romeInstant(day, "12:00"), locale);
  return (
    <li className="flex gap-6 border-hairline border-b bg-ground py-4">
      <span aria-hidden="true" className="w-16 shrink-0 self-stretch py-1 pl-5">
        <span className="block h-full border-control border-l-3 border-dotted" />
      </span>
      <div className="min-w-0 text-base">
        <p className="font-semibold">
          {t("workPeriod")}{" "}
          <span className="font-normal">
            {t("workDates", { from: show(period.from), to: show(period.to) })} (
            {t("workDays", { days: period.days })})
          </span>
        </p>
        <p className="text-meta text-muted">{t("workNote")}</p>
      </div>
    </li>
  );
}
