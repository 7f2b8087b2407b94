import { useLocale, useTranslations } from "next-intl";
import { FileUpload } from "@/components/documents/file-upload";
import { ScanChip } from "@/components/documents/scan-chip";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { FileRow } from "@/components/ui/file-row";
import { Trash2 } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import type { ScheduledShown } from "@/lib/animation/scheduling/queries";
import type { FormState } from "@/lib/platform/form-state";
import { formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  slug: string;
  post: ScheduledShown;
  most: number;
  remove: FormAction;
  refused: FormState;
  maxSize: string;
};

/** The files of one's own post that waits: adding and taking off. */
export function ScheduledFiles({ slug, post, most, remove, refused, maxSize }: Props) {
  const t = useTranslations("animation.files");
  const locale = useLocale() as Locale;
  return (
    <section aria-labelledby="files" className="max-w-[43rem] space-y-4">
      <SectionHead id="files" size="area" title={t("title")} note={t("note", { max: most })} />
      <p className="measure text-meta text-muted">{t("lead")}</p>
      <ul className="space-y-2">
        {post.files.map((file) => (
          <li key={file.id}>
            <FileRow name={file.filename} meta={formatSize(file.size, locale)}>
              <ScanChip scan={file.object.scan} />
              <ActionForm action={remove} id={`remove-${file.id}`} hidden={{ id: file.id }} className="">
                <SubmitButton
                  variant="plain"
                  size={32}
                  icon={<Trash2 />}
                  aria-label={t("removeOf", { name: file.filename })}
                >
                  {t("remove")}
                </SubmitButton>
              </ActionForm>
            </FileRow>
          </li>
        ))}
      </ul>
      {post.files.length < most ? (
        <FileUpload
          route="/api/upload/scheduled"
          target={{ post: post.id, programme: slug }}
          send={t("add")}
          initialState={refused}
          maxSize={maxSize}
        />
      ) : null}
    </section>
  );
}
