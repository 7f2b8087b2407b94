import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScanChip } from "@/components/documents/scan-chip";
import { type ShownSignature, SignatureList } from "@/components/documents/signature-list";
import { AppLink } from "@/components/ui/app-link";
import { FileRow } from "@/components/ui/file-row";
import { Eye, History } from "@/components/ui/icons";
import { isGivenOut } from "@/lib/documents/scan/given";
import type { ScanState, SignatureReading } from "@/lib/platform/db/generated/enums";
import { formatInstant, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

export type ShownVersion = {
  id: string;
  number: number;
  filename: string;
  size: bigint;
  note: string;
  objectSha256: string;
  object: { scan: ScanState; signing: SignatureReading; signatures: ShownSignature[] };
  createdAt: Date;
  author: { givenName: string; familyName: string } | null;
};

/** Versions of a document, newest first, each with author, note, size and hash; `extra` adds an act to a row. */
export function VersionList({
  versions,
  previews,
  extra,
}: {
  versions: ShownVersion[];
  /** the document whose versions' previews are linked to */
  previews?: { slug: string; documentId: string };
  extra?: (version: ShownVersion) => ReactNode;
}) {
  const t = useTranslations("documents.version");
  const preview = useTranslations("file-text.preview");
  const locale = useLocale() as Locale;
  return (
    <ol className="space-y-3">
      {versions.map((version, index) => (
        <li key={version.id}>
          <FileRow
            name={version.filename}
            url={isGivenOut(version.object.scan) ? `/api/files/${version.id}` : undefined}
            icon={index > 0 ? <History /> : undefined}
            meta={
              <>
                {t("line", {
                  number: version.number,
                  size: formatSize(version.size, locale),
                  at: formatInstant(version.createdAt, locale),
                  author: version.author
                    ? `${version.author.givenName} ${version.author.familyName}`
                    : t("noAuthor"),
                })}
                {version.note ? <span className="block">{version.note}</span> : null}
                <span className="block [overflow-wrap:anywhere]">
                  {t("hash")} <code className="text-xs">{version.objectSha256}</code>
                </span>
              </>
            }
          >
            <ScanChip scan={version.object.scan} />
            {extra?.(version)}
            {previews && isGivenOut(version.object.scan) ? (
              <AppLink
                href={{
                  pathname: "/area/programmes/[slug]/documents/[id]/versions/[version]",
                  params: { slug: previews.slug, id: previews.documentId, version: version.id },
                }}
                aria-label={preview("openOf", { number: version.number })}
                className="no-print inline-flex items-center gap-1.5 py-1 font-semibold text-meta"
              >
                <Eye className="size-4" />
                {preview("open")}
              </AppLink>
            ) : null}
            <SignatureList signing={version.object.signing} signatures={version.object.signatures} />
          </FileRow>
        </li>
      ))}
    </ol>
  );
}
