import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Plus } from "@/components/ui/icons";
import { addRepresentationAction } from "@/lib/people/organisations/actions";

type Props = { id: string; organisations: { id: string; name: string }[] };

/** Records that an organisation represents another one. */
export function RepresentationForm({ id, organisations }: Props) {
  const t = useTranslations("people.administration.organisation");
  const choose = useTranslations("people.invite");
  return (
    <ActionForm
      action={addRepresentationAction}
      hidden={{ id }}
      fieldLabels={{
        representedId: t("represented"),
        fromDate: t("fromDate"),
        toDate: t("toDate"),
        source: t("source"),
      }}
      className="max-w-[40rem] space-y-5"
    >
      <Select
        name="representedId"
        label={t("represented")}
        placeholder={choose("choose")}
        options={organisations.map((one) => ({ value: one.id, label: one.name }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField name="fromDate" label={t("fromDate")} optional />
        <DateField name="toDate" label={t("toDate")} optional />
      </div>
      <TextInput name="source" label={t("source")} hint={t("sourceHint")} required />
      <SubmitButton variant="outline" size={40} icon={<Plus />}>
        {t("add")}
      </SubmitButton>
    </ActionForm>
  );
}
