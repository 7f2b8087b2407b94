import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DossierArchive } from "@/components/dossier/dossier-archive";
import { SpaceArchives } from "@/components/dossier/space-archives";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { listSpaceFigures } from "@/lib/documents/packing/queries";
import { findDossierFigures } from "@/lib/dossier/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "dossier" });
  return { title: t("page.title") };
}

export default async function DownloadPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const [t, documents, spaces, figures] = await Promise.all([
    getTranslations("dossier.page"),
    getTranslations("documents.list"),
    listSpaceFigures(actor, programme.id),
    findDossierFigures(actor, programme.id),
  ]);
  return (
    <div className="space-y-10">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        crumbs={[
          {
            href: { pathname: "/area/programmes/[slug]/documents", params: { slug } },
            label: documents("title"),
          },
          { label: t("title") },
        ]}
      />
      {figures ? <DossierArchive slug={slug} figures={figures} /> : null}
      <section aria-labelledby="spaces" className="space-y-4">
        <SectionHead size="area" id="spaces" title={t("spaces")} />
        <SpaceArchives spaces={spaces} />
      </section>
    </div>
  );
}
