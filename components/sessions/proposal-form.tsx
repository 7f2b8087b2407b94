import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import type { AgendaPage } from "@/lib/sessions/agenda/queries";

type Props = {
  action: FormAction;
  /** the session, and a fresh identifier of the proposal */
  hidden: { session: string; id: string };
  voices: AgendaPage["voices"];
};

/** Proposes a point; whoever works for several bodies says for which. */
export function ProposalForm({ action, hidden, voices }: Props) {
  const t = useTranslations("planning.proposals");
  const { bodies, speaksForItself } = voices;
  const labels = { title: t("point"), note: t("note"), minutes: t("minutes"), body: t("body") };
  return (
    // A new identifier is a new form: what was sent is not shown again in it.
    <ActionForm key={hidden.id} action={action} hidden={hidden} id="propose" fieldLabels={labels}>
      <TextInput name="title" label={labels.title} maxLength={200} />
      <TextArea name="note" label={labels.note} hint={t("noteHint")} optional rows={3} />
      <TextInput name="minutes" label={labels.minutes} optional width="number" inputMode="numeric" />
      {bodies.length > 1 || (speaksForItself && bodies.length > 0) ? (
        <Select
          name="body"
          label={labels.body}
          optional={speaksForItself}
          placeholder={speaksForItself ? t("ownName") : ""}
          options={bodies.map((one) => ({ value: one.id, label: one.shortName }))}
          width="half"
        />
      ) : null}
      <SubmitButton size={40}>{t("propose")}</SubmitButton>
    </ActionForm>
  );
}
