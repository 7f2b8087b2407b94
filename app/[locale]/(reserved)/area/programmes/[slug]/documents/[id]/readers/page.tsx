import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ReaderTable } from "@/components/documents/reader-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import { getReaders } from "@/lib/documents/reading/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "deliverables" });
  return { title: t("readers.title") };
}

export default async function ReadersPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const { document, rows } = await onPage(getReaders(actor, id));
  const [t, documents] = await Promise.all([
    getTranslations("deliverables.readers"),
    getTranslations("documents.list"),
  ]);
  const opened = rows.filter((row) => row.reading !== null).length;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        note={t("count", { opened, of: rows.length })}
        crumbs={[
          {
            href: { pathname: "/area/programmes/[slug]/documents", params: { slug } },
            label: documents("title"),
          },
          {
            href: { pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id } },
            label: document.title,
          },
          { label: t("title") },
        ]}
      />
      {rows.length > 0 ? (
        <>
          <ReaderTable rows={rows} caption={t("caption", { title: document.title })} />
          <ListDownload list="document-readers" filters={{ document: id }} />
        </>
      ) : (
        <EmptyState title={t("empty")} />
      )}
    </div>
  );
}
