import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { documentCrumbs } from "@/components/documents/text/document-crumbs";
import { VersionPreview } from "@/components/documents/text/version-preview";
import { VersionList } from "@/components/documents/version-list";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { getPreview } from "@/lib/documents/text/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string; version: string }> };

const open = pageQuery(getPreview);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id, version: versionId } = await params;
  const t = await getTranslations({ locale, namespace: "file-text" });
  const version = await open(id, versionId);
  return { title: pageTitle(t("preview.title", { number: version.number }), version.document.title) };
}

export default async function VersionPage({ params }: Props) {
  const { locale, slug, id, version: versionId } = await params;
  setRequestLocale(locale);
  const [version, t, documents] = await Promise.all([
    open(id, versionId),
    getTranslations("file-text.preview"),
    getTranslations("documents"),
  ]);
  const { title, lang, deliverable } = version.document;
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title", { number: version.number })}
        note={<span lang={lang}>{title}</span>}
        crumbs={[
          ...documentCrumbs(
            { slug, id, title, deliverableId: deliverable?.id ?? null },
            { documents: documents("list.title"), deliverables: documents("matrix.title") },
          ),
          { label: t("title", { number: version.number }) },
        ]}
      />
      <section className="max-w-[52rem] space-y-4">
        <SectionHead size="area" title={t("file")} />
        <VersionList versions={[version]} />
      </section>
      <VersionPreview version={version} />
    </div>
  );
}
