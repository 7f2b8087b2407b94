import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StateChip } from "@/components/ui/state-chip";
import { formatDay, formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Indicator } from "@/lib/programmes/indicators/queries";
import type { Outcome } from "@/lib/programmes/outcomes/queries";

/** Outcomes of a programme for those who work on it: published, drafts and proposals. */
export function OutcomeTable({ slug, outcomes }: { slug: string; outcomes: Outcome[] }) {
  const t = useTranslations("programmes.outcomes");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("list")}
      hiddenCaption
      rows={outcomes}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      }
      columns={[
        {
          key: "title",
          header: t("titleColumn"),
          rowHeader: true,
          cell: (row) => (
            <AppLink
              href={{ pathname: "/area/programmes/[slug]/outcomes/[id]", params: { slug, id: row.id } }}
            >
              {row.title}
            </AppLink>
          ),
        },
        {
          key: "state",
          header: t("state"),
          cell: (row) => <PublishedChip isPublished={row.publishedAt !== null} />,
        },
        {
          key: "at",
          header: t("date"),
          cell: (row) => formatDay(row.publishedAt ?? row.createdAt, locale),
        },
      ]}
    />
  );
}

/** Whether everybody reads an outcome. */
export function PublishedChip({ isPublished }: { isPublished: boolean }) {
  const t = useTranslations("programmes.outcomes");
  return (
    <StateChip tone={isPublished ? "approved" : "draft"}>
      {t(isPublished ? "isPublished" : "isDraft")}
    </StateChip>
  );
}

/** Indicators with their figure of today. */
export function IndicatorTable({ slug, indicators }: { slug: string; indicators: Indicator[] }) {
  const t = useTranslations("programmes.indicators");
  const locale = useLocale() as Locale;
  const figureOf = ({ figure, unit }: Indicator) => {
    if (figure.value === null) return t("notReceived");
    if (figure.percent !== null) return t("percent", { value: formatNumber(figure.percent, locale, 0) });
    return `${formatNumber(figure.value, locale, 2)} ${unit}`;
  };
  return (
    <DataTable
      caption={t("list")}
      hiddenCaption
      rows={indicators}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      }
      columns={[
        {
          key: "title",
          header: t("title"),
          rowHeader: true,
          cell: (row) => (
            <AppLink
              href={{ pathname: "/area/programmes/[slug]/indicators/[id]", params: { slug, id: row.id } }}
            >
              {row.title}
            </AppLink>
          ),
        },
        { key: "figure", header: t("figure"), numeric: true, cell: figureOf },
        {
          key: "received",
          header: t("received"),
          numeric: true,
          cell: ({ figure }) => t("ofTotal", { value: figure.received, total: figure.asked }),
        },
        {
          key: "at",
          header: t("observed"),
          cell: ({ figure }) => (figure.observedOn ? formatDay(figure.observedOn, locale) : null),
        },
      ]}
    />
  );
}
