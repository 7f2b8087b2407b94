import { useLocale } from "next-intl";
import { KindName } from "@/components/documents/state";
import { FileRow } from "@/components/ui/file-row";
import type { listPublicDocuments } from "@/lib/documents/queries";
import { formatDay, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { documents: Awaited<ReturnType<typeof listPublicDocuments>> };

/** Documents that visitors may read, each with its last version. */
export function PublicDocuments({ documents }: Props) {
  const locale = useLocale() as Locale;
  return (
    <ul className="max-w-[52rem] space-y-6">
      {documents.map(({ versions: [version], ...document }) => (
        <li key={document.id} className="space-y-2">
          <h3 lang={document.lang} className="text-h4">
            {document.title}
          </h3>
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
  );
}
