import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ListDownload } from "@/components/ui/list-download";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { InterestRow } from "@/lib/sessions/interests/queries";

/** Which bodies would come, with whom to write to; for the coordinator. */
export function InterestTable({ rows, sessionId }: { rows: InterestRow[]; sessionId: string }) {
  const t = useTranslations("planning.interests");
  const locale = useLocale() as Locale;
  if (rows.length === 0) return <EmptyState title={t("none")}>{t("noneNote")}</EmptyState>;
  return (
    <div className="space-y-3">
      <DataTable
        caption={t("list")}
        hiddenCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "body",
            header: t("body"),
            rowHeader: true,
            cell: (row) => (
              <>
                {row.body}
                {row.isOfPortal ? null : (
                  <span className="block font-normal text-meta text-muted">{t("outside")}</span>
                )}
              </>
            ),
          },
          { key: "contact", header: t("contact"), cell: (row) => row.contact },
          { key: "email", header: t("email"), cell: (row) => <Address email={row.email} /> },
          { key: "people", header: t("people"), numeric: true, cell: (row) => row.people },
          { key: "state", header: t("state"), cell: (row) => t(`states.${row.state}`) },
          { key: "since", header: t("since"), cell: (row) => formatDay(row.createdAt, locale) },
        ]}
      />
      <ListDownload list="interests" filters={{ session: sessionId }} />
    </div>
  );
}

function Address({ email }: { email: string | null }) {
  return email ? (
    <a href={`mailto:${email}`} className="break-all">
      {email}
    </a>
  ) : null;
}
