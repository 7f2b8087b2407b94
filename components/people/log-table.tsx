import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { LogEntry } from "@/lib/people/log/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  entries: LogEntry[];
  /** sentence of each kind of fact: "ha convocato un incontro" */
  sentences: Record<string, string>;
};

/** The log as sentences: when, who, what, where. */
export function LogTable({ entries, sentences }: Props) {
  const t = useTranslations("people.administration.logList");
  const locale = useLocale() as Locale;
  const who = ({ actorKind, actorName, actorId }: LogEntry) => {
    if (actorKind === "visitor") return t("visitor");
    if (actorKind.startsWith("system:")) return t("system");
    if (!actorName || !actorId) return t("erased");
    return (
      <AppLink href={{ pathname: "/area/administration/log", query: { person: actorId } }}>
        {actorName}
      </AppLink>
    );
  };
  return (
    <DataTable
      caption={t("what")}
      hiddenCaption
      rows={entries}
      rowKey={(one) => one.seq}
      empty={
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      }
      columns={[
        { key: "when", header: t("when"), cell: (one) => formatInstant(one.at, locale) },
        { key: "who", header: t("who"), rowHeader: true, cell: who },
        { key: "what", header: t("what"), cell: (one) => sentences[one.kind] ?? one.kind },
        {
          key: "where",
          header: t("where"),
          cell: (one) => [one.programme, one.organisation].filter(Boolean).join(", "),
        },
      ]}
    />
  );
}
