import { useLocale, useTranslations } from "next-intl";
import { ScanChip } from "@/components/documents/scan-chip";
import { AppLink } from "@/components/ui/app-link";
import { FileRow } from "@/components/ui/file-row";
import { isGivenOut } from "@/lib/documents/scan/given";
import type { ScanState } from "@/lib/platform/db/generated/enums";
import { formatInstant, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Template = { id: string; filename: string; size: bigint; object: { scan: ScanState } };

type Props = {
  request: {
    instructions: string;
    dueAt: Date;
    cutOffAt: Date | null;
    /** the session that asked for it; a draft has no page yet for those who owe */
    session: { id: string; title: string; state: string } | null;
    programme: { slug: string };
    templateDocument: { title: string; versions: Template[] } | null;
  };
};

/** What is asked: instructions, due moment, cut-off, template. */
export function RequestFacts({ request }: Props) {
  const t = useTranslations("documents.request");
  const locale = useLocale() as Locale;
  const template = request.templateDocument?.versions[0];
  const scan = template?.object.scan ?? "NONE";
  return (
    <div className="space-y-4">
      {request.instructions ? (
        <p className="measure whitespace-pre-line">{request.instructions}</p>
      ) : (
        <p className="text-muted">{t("noInstructions")}</p>
      )}
      <dl className="flex flex-wrap gap-x-12 gap-y-3">
        <div>
          <dt className="text-meta text-muted">{t("due")}</dt>
          <dd className="font-semibold">{formatInstant(request.dueAt, locale)}</dd>
        </div>
        <div>
          <dt className="text-meta text-muted">{t("cutOff")}</dt>
          <dd className="font-semibold">
            {request.cutOffAt ? formatInstant(request.cutOffAt, locale) : t("noCutOff")}
          </dd>
        </div>
        {request.session && request.session.state !== "DRAFT" ? (
          <div>
            <dt className="text-meta text-muted">{t("session")}</dt>
            <dd className="font-semibold">
              <AppLink
                href={{
                  pathname: "/area/programmes/[slug]/sessions/[id]",
                  params: { slug: request.programme.slug, id: request.session.id },
                }}
              >
                {request.session.title}
              </AppLink>
            </dd>
          </div>
        ) : null}
      </dl>
      {template ? (
        <div className="max-w-[40rem]">
          <FileRow
            name={template.filename}
            url={isGivenOut(scan) ? `/api/files/${template.id}` : undefined}
            meta={t("templateLine", { size: formatSize(template.size, locale) })}
          >
            <ScanChip scan={scan} />
          </FileRow>
        </div>
      ) : null}
    </div>
  );
}
