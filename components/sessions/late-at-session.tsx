import { useLocale, useTranslations } from "next-intl";
import { DeliverableChip } from "@/components/documents/state";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { LateAtSession as Late } from "@/lib/sessions/followup/queries";

/** What had not been sent when the last session began, and how it stands today. */
export function LateAtSession({ slug, late }: { slug: string; late: Late }) {
  const t = useTranslations("followup.late");
  const locale = useLocale() as Locale;
  const { session, deliverables } = late;
  return (
    <section className="space-y-3">
      <SectionHead title={t("title")} size="area" note={session ? deliverables.length : undefined} />
      {session && deliverables.length > 0 ? (
        <p>{t("lead", { session: session.title, when: formatDay(session.startsAt, locale) })}</p>
      ) : null}
      <DataTable
        caption={t("caption")}
        hiddenCaption
        rows={deliverables}
        rowKey={(one) => one.id}
        empty={<EmptyState title={session ? t("none") : t("noSession")} />}
        columns={[
          {
            key: "deliverable",
            header: t("deliverable"),
            rowHeader: true,
            cell: (one) => (
              <AppLink
                href={{
                  pathname: "/area/programmes/[slug]/deliverables/[id]",
                  params: { slug, id: one.id },
                }}
              >
                {one.request.title}
              </AppLink>
            ),
          },
          { key: "body", header: t("body"), cell: (one) => one.organisation.shortName },
          { key: "due", header: t("due"), cell: (one) => formatDay(one.dueAt, locale) },
          { key: "now", header: t("now"), cell: (one) => <DeliverableChip state={one.state} /> },
        ]}
      />
    </section>
  );
}
