import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/form/sent-form";
import { Composer, type Voices } from "@/components/forum/composer";
import { Notice } from "@/components/ui/notice";
import type { ThreadPage } from "@/lib/forum/reading/queries";

type Props = {
  thread: Pick<ThreadPage, "id" | "mayReply" | "mayModerate" | "lockedAt" | "isOpen" | "slowMinutes">;
  action: FormAction;
  submissionKey: string;
  occasion: string;
  voices: Voices;
  quote: string;
};

/** Below the posts: the composer, or why there is none. */
export function ReplySection({ thread, action, submissionKey, occasion, voices, quote }: Props) {
  const t = useTranslations("forum.compose");
  if (!thread.mayReply) {
    if (thread.isOpen) return <p className="text-meta text-muted">{t("readOnly")}</p>;
    return thread.lockedAt ? <Notice title={t("locked")}>{t("lockedNote")}</Notice> : null;
  }
  return (
    <section id="rispondi" className="scroll-mt-20 space-y-4">
      {thread.slowMinutes > 0 && !thread.mayModerate ? (
        <p className="measure text-meta text-muted">{t("slow", { minutes: thread.slowMinutes })}</p>
      ) : null}
      <Composer
        id="reply"
        action={action}
        hidden={{ threadId: thread.id }}
        submissionKey={submissionKey}
        occasion={occasion}
        label={t("reply")}
        text={quote}
        send={t("publish")}
        mayAttach
        voices={voices}
      />
    </section>
  );
}
