import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { SectionHead } from "@/components/ui/section-head";
import type { Substitution } from "@/lib/sessions/substitutes/queries";

/** Who comes to a session in whose place. */
export function SubstituteTable({ all }: { all: Substitution[] }) {
  const t = useTranslations("replies.substitutes");
  return (
    <section className="space-y-3">
      <SectionHead title={t("all")} size="area" />
      {all.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("all")}
          hiddenCaption
          rows={all}
          rowKey={(one) => one.person}
          columns={[
            { key: "person", header: t("absent"), rowHeader: true, cell: (one) => one.person },
            { key: "substitute", header: t("present"), cell: (one) => one.substitute },
          ]}
        />
      )}
    </section>
  );
}
