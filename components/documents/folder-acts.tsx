import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { ArrowRight, Trash2 } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";

type Props = {
  folder: {
    id: string;
    name: string;
    version: number;
    parentId: string | null;
    holds: { documents: number; folders: number };
    places: { id: string; path: string }[];
  };
  /** days that it would stay in the trash */
  days: number;
  actions: { rename: FormAction; move: FormAction; remove: FormAction };
};

/** What who keeps the folders may do with one: its name, its place, its removal with all that it holds. */
export function FolderActs({ folder, days, actions }: Props) {
  const t = useTranslations("documents");
  const stamp = { id: folder.id, version: folder.version };
  return (
    <>
      <section className="space-y-4">
        <SectionHead size="area" title={t("folders.rename")} />
        <ActionForm
          action={actions.rename}
          id="rename"
          hidden={stamp}
          fieldLabels={{ name: t("folders.name") }}
        >
          <TextInput
            name="name"
            label={t("folders.name")}
            hint={t("folders.nameHint")}
            defaultValue={folder.name}
            maxLength={100}
          />
          <SubmitButton>{t("folders.renameDo")}</SubmitButton>
        </ActionForm>
      </section>
      <section className="space-y-4">
        <SectionHead size="area" title={t("folders.move")} />
        <ActionForm
          action={actions.move}
          id="move"
          hidden={stamp}
          fieldLabels={{ parent: t("folders.parent") }}
        >
          <Select
            name="parent"
            label={t("folders.parent")}
            hint={t("folders.moveHint")}
            placeholder={t("move.top")}
            defaultValue={folder.parentId ?? undefined}
            options={folder.places.map(({ id, path }) => ({ value: id, label: path }))}
          />
          <SubmitButton variant="outline" icon={<ArrowRight />}>
            {t("folders.moveDo")}
          </SubmitButton>
        </ActionForm>
      </section>
      <section className="space-y-4">
        <SectionHead size="area" title={t("folders.remove")} />
        <p className="measure">{t("folders.removeNote", { ...folder.holds, days })}</p>
        <ActionForm action={actions.remove} id="remove" hidden={stamp}>
          <SubmitButton variant="danger" size={40} icon={<Trash2 />}>
            {t("folders.removeDo")}
          </SubmitButton>
        </ActionForm>
      </section>
    </>
  );
}
