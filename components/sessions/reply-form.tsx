import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { CircleCheck, CircleQuestionMark, CircleX } from "@/components/ui/icons";
import { StateChip } from "@/components/ui/state-chip";
import type { Reply } from "@/lib/platform/db/generated/enums";

type Props = {
  action: FormAction;
  sessionId: string;
  reply: Reply | null;
  /** until the session starts */
  isOpen: boolean;
};

const answers = [
  { value: "YES", icon: <CircleCheck /> },
  { value: "MAYBE", icon: <CircleQuestionMark /> },
  { value: "NO", icon: <CircleX /> },
] as const;

/** Yes, maybe, no: three buttons of one form, the present answer marked in words. */
export function ReplyForm({ action, sessionId, reply, isOpen }: Props) {
  const t = useTranslations("sessions");
  return (
    <section aria-labelledby="reply-title" className="space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="reply-title" className="text-h3">
          {t("replyForm.title")}
        </h2>
        <StateChip tone={reply === "YES" ? "approved" : "todo"}>{t(`replied.${reply ?? "NONE"}`)}</StateChip>
      </div>
      {isOpen ? (
        <ActionForm action={action} hidden={{ id: sessionId }} className="flex flex-wrap gap-3" id="reply">
          {answers.map(({ value, icon }) => (
            <SubmitButton
              key={value}
              name="reply"
              value={value}
              size={40}
              variant={reply === null && value === "YES" ? "primary" : "outline"}
              icon={icon}
            >
              {t(`reply.${value}`)}
              {reply === value ? <span className="sr-only"> ({t("replyForm.current")})</span> : null}
            </SubmitButton>
          ))}
        </ActionForm>
      ) : null}
      <p className="text-meta text-muted">{isOpen ? t("replyForm.note") : t("replyForm.closed")}</p>
    </section>
  );
}
