import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { TableForm } from "@/components/tables/table-form";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { addTableAction } from "@/lib/tables/actions";
import { canEditTables } from "@/lib/tables/policy";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "tables" });
  return { title: t("new") };
}

export default async function NewTablePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const { id: programmeId } = await onPage(getAreaProgramme(actor, slug));
  pageNeeds(canEditTables(actor, { programmeId }));
  const t = await getTranslations("tables");
  const list = { pathname: "/area/programmes/[slug]/tables", params: { slug } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("new")}
        crumbs={[{ label: t("title"), href: list }, { label: t("new") }]}
      />
      <TableForm action={addTableAction} hidden={{ programmeId }} cancel={list} />
    </div>
  );
}
