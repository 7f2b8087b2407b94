import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import type { ReadingBody } from "@/lib/announcements/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { bodies: ReadingBody[]; asksToAcknowledge: boolean };

/** Who of each body has opened an announcement, and acknowledged it where that is asked. */
export function AnnouncementReaders({ bodies, asksToAcknowledge }: Props) {
  const t = useTranslations("announcements.readers");
  const locale = useLocale() as Locale;
  const reached = bodies.filter(({ people }) => people.some((one) => one.firstAt)).length;
  const rows = bodies.flatMap((body) =>
    body.people.length === 0
      ? [{ key: body.id, body: body.name, name: t("nobody"), firstAt: null, acknowledgedAt: null }]
      : body.people.map(({ id, ...person }) => ({ key: `${body.id} ${id}`, body: body.name, ...person })),
  );
  const moment = (at: Date | null) => (at ? formatInstant(at, locale) : t("notYet"));
  return (
    <section aria-labelledby="readers" className="space-y-4">
      <SectionHead
        id="readers"
        size="area"
        title={t("title")}
        note={t("reached", { reached, count: bodies.length })}
      />
      <DataTable
        caption={t("title")}
        hiddenCaption
        rows={rows}
        rowKey={(row) => row.key}
        empty={<EmptyState title={t("none")} />}
        columns={[
          { key: "name", header: t("person"), rowHeader: true, cell: (row) => row.name },
          { key: "body", header: t("body"), cell: (row) => row.body },
          { key: "first", header: t("first"), cell: (row) => moment(row.firstAt) },
          ...(asksToAcknowledge
            ? [
                {
                  key: "acknowledged",
                  header: t("acknowledged"),
                  cell: (row: (typeof rows)[number]) => moment(row.acknowledgedAt),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
