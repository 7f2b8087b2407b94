import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CompareForm } from "@/components/documents/text/compare-form";
import { ComparisonView } from "@/components/documents/text/comparison";
import { documentCrumbs } from "@/components/documents/text/document-crumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { getComparison } from "@/lib/documents/text/queries";
import { comparisonSchema } from "@/lib/documents/text/schema";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getComparison);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "file-text" });
  const document = await open(id, ...numbersIn(await searchParams));
  return { title: pageTitle(t("compare.title"), document.title) };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const query = await searchParams;
  const [document, t, documents] = await Promise.all([
    open(id, ...numbersIn(query)),
    getTranslations("file-text.compare"),
    getTranslations("documents"),
  ]);
  const { title, lang, deliverable, versions, compared } = document;
  const chosen = comparisonSchema.parse(query);
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title")}
        note={<span lang={lang}>{title}</span>}
        crumbs={[
          ...documentCrumbs(
            { slug, id, title, deliverableId: deliverable?.id ?? null },
            { documents: documents("list.title"), deliverables: documents("matrix.title") },
          ),
          { label: t("title") },
        ]}
      />
      <p className="measure">{t("lead")}</p>
      {versions.length > 1 ? (
        <CompareForm slug={slug} documentId={id} versions={versions} chosen={chosen} />
      ) : (
        <EmptyState title={t("one")}>{t("oneNext")}</EmptyState>
      )}
      {compared ? (
        <section className="max-w-[52rem] space-y-4">
          <SectionHead size="area" title={t("result", { from: chosen.from ?? 0, to: chosen.to ?? 0 })} />
          <ComparisonView compared={compared} lang={lang} />
        </section>
      ) : null}
    </div>
  );
}

// What is no pair of numbers is no comparison yet.
function numbersIn(query: Record<string, string | string[] | undefined>): [number?, number?] {
  const { from, to } = comparisonSchema.parse(query);
  return from && to ? [from, to] : [];
}
