import { useLocale, useTranslations } from "next-intl";
import { type MatrixColumn, MatrixTable, type ShownCell } from "@/components/documents/matrix-table";
import { deliverableTones } from "@/components/documents/state";
import { addressOf } from "@/components/ui/app-link";
import { daysLate, isOverdue } from "@/lib/documents/deliverables/due";
import type { MatrixCell } from "@/lib/documents/deliverables/queries";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import { daysUntil, formatInstant, formatShortDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Request = { id: string; position: number; title: string; dueAt: Date };
export type MatrixRow = {
  organisationId: string;
  name: string;
  shortName: string;
  cells: Map<string, MatrixCell>;
};

type Props = { slug: string; requests: Request[]; rows: MatrixRow[]; now: Date; caption: string };

/**
 * Bodies × requests: the state of each deliverable with its age, late and extension marks. Each cell is a link. What a
 * cell says is put together here and sent once: the table of a hundred bodies would else go out twice, as markup and as
 * the tree that it was made from.
 */
export function Matrix({ slug, requests, rows, now, caption }: Props) {
  const t = useTranslations("documents.matrix");
  const states = useTranslations("documents.states");
  const locale = useLocale() as Locale;
  const columns: MatrixColumn[] = requests.map(({ id, position, title, dueAt }) => ({
    id,
    position,
    title,
    href: addressOf(
      { pathname: "/area/programmes/[slug]/deliverables/requests/[id]", params: { slug, id } },
      locale,
    ),
    due: {
      at: dueAt.toISOString(),
      long: formatInstant(dueAt, locale),
      short: formatShortDay(dueAt, locale),
    },
  }));
  return (
    <MatrixTable
      caption={caption}
      columns={columns}
      rows={rows.map(({ organisationId, shortName, cells }) => ({
        id: organisationId,
        name: shortName,
        cells: requests.map(({ id }) => {
          const cell = cells.get(id);
          return cell ? shown(cell) : null;
        }),
      }))}
      words={{
        body: t("body"),
        notOwed: t("notOwed"),
        states: {
          TO_DO: look("TO_DO"),
          SUBMITTED: look("SUBMITTED"),
          IN_REVIEW: look("IN_REVIEW"),
          CHANGES_REQUESTED: look("CHANGES_REQUESTED"),
          APPROVED: look("APPROVED"),
          LOCKED: look("LOCKED"),
        },
      }}
      folder={addressOf({ pathname: "/area/programmes/[slug]/deliverables", params: { slug } }, locale)}
    />
  );

  function look(state: DeliverableState) {
    return { word: states(state), tone: deliverableTones[state] };
  }

  function shown(cell: MatrixCell): ShownCell {
    const overdue = isOverdue(cell.state, cell.dueAt, now);
    const owed = cell.state === "TO_DO" || cell.state === "CHANGES_REQUESTED";
    const [extension] = cell.extensions;
    const lateDays = daysLate(cell.dueAt, overdue ? now : (cell.submissions[0]?.submittedAt ?? cell.dueAt));
    return {
      id: cell.id,
      state: cell.state,
      age: age(cell),
      ...(overdue ? { isOverdue: true } : {}),
      ...(extension && owed
        ? { extension: t("extension", { day: formatShortDay(extension.newDueAt, locale) }) }
        : {}),
      ...((overdue || cell.isLate) && lateDays > 0 ? { late: t("late", { days: lateDays }) } : {}),
    };
  }

  function age(cell: MatrixCell): string {
    if (cell.state === "TO_DO") {
      const days = daysUntil(now, cell.dueAt);
      if (days < 0) return t("dueOn", { day: formatShortDay(cell.dueAt, locale) });
      return days === 0 ? t("dueToday") : t("dueIn", { days });
    }
    const days = daysUntil(cell.stateSince, now);
    if (cell.state === "LOCKED" || days > 20) return formatShortDay(cell.stateSince, locale);
    return days <= 0 ? t("sinceToday") : t("since", { days });
  }
}
