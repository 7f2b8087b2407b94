import { useTranslations } from "next-intl";
import { PdfPreview } from "@/components/documents/text/pdf-preview";
import { TextNotice } from "@/components/documents/text/text-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { SectionHead } from "@/components/ui/section-head";
import { mostPages } from "@/lib/documents/text/preview";
import type { ShownPreview } from "@/lib/documents/text/queries";

/** What of a version can be seen without taking it away: the picture, the pages, the text. */
export function VersionPreview({ version }: { version: ShownPreview }) {
  const t = useTranslations("file-text.preview");
  const { kind, shown } = version;
  if (!shown) return <Notice tone="warning">{t("withheld")}</Notice>;
  if (kind === "none") return <EmptyState title={t("none")}>{t("noneNext")}</EmptyState>;
  if (kind === "image") {
    return (
      <section className="space-y-4">
        <SectionHead size="area" title={t("image")} />
        <img
          src={`/api/files/${version.id}/image`}
          alt={t("imageAlt", { name: version.filename })}
          loading="lazy"
          className="h-auto max-w-full border border-hairline"
        />
      </section>
    );
  }
  return (
    <>
      {kind === "pdf" ? <Pages version={version} /> : null}
      <section className="max-w-[52rem] space-y-4">
        <SectionHead
          size="area"
          title={t("content")}
          note={kind === "markdown" || version.mimeType.startsWith("text/") ? undefined : t("contentNote")}
        />
        <TextNotice facts={shown.facts} />
        {shown.html ? <Prose html={shown.html} lang={version.document.lang} /> : null}
        {shown.text && !shown.html ? (
          <div lang={version.document.lang} className="measure whitespace-pre-line [overflow-wrap:anywhere]">
            {shown.text}
          </div>
        ) : null}
        {shown.text && !shown.isAll ? <p className="text-meta text-muted">{t("beginning")}</p> : null}
      </section>
    </>
  );
}

function Pages({ version }: { version: ShownPreview }) {
  const t = useTranslations("file-text.preview");
  return (
    <section className="max-w-[52rem] space-y-4">
      <SectionHead size="area" title={t("pages")} note={t("pagesNote", { count: mostPages })} />
      <noscript>
        <p>{t("pagesWithoutScript")}</p>
      </noscript>
      <PdfPreview
        url={`/api/files/${version.id}`}
        texts={{
          show: t("showPages"),
          loading: t("loadingPages"),
          failed: t("pagesFailed"),
          one: t("onePage", { of: "{of}" }),
          several: t("severalPages", { shown: "{shown}", of: "{of}" }),
          page: t("pageAlt", { number: "{number}", of: "{of}" }),
        }}
      />
    </section>
  );
}
