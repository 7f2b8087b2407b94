import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ProgrammeState } from "@/components/programmes/programme-state";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { requireActor } from "@/lib/platform/request";
import { listManagedOrganisations, listOwnProgrammes } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "programmes.own" });
  return { title: t("title") };
}

export default async function OwnProgrammesPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, programmes, managed] = await Promise.all([
    getTranslations("programmes.own"),
    listOwnProgrammes(actor),
    listManagedOrganisations(actor),
  ]);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        actions={
          managed.length > 0 ? (
            <ButtonLink size={40} icon={<Plus />} href="/area/organisations/new-programme">
              {t("new")}
            </ButtonLink>
          ) : null
        }
      />
      <DataTable
        caption={t("title")}
        hiddenCaption
        rows={programmes}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t("none")}>
            <p>{t("noneNext")}</p>
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            header: t("programme"),
            rowHeader: true,
            cell: (row) => (
              <AppLink href={{ pathname: "/area/programmes/[slug]", params: { slug: row.slug } }}>
                {row.shortTitle}
              </AppLink>
            ),
          },
          { key: "promoter", header: t("promoter"), cell: (row) => row.promoterName },
          { key: "state", header: t("state"), cell: (row) => <ProgrammeState state={row.state} /> },
        ]}
      />
    </div>
  );
}
