import { useTranslations } from "next-intl";
import { FileRow } from "@/components/ui/file-row";
import { Notice } from "@/components/ui/notice";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";

/** The register of a locked deliverable, beside its untouched files. */
export function RegisterRow({ deliverable }: { deliverable: DeliverablePage }) {
  const t = useTranslations("deliverables.register");
  if (deliverable.state !== "LOCKED") return null;
  if (!deliverable.registerSha256) return <Notice>{t("coming")}</Notice>;
  return (
    <div className="max-w-[52rem]">
      <FileRow
        name={t("download")}
        url={`/api/registers/${deliverable.id}`}
        meta={
          <>
            {t("what")}
            <span className="block [overflow-wrap:anywhere]">
              {t("hash")} <code className="text-xs">{deliverable.registerSha256}</code>
            </span>
          </>
        }
      />
    </div>
  );
}
