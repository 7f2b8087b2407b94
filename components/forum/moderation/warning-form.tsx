import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { ReasonChoice } from "@/components/forum/moderation/reason-choice";
import { Send } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";

/** What a moderator tells the author of a post. */
export function WarningForm({ action, hidden }: { action: FormAction; hidden: Record<string, string> }) {
  const t = useTranslations("moderation.warn");
  const labels = { reason: t("reason"), text: t("text") };
  return (
    <ActionForm action={action} id="warn" hidden={hidden} fieldLabels={labels}>
      <ReasonChoice label={labels.reason} />
      <TextArea name="text" label={labels.text} hint={t("textHint")} rows={4} maxLength={1000} />
      <SubmitButton variant="outline" size={40} icon={<Send />}>
        {t("send")}
      </SubmitButton>
    </ActionForm>
  );
}

/** The same on the page of the post. */
export function WarningSection({ postId, action }: { postId: string; action: FormAction }) {
  const t = useTranslations("moderation.warn");
  return (
    <section className="max-w-[43rem] space-y-4">
      <SectionHead size="area" title={t("title")} />
      <p className="measure">{t("note")}</p>
      <WarningForm action={action} hidden={{ postId }} />
    </section>
  );
}
