import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ItemForm } from "@/components/reuse/item-form";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { refusedUpload } from "@/lib/platform/uploads/refusals";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { canManageLibrary } from "@/lib/reuse/policy";
import { listAdaptable } from "@/lib/reuse/queries";
import { getPublishable } from "@/lib/reuse/releases/queries";
import { offeredLicences } from "@/lib/reuse/vocabulary";
import { asUuid } from "@/lib/sessions/identifier";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getPublishable);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "reuse.area" });
  const document = await open(slug, asUuid(id));
  return { title: pageTitle(t("publish"), document.title) };
}

export default async function PublishPage({ params, searchParams }: Props) {
  const { locale, slug, id: documentId } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  pageNeeds(canManageLibrary(actor, { programmeId: programme.id }));
  const query = await searchParams;
  const [t, document, adaptable] = await Promise.all([
    getTranslations("reuse.area"),
    open(slug, asUuid(documentId)),
    listAdaptable(actor),
  ]);
  const { id, version, organisationId: _body, ...facts } = document;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("publish")}
        lead={t("publishLead", { number: version.number, filename: version.filename })}
        crumbs={[
          { href: { pathname: "/area/programmes/[slug]/reuse", params: { slug } }, label: t("title") },
          { label: t("publish") },
        ]}
      />
      <ItemForm
        route="/api/upload/reuse-item"
        target={{ document: id, programme: slug }}
        hidden={{ document: id, versionId: version.id }}
        facts={{
          ...facts,
          licence: offeredLicences[0],
          subjects: [],
          adaptationOfId: null,
          hasCover: false,
        }}
        adaptable={adaptable}
        refused={refusedUpload(query.refused)}
        send={t("publishDo")}
      />
    </div>
  );
}
