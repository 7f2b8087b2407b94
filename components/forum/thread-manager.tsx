import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { HideFields } from "@/components/forum/hide-fields";
import { Eye, EyeOff, Lock, LockOpen, Pin, PinOff } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import type { PostPage } from "@/lib/forum/posts/queries";

type Acts = "change" | "lock" | "unlock" | "pin" | "unpin" | "hide" | "restore";
type Props = {
  thread: PostPage["thread"];
  categories: { id: string; title: string }[];
  actions: Record<Acts, FormAction>;
};

/** Title, category, and the marks that a moderator sets. */
export function ThreadManager({ thread, categories, actions }: Props) {
  const t = useTranslations("forum.manage");
  const stamp = { id: thread.id, version: thread.version };
  const labels = { title: t("fieldTitle"), categoryId: t("fieldCategory") };
  return (
    <>
      <Part title={t("data")}>
        <ActionForm action={actions.change} id="change" hidden={stamp} fieldLabels={labels}>
          <TextInput name="title" label={labels.title} defaultValue={thread.title} maxLength={200} />
          {thread.mayModerate ? (
            <Select
              name="categoryId"
              label={labels.categoryId}
              hint={t("fieldCategoryHint")}
              defaultValue={thread.category.id}
              options={categories.map(({ id, title }) => ({ value: id, label: title }))}
            />
          ) : null}
          <SubmitButton>{t("save")}</SubmitButton>
        </ActionForm>
      </Part>
      {thread.mayModerate ? (
        <>
          <Part title={t("pin")} note={t("pinNote")}>
            <ActionForm action={thread.isPinned ? actions.unpin : actions.pin} id="pin" hidden={stamp}>
              <SubmitButton variant="outline" size={40} icon={thread.isPinned ? <PinOff /> : <Pin />}>
                {thread.isPinned ? t("unpinDo") : t("pinDo")}
              </SubmitButton>
            </ActionForm>
          </Part>
          <Part title={t("lock")} note={t("lockNote")}>
            <ActionForm action={thread.lockedAt ? actions.unlock : actions.lock} id="lock" hidden={stamp}>
              <SubmitButton variant="outline" size={40} icon={thread.lockedAt ? <LockOpen /> : <Lock />}>
                {thread.lockedAt ? t("unlockDo") : t("lockDo")}
              </SubmitButton>
            </ActionForm>
          </Part>
          <Part title={t("hide")} note={t("hideNote")}>
            {thread.hiddenAt ? (
              <ActionForm action={actions.restore} id="restore" hidden={stamp}>
                <SubmitButton variant="outline" size={40} icon={<Eye />}>
                  {t("restoreDo")}
                </SubmitButton>
              </ActionForm>
            ) : (
              <ActionForm
                action={actions.hide}
                id="hide"
                hidden={stamp}
                fieldLabels={{ reason: t("reason") }}
              >
                <HideFields />
                <SubmitButton variant="danger" size={40} icon={<EyeOff />}>
                  {t("hideDo")}
                </SubmitButton>
              </ActionForm>
            )}
          </Part>
        </>
      ) : null}
    </>
  );
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="max-w-[43rem] space-y-4">
      <SectionHead size="area" title={title} />
      {note ? <p className="measure">{note}</p> : null}
      {children}
    </section>
  );
}
