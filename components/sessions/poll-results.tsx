import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StateChip } from "@/components/ui/state-chip";
import { formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { PollView } from "@/lib/sessions/polls/queries";

type Option = PollView["options"][number];

/** The dates, best first, with what speaks for each. */
export function PollResults({ poll }: { poll: PollView }) {
  const t = useTranslations("planning.poll");
  const locale = useLocale() as Locale;
  const columns: Column<Option>[] = [
    {
      key: "date",
      header: t("date"),
      rowHeader: true,
      cell: (row) => (
        <>
          {formatRange(row.startsAt, row.endsAt, locale)}
          {row.isChosen ? (
            <span className="ml-3 inline-block">
              <StateChip tone="approved">{t("chosen")}</StateChip>
            </span>
          ) : null}
          {row.dayOff ? (
            <span className="block font-normal text-meta">
              {t("dayOff", { kind: row.dayOff.kind, name: row.dayOff.name ?? "" })}
            </span>
          ) : null}
          <span className="block font-normal text-meta text-muted">
            {t(`reason.${row.reason}`, { missing: row.tally.no, silent: row.tally.silent })}
          </span>
        </>
      ),
    },
    { key: "yes", header: t("reply.YES"), numeric: true, cell: (row) => row.tally.yes },
    { key: "ifNeeded", header: t("reply.IF_NEEDED"), numeric: true, cell: (row) => row.tally.ifNeeded },
    { key: "no", header: t("reply.NO"), numeric: true, cell: (row) => row.tally.no },
    { key: "silent", header: t("reply.NONE"), numeric: true, cell: (row) => row.tally.silent },
  ];
  return (
    <DataTable
      caption={t("results")}
      hiddenCaption
      rows={poll.options}
      rowKey={(row) => row.id}
      columns={columns}
    />
  );
}

/** Who answered what: people down, dates across; scrolls within itself on small screens. */
export function PollPeople({ poll }: { poll: PollView }) {
  const t = useTranslations("planning.poll");
  const locale = useLocale() as Locale;
  const options = poll.options.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return (
    <DataTable<PollView["people"][number]>
      caption={t("people")}
      small="scroll"
      rows={poll.people}
      rowKey={(row) => row.id}
      columns={[
        { key: "name", header: t("person"), rowHeader: true, cell: (row) => row.name },
        ...options.map((option) => ({
          key: option.id,
          header: formatRange(option.startsAt, option.endsAt, locale),
          cell: (row: PollView["people"][number]) => t(`reply.${row.replies[option.id] ?? "NONE"}`),
        })),
      ]}
    />
  );
}
