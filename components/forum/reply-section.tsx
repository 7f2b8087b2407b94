import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/form/sent-form";
import { Composer, type Voices } from "@/components/forum/composer";
import { DraftNote } from "@/components/forum/draft-note";
import { Notice } from "@/components/ui/notice";
import type { ThreadPage } from "@/lib/forum/reading/queries";

type Props = {
  slug: string;
  thread: Pick<
    ThreadPage,
    "id" | "mayReply" | "mayModerate" | "lockedAt" | "isOpen" | "slowMinutes" | "draft"
  >;
  action: FormAction;
  discard: FormAction;
  at: Date;
  /** the text in the form was kept just now */
  isKept: boolean;
  submissionKey: string;
  occasion: string;
  voices: Voices;
  quote: string;
};

/** Below the posts: the composer, or why there is none. */
export function ReplySection({ slug, thread, at, isKept, quote, ...form }: Props) {
  const t = useTranslations("forum.compose");
  if (!thread.mayReply) {
    if (thread.isOpen) return <p className="text-meta text-muted">{t("readOnly")}</p>;
    return thread.lockedAt ? <Notice title={t("locked")}>{t("lockedNote")}</Notice> : null;
  }
  const { draft } = thread;
  const text = [draft?.markdown.trimEnd(), quote].filter(Boolean).join("\n\n");
  return (
    <section id="rispondi" className="scroll-mt-20 space-y-5">
      {thread.slowMinutes > 0 && !thread.mayModerate ? (
        <p className="measure text-meta text-muted">{t("slow", { minutes: thread.slowMinutes })}</p>
      ) : null}
      {draft ? <DraftNote draft={draft} at={at} discard={form.discard} isNew={isKept} /> : null}
      <Composer
        id="reply"
        slug={slug}
        action={form.action}
        hidden={{ threadId: thread.id }}
        submissionKey={form.submissionKey}
        occasion={form.occasion}
        label={t("reply")}
        text={text}
        send={t("publish")}
        isNew
        voices={form.voices}
      />
    </section>
  );
}
