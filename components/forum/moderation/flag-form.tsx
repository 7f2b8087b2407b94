import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { ReasonChoice } from "@/components/forum/moderation/reason-choice";
import { Flag } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { SectionHead } from "@/components/ui/section-head";

type Props = { postId: string; own: "possible" | "waiting"; action: FormAction };

/** Tells the moderators of somebody else's post, or says that one has done so. */
export function FlagForm({ postId, own, action }: Props) {
  const t = useTranslations("moderation.flag");
  const labels = { reason: t("reason"), text: t("text") };
  return (
    <section id="segnala" className="max-w-[43rem] scroll-mt-20 space-y-4">
      <SectionHead size="area" title={t("title")} />
      {own === "waiting" ? (
        <Notice tone="success" title={t("waiting")}>
          {t("waitingNote")}
        </Notice>
      ) : (
        <>
          <p className="measure">{t("note")}</p>
          <ActionForm action={action} id="flag" hidden={{ id: postId }} fieldLabels={labels}>
            <ReasonChoice label={labels.reason} />
            <TextArea
              name="text"
              label={labels.text}
              hint={t("textHint")}
              rows={3}
              maxLength={1000}
              optional
            />
            <SubmitButton variant="outline" size={40} icon={<Flag />}>
              {t("send")}
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </section>
  );
}
