import { useTranslations } from "next-intl";
import { FileUpload } from "@/components/documents/file-upload";
import { MoveForm } from "@/components/documents/move-form";
import { Checkbox } from "@/components/form/checkbox";
import { ActionForm } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { RotateCcw, Trash2 } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import type { PlaceGroup } from "@/lib/documents/folders/queries";
import { chosenKinds } from "@/lib/documents/schema";
import type { DocumentKind } from "@/lib/platform/db/generated/enums";
import type { FormState } from "@/lib/platform/form-state";

type Props = {
  slug: string;
  document: {
    id: string;
    version: number;
    title: string;
    note: string;
    kind: DocumentKind;
    isPublic: boolean;
    versions: { id: string; number: number; filename: string }[];
  };
  mayPublish: boolean;
  places: readonly PlaceGroup[];
  /** days that it would stay in the trash */
  days: number;
  actions: { change: FormAction; move: FormAction; remove: FormAction; restore: FormAction };
  refused: FormState;
  maxSize: string;
};

/** What the author or the coordinator may do with a document: new version, older one back, its data, place, removal. */
export function DocumentActs(props: Props) {
  const { slug, document, mayPublish, places, days, actions, refused, maxSize } = props;
  const t = useTranslations("documents");
  const next = (document.versions[0]?.number ?? 0) + 1;
  const older = document.versions.slice(1);
  const stamp = { id: document.id, version: document.version };
  const labels = {
    title: t("fields.title"),
    kind: t("fields.kind"),
    note: t("fields.note"),
    isPublic: t("fields.isPublic"),
  };
  return (
    <>
      <section className="space-y-5">
        <SectionHead size="area" title={t("one.newVersion")} />
        <FileUpload
          route="/api/upload/version"
          target={{ document: document.id, programme: slug }}
          hidden={{ document: document.id, number: next }}
          send={t("one.sendVersion", { number: next })}
          initialState={refused}
          fieldLabels={{ note: t("fields.versionNote") }}
          maxSize={maxSize}
        >
          <TextInput
            name="note"
            label={t("fields.versionNote")}
            hint={t("fields.versionNoteHint")}
            optional
            maxLength={500}
          />
        </FileUpload>
        {older.length > 0 ? (
          <ActionForm action={actions.restore} id="restore" hidden={{ number: next }}>
            <Select
              name="versionId"
              label={t("one.restore")}
              hint={t("one.restoreHint")}
              options={older.map((one) => ({
                value: one.id,
                label: t("version.option", { number: one.number, name: one.filename }),
              }))}
            />
            <SubmitButton variant="outline" size={40} icon={<RotateCcw />}>
              {t("one.restoreDo")}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </section>
      <section className="space-y-5">
        <SectionHead size="area" title={t("one.data")} />
        <ActionForm action={actions.change} id="change" hidden={stamp} fieldLabels={labels}>
          <TextInput name="title" label={labels.title} defaultValue={document.title} maxLength={200} />
          <RadioGroup
            name="kind"
            label={labels.kind}
            defaultValue={document.kind}
            choices={chosenKinds.map((kind) => ({
              value: kind,
              label: t(`kinds.${kind}`),
              hint: t(`kindHints.${kind}`),
            }))}
          />
          <TextArea name="note" label={labels.note} optional rows={3} defaultValue={document.note} />
          {mayPublish ? (
            <Checkbox
              name="isPublic"
              label={labels.isPublic}
              hint={t("fields.isPublicHint")}
              defaultChecked={document.isPublic}
            />
          ) : null}
          <SubmitButton>{t("one.save")}</SubmitButton>
        </ActionForm>
      </section>
      <section className="space-y-4">
        <SectionHead size="area" title={t("one.move")} />
        <MoveForm action={actions.move} places={places} documents={[document]} />
      </section>
      <section className="space-y-4">
        <SectionHead size="area" title={t("one.remove")} />
        <p className="measure">{t("one.removeNote", { days })}</p>
        <ActionForm action={actions.remove} id="remove" hidden={stamp}>
          <SubmitButton variant="danger" size={40} icon={<Trash2 />}>
            {t("one.removeDo")}
          </SubmitButton>
        </ActionForm>
      </section>
    </>
  );
}
