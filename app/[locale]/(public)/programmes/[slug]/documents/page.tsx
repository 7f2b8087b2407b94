import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PublicDocuments } from "@/components/documents/public-documents";
import { Band } from "@/components/layout/band";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { ItemList } from "@/components/reuse/item-list";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import { listPublicDocuments } from "@/lib/documents/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { listItems } from "@/lib/reuse/queries";
import { openProgramme, programmeMetadata } from "../open-programme";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return programmeMetadata(
    { locale, slug },
    { pathname: "/programmes/[slug]/documents", params: { slug } },
    "documents",
  );
}

export default async function PublicDocumentsPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const [t, reuse, documents, items] = await Promise.all([
    getTranslations("documents"),
    getTranslations("reuse.list"),
    listPublicDocuments(actor, programme.id),
    listItems(actor, { programme: slug }),
  ]);
  return (
    <ProgrammeFrame programme={programme} current="documents">
      <Band room="tight">
        {items.rows.length > 0 ? (
          <section aria-labelledby="reuse" className="mb-10">
            <SectionHead
              id="reuse"
              title={reuse("results")}
              link={{ href: { pathname: "/reuse", query: { programme: slug } }, label: reuse("title") }}
            />
            <ItemList items={items.rows} />
          </section>
        ) : null}
        {documents.length > 0 ? (
          <section aria-labelledby="documents" className="space-y-6">
            <div className={items.rows.length > 0 ? "" : "sr-only"}>
              <SectionHead id="documents" title={items.rows.length > 0 ? reuse("others") : t("list.title")} />
            </div>
            <PublicDocuments documents={documents} />
          </section>
        ) : null}
        {documents.length + items.rows.length === 0 ? (
          <EmptyState title={t("public.empty")}>{t("public.emptyNext")}</EmptyState>
        ) : null}
      </Band>
    </ProgrammeFrame>
  );
}
