import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AppLink, type Href } from "@/components/ui/app-link";
import { FileRow } from "@/components/ui/file-row";
import { Trash2 } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import { domainMessage } from "@/lib/platform/i18n/error-messages";
import { formatInstant, formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { OwnUpload } from "@/lib/platform/uploads/queries";

const tones = { ARRIVING: "todo", ARRIVED: "review", RECEIVED: "approved", REFUSED: "cancelled" } as const;

type Props = { uploads: OwnUpload[]; remove: FormAction };

/** One's own files on their way: how far, until when, and why one was refused. Nothing where there are none. */
export async function OwnUploads({ uploads, remove }: Props) {
  if (uploads.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations("documents.own"), getLocale() as Promise<Locale>]);
  const rows = await Promise.all(
    uploads.map(async (upload) => ({
      ...upload,
      reason: upload.refusal && (await domainMessage(locale, upload.refusal)),
      form: formOf(upload),
    })),
  );
  return (
    <section className="max-w-[52rem] space-y-4">
      <SectionHead size="area" title={t("title")} note={t("note")} />
      <ul className="space-y-3">
        {rows.map(({ id, filename, state, received, size, expiresAt, reason, form }) => (
          <li key={id}>
            <FileRow
              name={filename}
              meta={
                <>
                  {t("line", { received: formatSize(received, locale), size: formatSize(size, locale) })}
                  {state === "ARRIVING" ? (
                    <span className="block">
                      {t.rich("resume", {
                        until: formatInstant(expiresAt, locale),
                        link: (text) => (form ? <AppLink href={form}>{text}</AppLink> : text),
                      })}
                    </span>
                  ) : null}
                  {reason ? <span className="block">{reason}</span> : null}
                </>
              }
            >
              <StateChip tone={tones[state]}>{t(`states.${state}`)}</StateChip>
              {state === "ARRIVED" ? null : (
                <ActionForm action={remove} id={`upload-${id}`} hidden={{ id }} className="">
                  <SubmitButton
                    variant="plain"
                    size={32}
                    icon={<Trash2 />}
                    aria-label={t("removeOf", { name: filename })}
                  >
                    {t("remove")}
                  </SubmitButton>
                </ActionForm>
              )}
            </FileRow>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The page where the same file is chosen again. */
function formOf({ entry, target }: OwnUpload): Href | null {
  const { programme: slug = "", body, document, deliverable } = target;
  if (entry === "documents.add") {
    const pathname = "/area/programmes/[slug]/documents/new";
    return body ? { pathname, params: { slug }, query: { body } } : { pathname, params: { slug } };
  }
  if (entry === "documents.addVersion" && document)
    return { pathname: "/area/programmes/[slug]/documents/[id]", params: { slug, id: document } };
  if (entry === "documents.addDraft" && deliverable)
    return { pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id: deliverable } };
  return null;
}
