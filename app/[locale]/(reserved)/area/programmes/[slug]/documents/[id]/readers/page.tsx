import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ReaderTable } from "@/components/documents/reader-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import { getReaders } from "@/lib/documents/reading/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getReaders);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "deliverables" });
  const { document } = await open(id);
  return { title: pageTitle(t("readers.title"), document.title) };
}

export default async function ReadersPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const [{ document, rows }, t, documents] = await Promise.all([
    open(id),
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
