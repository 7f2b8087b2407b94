import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { formatDay, formatLongDay, formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeInstant } from "@/lib/platform/rome-time";
import type { PlannedRow } from "@/lib/sessions/series/commands";

/** The sessions of a plan before they are saved: when, why not on the day that was asked for, what stands in the way. */
export function PlanTable({ rows }: { rows: PlannedRow[] }) {
  const t = useTranslations("planning.plan");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("caption")}
      hiddenCaption
      rows={rows}
      rowKey={(row) => row.startsAt.toISOString()}
      columns={[
        { key: "title", header: t("session"), rowHeader: true, cell: (row) => row.title },
        {
          key: "day",
          header: t("day"),
          cell: (row) => (
            <>
              {formatLongDay(row.startsAt, locale)}
              <span className="block text-meta text-muted">
                {formatTime(row.startsAt, locale)}-{formatTime(row.endsAt, locale)}
              </span>
              <Notes row={row} />
            </>
          ),
        },
      ]}
    />
  );
}

function Notes({ row }: { row: PlannedRow }) {
  const t = useTranslations("planning.plan");
  const locale = useLocale() as Locale;
  const { note, overlaps, busy } = row;
  return (
    <>
      {note ? (
        <span className="block text-meta">
          {t(`moved.${note.reason}`, {
            day: formatDay(romeInstant(note.from, "12:00"), locale),
            name: note.reason === "holiday" ? note.holiday : "",
          })}
        </span>
      ) : null}
      {overlaps ? (
        <span className="block font-semibold text-late">{t("overlaps", { title: overlaps })}</span>
      ) : null}
      {busy > 0 ? (
        <span className="block font-semibold text-correct">{t("busy", { count: busy })}</span>
      ) : null}
    </>
  );
}

/** In place of the button that saves, where a date meets another session of the programme. */
export function PlanObstacle() {
  const t = useTranslations("planning.plan");
  return (
    <Notice tone="warning" title={t("obstacle")}>
      {t("obstacleNote")}
    </Notice>
  );
}
