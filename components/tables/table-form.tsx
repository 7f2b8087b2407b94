import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import type { Href } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import type { TableView } from "@/lib/tables/queries";

type Props = {
  action: FormAction;
  /** of the programme, or of the table as it was shown */
  hidden: Record<string, string | number>;
  cancel: Href;
  /** to be changed; a new one without */
  table?: Pick<TableView, "title" | "aim" | "isPublic">;
};

/** What a table is called and works on, and whether visitors read it. */
export function TableForm({ action, hidden, cancel, table }: Props) {
  const t = useTranslations("tables.form");
  const locale = useLocale();
  return (
    <ActionForm
      id="table"
      action={action}
      hidden={{ ...hidden, ...(table ? {} : { lang: locale }) }}
      fieldLabels={{ title: t("title"), aim: t("aim"), isPublic: t("isPublic") }}
    >
      <TextInput
        name="title"
        label={t("title")}
        hint={t("titleHint")}
        maxLength={120}
        defaultValue={table?.title}
      />
      <TextArea
        name="aim"
        label={t("aim")}
        hint={t("aimHint")}
        optional
        rows={4}
        maxLength={2000}
        defaultValue={table?.aim}
      />
      <Checkbox
        name="isPublic"
        label={t("isPublic")}
        hint={t("isPublicHint")}
        defaultChecked={table?.isPublic}
      />
      <FormActions>
        <SubmitButton>{t(table ? "change" : "add")}</SubmitButton>
        <ButtonLink variant="plain" href={cancel}>
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
