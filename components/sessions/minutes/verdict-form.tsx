import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { CalloutCard } from "@/components/ui/callout-card";
import { Gavel } from "@/components/ui/icons";
import { formatLongDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { action: FormAction; id: string; round: number; termEndsAt: Date };

/** Approve or object, once: for those who attended, while the term runs. */
export function VerdictForm({ action, id, round, termEndsAt }: Props) {
  const t = useTranslations("minutes.verdict");
  const locale = useLocale() as Locale;
  return (
    <CalloutCard labelledBy="verdict-title">
      <h2 id="verdict-title" className="text-h3">
        {t("title")}
      </h2>
      <p className="measure mt-1 mb-4">{t("lead", { term: formatLongDay(termEndsAt, locale) })}</p>
      <ActionForm
        action={action}
        id="verdict"
        hidden={{ id, round }}
        fieldLabels={{ verdict: t("verdict"), text: t("text") }}
        className="max-w-[40rem] space-y-5"
      >
        <RadioGroup
          name="verdict"
          label={t("verdict")}
          choices={[
            { value: "APPROVED", label: t("approve") },
            { value: "OBJECTED", label: t("object"), hint: t("objectHint") },
          ]}
        />
        <TextArea name="text" label={t("text")} hint={t("textHint")} optional rows={4} maxLength={5000} />
        <SubmitButton icon={<Gavel />}>{t("confirm")}</SubmitButton>
      </ActionForm>
    </CalloutCard>
  );
}
