import { useLocale, useTranslations } from "next-intl";
import { FileUpload } from "@/components/documents/file-upload";
import { ScanChip } from "@/components/documents/scan-chip";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Composer } from "@/components/forum/composer";
import { HideFields } from "@/components/forum/hide-fields";
import { FileRow } from "@/components/ui/file-row";
import { Eye, EyeOff, Trash2 } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { isGivenOut } from "@/lib/documents/scan/given";
import type { PostPage } from "@/lib/forum/posts/queries";
import type { FormState } from "@/lib/platform/form-state";
import { formatSize } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type FilesProps = {
  slug: string;
  post: PostPage;
  most: number;
  remove: FormAction;
  refused: FormState;
  maxSize: string;
};

/** The files of one's own post: adding and taking off. */
export function PostFiles({ slug, post, most, remove, refused, maxSize }: FilesProps) {
  const t = useTranslations("forum.post");
  const locale = useLocale() as Locale;
  return (
    <section className="max-w-[43rem] space-y-4">
      <SectionHead size="area" title={t("files")} note={t("attachNote", { max: most })} />
      <ul className="space-y-2">
        {post.attachments.map((file) => (
          <li key={file.id}>
            <FileRow
              name={file.filename}
              url={isGivenOut(file.object.scan) ? `/api/attachments/${file.id}` : undefined}
              meta={formatSize(file.size, locale)}
            >
              <ScanChip scan={file.object.scan} />
              <ActionForm action={remove} hidden={{ id: file.id }} className="">
                <SubmitButton
                  variant="plain"
                  size={32}
                  icon={<Trash2 />}
                  aria-label={t("removeFileOf", { name: file.filename })}
                >
                  {t("removeFile")}
                </SubmitButton>
              </ActionForm>
            </FileRow>
          </li>
        ))}
      </ul>
      {post.mayEdit && post.thread.isOpen && post.attachments.length < most ? (
        <FileUpload
          route="/api/upload/attachment"
          target={{
            post: post.id,
            programme: slug,
            thread: post.thread.id,
            number: String(post.number),
          }}
          send={t("attachDo")}
          initialState={refused}
          maxSize={maxSize}
        />
      ) : null}
    </section>
  );
}

/** Another text for one's own post. */
export function PostEditor({ slug, post, action }: { slug: string; post: PostPage; action: FormAction }) {
  const t = useTranslations("forum.post");
  return (
    <section className="space-y-4">
      <SectionHead size="area" title={t("edit")} />
      <p className="measure">{t("editNote")}</p>
      <Composer
        id="edit"
        slug={slug}
        action={action}
        hidden={{ id: post.id, version: post.version }}
        label={t("text")}
        text={post.markdown}
        send={t("editDo")}
      />
    </section>
  );
}

/** Hiding a post and showing it again. */
export function PostModeration({
  post,
  actions,
}: {
  post: PostPage;
  actions: { hide: FormAction; restore: FormAction };
}) {
  const t = useTranslations("forum");
  const stamp = { id: post.id, version: post.version };
  return (
    <section className="max-w-[43rem] space-y-4">
      <SectionHead size="area" title={t("post.moderate")} />
      <p className="measure">{post.hiddenAt ? t("post.restoreNote") : t("post.hideNote")}</p>
      {post.hiddenAt ? (
        <ActionForm action={actions.restore} id="restore" hidden={stamp}>
          <SubmitButton variant="outline" size={40} icon={<Eye />}>
            {t("post.restore")}
          </SubmitButton>
        </ActionForm>
      ) : (
        <ActionForm
          action={actions.hide}
          id="hide"
          hidden={stamp}
          fieldLabels={{ reason: t("manage.reason") }}
        >
          <HideFields />
          <SubmitButton variant="danger" size={40} icon={<EyeOff />}>
            {t("post.hide")}
          </SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
