import { useLocale, useTranslations } from "next-intl";
import { EnrolmentChip } from "@/components/people/enrolment-chip";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Body } from "@/lib/programmes/queries";

/** Every enrolment with its state and who agreed to it. */
export function EnrolmentTable({ slug, bodies }: { slug: string; bodies: Body[] }) {
  const t = useTranslations("programmes.enrolments");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("title")}
      hiddenCaption
      rows={bodies}
      rowKey={(body) => body.enrolmentId}
      empty={
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      }
      columns={[
        {
          key: "body",
          header: t("body"),
          rowHeader: true,
          cell: (body) => (
            <AppLink
              href={{
                pathname: "/area/programmes/[slug]/settings/enrolments/[id]",
                params: { slug, id: body.enrolmentId },
              }}
            >
              {body.name}
            </AppLink>
          ),
        },
        { key: "state", header: t("state"), cell: (body) => <EnrolmentChip state={body.state} /> },
        {
          key: "applied",
          header: t("appliedOn"),
          cell: (body) => (body.appliedOn ? formatDay(body.appliedOn, locale) : null),
        },
        {
          key: "agreed",
          header: t("agreed"),
          cell: (body) => body.consents.map(({ onBehalfOf }) => onBehalfOf).join(", ") || t("nobodyYet"),
        },
      ]}
    />
  );
}
