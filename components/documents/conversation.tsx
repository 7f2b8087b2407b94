import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Send } from "@/components/ui/icons";
import { Prose } from "@/components/ui/prose";
import { SectionHead } from "@/components/ui/section-head";
import type { Exchange } from "@/lib/documents/deliverables/conversation/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  id: string;
  messages: Exchange["messages"];
  body: string;
  /** for which side the reader writes; null = reads only, or the deliverable is locked */
  side: "BODY" | "REVIEWERS" | null;
  action: FormAction;
};

/** What body and reviewers write to each other about this deliverable. */
export function Conversation({ id, messages, body, side, action }: Props) {
  const t = useTranslations("deliverables.conversation");
  const locale = useLocale() as Locale;
  if (messages.length === 0 && !side) return null;
  return (
    <section id="conversation" className="max-w-[52rem] scroll-mt-20 space-y-4">
      <SectionHead size="area" title={t("title")} note={t("circle")} />
      {messages.length > 0 ? (
        <ol className="space-y-3">
          {messages.map((one) => (
            <li
              key={one.id}
              className={`max-w-[44rem] rounded border border-hairline px-4 py-3 ${one.side === "BODY" ? "bg-paper" : "ml-auto bg-ground"}`}
            >
              <p className="text-meta text-muted">
                <strong className="font-semibold text-ink">
                  {one.author ? `${one.author.givenName} ${one.author.familyName}` : t("nobody")}
                </strong>
                {", "}
                {one.side === "BODY" ? body : t("reviewers")}
                {", "}
                <time dateTime={one.writtenAt.toISOString()}>{formatInstant(one.writtenAt, locale)}</time>
              </p>
              <Prose html={one.html} lang={one.lang} className="mt-1" />
            </li>
          ))}
        </ol>
      ) : (
        <p className="measure text-muted">{t("empty")}</p>
      )}
      {side ? (
        <ActionForm
          action={action}
          id="message"
          hidden={{ id, lang: locale }}
          fieldLabels={{ text: t("text") }}
          className="max-w-[44rem] space-y-4"
        >
          <TextArea
            name="text"
            label={t("text")}
            hint={t(side === "BODY" ? "toReviewers" : "toBody", { body })}
            rows={4}
            maxLength={10_000}
          />
          <SubmitButton size={40} icon={<Send />}>
            {t("send")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}
