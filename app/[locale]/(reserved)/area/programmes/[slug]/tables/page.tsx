import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { TableList } from "@/components/tables/table-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { canEditTables } from "@/lib/tables/policy";
import { listTables } from "@/lib/tables/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "tables" });
  return { title: t("title") };
}

export default async function TablesPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const [t, tables] = await Promise.all([getTranslations("tables"), listTables(actor, programme.id)]);
  const mayEdit = canEditTables(actor, { programmeId: programme.id });
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        actions={
          mayEdit ? (
            <ButtonLink
              href={{ pathname: "/area/programmes/[slug]/tables/new", params: { slug } }}
              icon={<Plus />}
            >
              {t("new")}
            </ButtonLink>
          ) : null
        }
      />
      {tables.length === 0 ? (
        <EmptyState title={t("empty")}>{t(mayEdit ? "emptyAdd" : "emptyNext")}</EmptyState>
      ) : (
        <TableList slug={slug} tables={tables} />
      )}
    </div>
  );
}
