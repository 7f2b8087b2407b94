import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { KindName } from "@/components/documents/state";
import { Band } from "@/components/layout/band";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { FileRow } from "@/components/ui/file-row";
import { listPublicDocuments } from "@/lib/documents/queries";
import { formatDay, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
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
  const [t, documents] = await Promise.all([
    getTranslations("documents"),
    listPublicDocuments(actor, programme.id),
  ]);
  return (
    <ProgrammeFrame programme={programme} current="documents">
      <Band room="tight">
        {documents.length === 0 ? (
          <EmptyState title={t("public.empty")}>{t("public.emptyNext")}</EmptyState>
        ) : (
          <ul className="max-w-[52rem] space-y-6">
            {documents.map(({ versions: [version], ...document }) => (
              <li key={document.id} className="space-y-2">
                <h2 lang={document.lang} className="text-h4">
                  {document.title}
                </h2>
                {document.note ? (
                  <p lang={document.lang} className="measure whitespace-pre-line">
                    {document.note}
                  </p>
                ) : null}
                {version ? (
                  <FileRow
                    name={version.filename}
                    url={`/api/files/${version.id}`}
                    meta={
                      <>
                        <KindName kind={document.kind} />, {formatSize(version.size, locale)},{" "}
                        {formatDay(version.createdAt, locale)}
                      </>
                    }
                  />
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Band>
    </ProgrammeFrame>
  );
}
