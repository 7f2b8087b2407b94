import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { BellRing } from "@/components/ui/icons";
import { StateChip } from "@/components/ui/state-chip";
import type { BodyParticipation, Participation } from "@/lib/animation/participation/queries";
import { formatShortDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeInstant } from "@/lib/platform/rome-time";

type Props = { slug: string; participation: Participation; remind: FormAction };

/** Bodies × weeks: posts and readings, who is silent, and the button that reminds them. */
export function ParticipationMatrix({ slug, participation, remind }: Props) {
  const t = useTranslations("animation.participation");
  const locale = useLocale() as Locale;
  const { rows, weeks, mayRemind } = participation;
  return (
    <DataTable
      caption={t("caption")}
      small="scroll"
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("empty")}>{t("emptyNext")}</EmptyState>}
      columns={[
        { key: "body", header: t("body"), rowHeader: true, cell: (row) => row.shortName },
        {
          key: "silence",
          header: t("silence"),
          cell: (row) => <Silence row={row} />,
        },
        ...(mayRemind
          ? [
              {
                key: "remind",
                header: t("remind"),
                hiddenHeader: true,
                cell: (row: BodyParticipation) => <Remind slug={slug} row={row} action={remind} />,
              },
            ]
          : []),
        { key: "posts", header: t("allPosts"), numeric: true, cell: (row) => row.posts },
        ...weeks.map((week, index) => ({
          key: week,
          header: formatShortDay(romeInstant(week, "12:00"), locale),
          numeric: true,
          cell: (row: BodyParticipation) => {
            const cell = row.cells[index] ?? { posts: 0, reads: 0 };
            return (
              <>
                <span aria-hidden="true" className={cell.posts > 0 ? "font-semibold" : "text-muted"}>
                  {cell.posts}
                  <span className="font-normal text-muted"> / {cell.reads}</span>
                </span>
                <span className="sr-only">{t("cell", cell)}</span>
              </>
            );
          },
        })),
      ]}
    />
  );
}

function Silence({ row }: { row: BodyParticipation }) {
  const t = useTranslations("animation.participation");
  const since = row.weeksSilent === null ? t("never") : t("since", { weeks: row.weeksSilent });
  return row.isSilent ? (
    <StateChip tone="late" look="inline">
      {since}
    </StateChip>
  ) : (
    <span className="text-meta text-muted">{since}</span>
  );
}

function Remind({ slug, row, action }: { slug: string; row: BodyParticipation; action: FormAction }) {
  const t = useTranslations("animation.participation");
  if (!row.isSilent) return null;
  if (row.isReminded) return <span className="text-meta text-muted">{t("reminded")}</span>;
  return (
    <ActionForm
      action={action}
      id={`remind-${row.id}`}
      hidden={{ programme: slug, body: row.id }}
      className="no-print"
    >
      <SubmitButton variant="outline" size={32} icon={<BellRing />}>
        {t("remind")}
        <span className="sr-only"> {row.shortName}</span>
      </SubmitButton>
    </ActionForm>
  );
}
