import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { OpenOfMinutes as Open } from "@/lib/sessions/followup/open/queries";

/** Tasks and decisions of the minutes that are still open, each with the session it comes from. */
export function OpenOfMinutes({ slug, open }: { slug: string; open: Open }) {
  const t = useTranslations("followup.open");
  const locale = useLocale() as Locale;
  const from = ({ session }: Pick<Open["tasks"][number], "session">) => (
    <AppLink href={{ pathname: "/area/programmes/[slug]/sessions/[id]", params: { slug, id: session.id } }}>
      {session.title}
    </AppLink>
  );
  return (
    <>
      <section className="space-y-3">
        <SectionHead title={t("tasks")} size="area" note={open.tasks.length} />
        <DataTable
          caption={t("tasksCaption")}
          hiddenCaption
          rows={open.tasks}
          rowKey={(one) => one.id}
          empty={<EmptyState title={t("noTasks")} />}
          columns={[
            { key: "text", header: t("task"), rowHeader: true, cell: (one) => one.text },
            { key: "owner", header: t("owner"), cell: (one) => one.owner ?? t("nobody") },
            { key: "due", header: t("due"), cell: (one) => formatDay(one.dueOn, locale) },
            { key: "session", header: t("session"), cell: from },
          ]}
        />
      </section>
      <section className="space-y-3">
        <SectionHead title={t("decisions")} size="area" note={open.decisions.length} />
        <DataTable
          caption={t("decisionsCaption")}
          hiddenCaption
          rows={open.decisions}
          rowKey={(one) => one.id}
          empty={<EmptyState title={t("noDecisions")} />}
          columns={[
            { key: "text", header: t("decision"), rowHeader: true, cell: (one) => one.text },
            { key: "session", header: t("session"), cell: from },
          ]}
        />
      </section>
    </>
  );
}
