import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { DateTimeFields } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { PollOptionFields } from "@/components/sessions/poll-option-fields";
import type { Href } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Send } from "@/components/ui/icons";
import { SessionKind } from "@/lib/platform/db/generated/enums";

type Props = {
  action: FormAction;
  /** a fresh identifier, and the draft or the programme */
  hidden: Record<string, string>;
  draft: { title: string; people: number } | null;
  cancel: Href;
};

/** Asks which date suits: for a draft that is there, or for one that is made along with the poll. */
export function PollForm({ action, hidden, draft, cancel }: Props) {
  const t = useTranslations("planning.poll");
  const words = useTranslations("sessions");
  const labels = {
    kind: words("form.kind"),
    title: words("form.title"),
    options: t("options"),
    "options.#.date": t("optionDay", { number: "#" }),
    "options.#.start": t("optionStart", { number: "#" }),
    "options.#.minutes": t("optionMinutes", { number: "#" }),
    closesDate: t("closesDate"),
    closesTime: t("closesTime"),
    note: t("note"),
  };
  return (
    <ActionForm action={action} hidden={hidden} fieldLabels={labels} id="poll">
      {draft ? (
        <p className="measure">{t("forDraft", { title: draft.title, people: draft.people })}</p>
      ) : (
        <>
          <Select
            name="kind"
            label={labels.kind}
            options={Object.values(SessionKind).map((value) => ({ value, label: words(`kind.${value}`) }))}
            defaultValue="ASSISTANCE"
            width="half"
          />
          <TextInput name="title" label={labels.title} hint={words("form.titleHint")} maxLength={200} />
        </>
      )}
      <PollOptionFields id="poll-options" />
      <Checkbox name="anyway" label={t("anyway")} hint={t("anywayHint")} />
      <DateTimeFields
        legend={t("closes")}
        date={{ name: "closesDate", label: labels.closesDate }}
        time={{ name: "closesTime", label: labels.closesTime, defaultValue: "18:00" }}
      />
      <TextArea name="note" label={labels.note} hint={t("noteHint")} optional rows={3} />
      <FormActions>
        <SubmitButton icon={<Send />}>{t("open")}</SubmitButton>
        <ButtonLink href={cancel} variant="plain">
          {t("cancelForm")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
