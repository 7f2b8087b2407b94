import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Preview } from "@/components/form/preview";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import { AppLink, type Href } from "@/components/ui/app-link";
import { Eye } from "@/components/ui/icons";

type Props = {
  action: FormAction;
  /** of the programme and the form, or of the issue and what was shown */
  hidden: Record<string, string | number>;
  cancel: Href;
  /** to be changed; a new one without */
  issue?: { title: string; markdown: string };
};

/** Where an issue is written or changed; sending it is a step of its own. */
export function IssueForm({ action, hidden, cancel, issue }: Props) {
  const t = useTranslations("newsletter.form");
  const locale = useLocale();
  return (
    <ActionForm
      id="issue"
      action={action}
      hidden={{ ...hidden, ...(issue ? {} : { lang: locale }) }}
      fieldLabels={{ title: t("title"), text: t("text") }}
      className="max-w-[43rem] space-y-6"
    >
      <TextInput
        name="title"
        label={t("title")}
        hint={t("titleHint")}
        maxLength={200}
        defaultValue={issue?.title}
      />
      <TextArea name="text" label={t("text")} hint={t("textHint")} rows={14} defaultValue={issue?.markdown} />
      <Preview label={t("previewOf")} />
      <div className="flex flex-col flex-wrap gap-3 sm:flex-row sm:items-center">
        <SubmitButton>{issue ? t("saveChanges") : t("save")}</SubmitButton>
        <SubmitButton variant="outline" icon={<Eye />} name="_preview" value="1">
          {t("preview")}
        </SubmitButton>
        <AppLink href={cancel} className="py-2 font-semibold">
          {t("cancel")}
        </AppLink>
      </div>
    </ActionForm>
  );
}
