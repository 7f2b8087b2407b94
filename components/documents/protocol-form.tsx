import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import type { DeliverablePage } from "@/lib/documents/deliverables/one/queries";
import { dateOnly } from "@/lib/platform/rome-time";

type Props = { submission: DeliverablePage["submissions"][number]; action: FormAction };

/** Number, day and certified mail under which a submission was registered. */
export function ProtocolForm({ submission, action }: Props) {
  const t = useTranslations("deliverables.protocol");
  const labels = {
    protocolNumber: t("number"),
    protocolDate: t("date"),
    pecReference: t("pec"),
  };
  const isKnown = Boolean(submission.protocolNumber || submission.pecReference);
  return (
    <details className="mt-2">
      <summary className="cursor-pointer text-link text-meta">{t(isKnown ? "change" : "enter")}</summary>
      <div className="mt-3 max-w-[32rem] rounded border border-hairline p-4">
        <ActionForm
          action={action}
          id={`protocol-${submission.id}`}
          hidden={{ id: submission.id, rowVersion: submission.rowVersion }}
          fieldLabels={labels}
        >
          <TextInput
            name="protocolNumber"
            label={labels.protocolNumber}
            optional
            maxLength={60}
            defaultValue={submission.protocolNumber ?? undefined}
          />
          <DateField
            name="protocolDate"
            label={labels.protocolDate}
            optional
            defaultValue={submission.protocolDate ? dateOnly(submission.protocolDate) : undefined}
          />
          <TextInput
            name="pecReference"
            label={labels.pecReference}
            hint={t("pecHint")}
            optional
            maxLength={200}
            defaultValue={submission.pecReference ?? undefined}
          />
          <SubmitButton size={40}>{t("save")}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
