import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { UserPlus } from "@/components/ui/icons";
import type { TableView } from "@/lib/tables/queries";

type Props = { table: Pick<TableView, "id" | "candidates" | "mayEdit" | "seats">; action: FormAction };

/** Gives somebody of the programme a place at the table. */
export function GiveSeat({ table, action }: Props) {
  const t = useTranslations("tables.seats");
  const groups = new Map<string, TableView["candidates"]>();
  for (const one of table.candidates) {
    const body = one.body ?? t("ofProgramme");
    groups.set(body, [...(groups.get(body) ?? []), one]);
  }
  if (table.candidates.length === 0) return <p className="text-muted">{t("everybody")}</p>;
  return (
    <ActionForm
      // After a place was given the form is a new one.
      key={table.seats.length}
      id="seat"
      action={action}
      hidden={{ tableId: table.id }}
      fieldLabels={{ who: t("who"), ...(table.mayEdit ? { isCoordinator: t("leads") } : {}) }}
      className="max-w-[40rem] space-y-5"
    >
      <Select
        name="who"
        label={t("who")}
        hint={t("whoHint")}
        placeholder={t("choose")}
        options={[...groups].map(([label, people]) => ({
          label,
          options: people.map(({ value, name }) => ({ value, label: name })),
        }))}
      />
      {table.mayEdit ? <Checkbox name="isCoordinator" label={t("leads")} hint={t("leadsHint")} /> : null}
      <SubmitButton size={40} icon={<UserPlus />}>
        {t("give")}
      </SubmitButton>
    </ActionForm>
  );
}
