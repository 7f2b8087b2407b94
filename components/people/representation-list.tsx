import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import type { OrganisationView } from "@/lib/people/organisations/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Row = OrganisationView["represents"][number];

type Props = { rows: Row[]; action?: (row: Row) => ReactNode };

/** Organisations on the other side of a representation, since when and by which source. */
export function RepresentationList({ rows, action }: Props) {
  const t = useTranslations("people.organisations");
  const locale = useLocale() as Locale;
  const period = ({ fromDate, toDate }: Row) => {
    const from = fromDate ? formatDay(fromDate, locale) : null;
    const to = toDate ? formatDay(toDate, locale) : null;
    if (from && to) return t("period", { from, to });
    if (from) return t("from", { date: from });
    return to ? t("to", { date: to }) : null;
  };
  return (
    <ul className="divide-y divide-hairline border-hairline border-b">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
          <div className="min-w-0">
            <AppLink
              href={{ pathname: "/organisations/[slug]", params: { slug: row.other.slug } }}
              className="font-semibold"
            >
              {row.other.name}
            </AppLink>
            <p className="text-meta text-muted">
              {[period(row), t("source", { source: row.source })].filter(Boolean).join(" · ")}
            </p>
          </div>
          {action?.(row)}
        </li>
      ))}
    </ul>
  );
}
