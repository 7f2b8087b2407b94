import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { DateFields } from "@/components/programmes/date-fields";
import { ButtonLink } from "@/components/ui/button";
import { toDateFields } from "@/lib/programmes/date-fields";
import { partAddress } from "@/lib/programmes/parts/address";
import type { Structure } from "@/lib/programmes/structure/queries";

type Props = {
  programme: { id: string; slug: string; version: number };
  /** The phase to change; absent for a new one. */
  id?: string;
  structure: Structure;
  action: FormAction;
};

/** A phase: what happens in it, when as far as known, and what must come first. */
export function PhaseForm({ programme, id, structure, action }: Props) {
  const t = useTranslations("programmes.phaseForm");
  const phase = structure.phases.find((one) => one.id === id);
  const labels = {
    title: t("title"),
    code: t("code"),
    description: t("description"),
    "begin.on": t("begin"),
    "begin.from": t("begin"),
    "begin.to": t("begin"),
    "end.on": t("end"),
    "end.from": t("end"),
    "end.to": t("end"),
    actionLineId: t("line"),
    gatePhaseId: t("gate"),
    gateNote: t("gateNote"),
    place: t("place"),
    costNote: t("cost"),
    hostNote: t("host"),
    note: t("note"),
  };
  const hidden = { programmeId: programme.id, version: programme.version, ...(id ? { id } : {}) };
  const others = structure.phases.filter((one) => one.id !== id);
  return (
    <ActionForm action={action} hidden={hidden} fieldLabels={labels}>
      <TextInput name="title" label={labels.title} defaultValue={phase?.title} />
      <TextInput
        name="code"
        label={labels.code}
        hint={t("codeHint")}
        width="short"
        optional
        defaultValue={phase?.code ?? undefined}
      />
      <TextArea name="description" label={labels.description} optional defaultValue={phase?.description} />
      {structure.lines.length > 0 ? (
        <Select
          name="actionLineId"
          label={labels.actionLineId}
          optional
          placeholder={t("noLine")}
          defaultValue={phase?.actionLineId ?? undefined}
          options={structure.lines.map((line) => ({ value: line.id, label: line.title }))}
        />
      ) : null}
      <DateFields name="begin" legend={t("begin")} values={toDateFields(phase?.begin ?? null)} />
      <DateFields name="end" legend={t("end")} values={toDateFields(phase?.end ?? null)} />
      {others.length > 0 ? (
        <Select
          name="gatePhaseId"
          label={labels.gatePhaseId}
          hint={t("gateHint")}
          optional
          placeholder={t("noGate")}
          defaultValue={phase?.gatePhaseId ?? undefined}
          options={others.map((one) => ({ value: one.id, label: one.title }))}
        />
      ) : null}
      <TextInput
        name="gateNote"
        label={labels.gateNote}
        optional
        defaultValue={phase?.gateNote ?? undefined}
      />
      <TextInput name="place" label={labels.place} optional defaultValue={phase?.place ?? undefined} />
      <TextInput
        name="costNote"
        label={labels.costNote}
        optional
        defaultValue={phase?.costNote ?? undefined}
      />
      <TextArea
        name="hostNote"
        label={labels.hostNote}
        rows={2}
        optional
        defaultValue={phase?.hostNote ?? undefined}
      />
      <TextArea
        name="note"
        label={labels.note}
        hint={t("noteHint")}
        rows={3}
        optional
        defaultValue={phase?.note ?? undefined}
      />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink variant="plain" href={partAddress(programme.slug, "phases")}>
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
