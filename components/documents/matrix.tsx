import { useLocale, useTranslations } from "next-intl";
import { Marks } from "@/components/documents/deliverable-list";
import { MatrixKeys } from "@/components/documents/matrix-keys";
import { DeliverableChip, deliverableTones } from "@/components/documents/state";
import { AppLink } from "@/components/ui/app-link";
import type { StateTone } from "@/components/ui/state-chip";
import { isOverdue } from "@/lib/documents/deliverables/due";
import type { MatrixCell } from "@/lib/documents/deliverables/queries";
import { daysUntil, formatDay, formatInstant, formatShortDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Request = { id: string; position: number; title: string; dueAt: Date };
export type MatrixRow = {
  organisationId: string;
  name: string;
  shortName: string;
  cells: Map<string, MatrixCell>;
};

type Props = { slug: string; requests: Request[]; rows: MatrixRow[]; now: Date; caption: string };

// What is done or not yet begun stays white, so that what moves stands out.
const grounds: Partial<Record<StateTone, string>> = {
  sent: "bg-sent-ground",
  review: "bg-review-ground",
  correct: "bg-correct-ground",
  approved: "bg-approved-ground",
};

/** Bodies × requests: the state of each deliverable with its age, late and extension marks. Each cell is a link. */
export function Matrix({ slug, requests, rows, now, caption }: Props) {
  const t = useTranslations("documents.matrix");
  const locale = useLocale() as Locale;
  return (
    <MatrixKeys label={caption}>
      <table className="w-full min-w-max border-separate border-spacing-0 text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 w-38 min-w-38 border-hairline border-r border-b-2 border-b-ink bg-quiet p-2.5 align-top font-semibold"
            >
              {t("body")}
            </th>
            {requests.map((request) => (
              <th
                key={request.id}
                scope="col"
                className="sticky top-0 z-10 w-32 min-w-32 max-w-32 border-hairline border-r border-b-2 border-b-ink bg-quiet p-2.5 align-top font-semibold"
              >
                <AppLink
                  href={{
                    pathname: "/area/programmes/[slug]/deliverables/requests/[id]",
                    params: { slug, id: request.id },
                  }}
                  className="text-ink"
                >
                  {request.position}. {request.title}
                </AppLink>
                <span className="mt-1 block font-normal text-muted">
                  <time dateTime={request.dueAt.toISOString()} title={formatInstant(request.dueAt, locale)}>
                    {formatShortDay(request.dueAt, locale)}
                  </time>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.organisationId}>
              <th
                scope="row"
                className="sticky left-0 z-10 border-hairline border-r-2 border-b bg-ground p-2.5 align-top font-semibold"
              >
                {row.shortName}
              </th>
              {requests.map((request) => (
                <Cell
                  key={request.id}
                  slug={slug}
                  cell={row.cells.get(request.id)}
                  row={row}
                  request={request}
                  now={now}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </MatrixKeys>
  );
}

type CellProps = { slug: string; cell: MatrixCell | undefined; row: MatrixRow; request: Request; now: Date };

function Cell({ slug, cell, row, request, now }: CellProps) {
  const t = useTranslations("documents.matrix");
  const locale = useLocale() as Locale;
  if (!cell) {
    return <td className="border-hairline border-r border-b bg-ground p-2.5 text-muted">{t("notOwed")}</td>;
  }
  const overdue = isOverdue(cell.state, cell.dueAt, now);
  const ground = overdue ? "bg-late-ground" : (grounds[deliverableTones[cell.state]] ?? "bg-paper");
  const owed = cell.state === "TO_DO" || cell.state === "CHANGES_REQUESTED";
  const name = t("cellName", {
    body: row.name,
    request: request.title,
    due: formatDay(cell.dueAt, locale),
  });
  return (
    <td className={`h-16 border-hairline border-r border-b p-0 align-top ${ground}`}>
      <AppLink
        // "relative" holds the hidden words within what scrolls: they would make the page as wide as the table.
        href={{ pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id: cell.id } }}
        data-cell
        className="relative block min-h-16 p-2 text-ink no-underline -outline-offset-3 hover:no-underline"
      >
        <span className="sr-only">{name} </span>
        <DeliverableChip state={cell.state} look="inline" />
        <span className="block pl-6 text-[0.84rem] text-muted">{age(cell, now, owed)}</span>
        <Marks cell={cell} now={now} />
      </AppLink>
    </td>
  );

  function age(one: MatrixCell, at: Date, isOwed: boolean): string {
    if (isOwed && one.state === "TO_DO") {
      const days = daysUntil(at, one.dueAt);
      if (days < 0) return t("dueOn", { day: formatShortDay(one.dueAt, locale) });
      return days === 0 ? t("dueToday") : t("dueIn", { days });
    }
    const days = daysUntil(one.stateSince, at);
    if (one.state === "LOCKED" || days > 20) return formatShortDay(one.stateSince, locale);
    return days <= 0 ? t("sinceToday") : t("since", { days });
  }
}
