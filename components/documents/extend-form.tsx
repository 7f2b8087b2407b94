import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";

type Props = { action: FormAction; stamp: { id: string; version: number } };

/** A later day for one body, granted without being asked. */
export function ExtendForm({ action, stamp }: Props) {
  const t = useTranslations("documents.review");
  return (
    <details className="max-w-[52rem] rounded border border-hairline px-4 py-3">
      <summary className="cursor-pointer font-semibold text-link">{t("extend")}</summary>
      <div className="mt-4">
        <ActionForm
          action={action}
          id="extend"
          hidden={stamp}
          fieldLabels={{ newDueDay: t("newDueDay"), reason: t("reason") }}
        >
          <DateField name="newDueDay" label={t("newDueDay")} hint={t("newDueDayHint")} />
          <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={3} />
          <SubmitButton size={40}>{t("extendDo")}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
