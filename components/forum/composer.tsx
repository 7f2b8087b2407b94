import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/form";
import { Preview } from "@/components/form/preview";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { DraftKeeper } from "@/components/forum/draft-keeper";
import { MarkdownTools } from "@/components/forum/markdown-tools";
import { MentionSuggestions } from "@/components/forum/mention-suggestions";
import { Eye, NotebookPen, Paperclip } from "@/components/ui/icons";

/** Bodies for which one may write; more than one is a choice. */
export type Voices = { bodies: { id: string; shortName: string }[]; speaksForItself: boolean };

type Props = {
  id: string;
  /** of the programme: its people can be called by name */
  slug: string;
  action: FormAction;
  hidden: Record<string, string | number>;
  /** made anew for each form shown: two clicks on one form are one post */
  submissionKey?: string;
  /** what the address says of this form: after a post, and for a quotation, an empty one takes its place */
  occasion?: string;
  label: string;
  text?: string;
  send: string;
  /** it is a new text: it is kept while it is typed, and a file can be added when it is published */
  isNew?: boolean;
  voices?: Voices;
  fieldLabels?: Record<string, string>;
  rows?: number;
  /** fields above the text */
  children?: ReactNode;
};

/** Where a post is written: text, how it will look, for whom it speaks. Works without JavaScript. */
export function Composer(props: Props) {
  const {
    id,
    slug,
    action,
    hidden,
    submissionKey,
    occasion,
    label,
    text,
    send,
    isNew,
    voices,
    fieldLabels,
    rows = 7,
  } = props;
  const t = useTranslations("forum.compose");
  const locale = useLocale();
  return (
    <ActionForm
      // Without a script React finds the refused form again by its key: it must not change from one answer to the next.
      key={occasion}
      id={id}
      action={action}
      hidden={{ ...hidden, ...(submissionKey ? { submissionKey, lang: locale } : {}) }}
      fieldLabels={{ ...fieldLabels, text: label, body: t("body") }}
      className="max-w-[43rem] space-y-5"
    >
      {props.children}
      <TextArea
        name="text"
        label={label}
        hint={
          <>
            <span className="block">{t("textHint")}</span>
            <MarkdownTools
              targetId={`${id}-text`}
              label={t("tools")}
              names={{
                bold: t("bold"),
                italic: t("italic"),
                list: t("list"),
                quote: t("quote"),
                link: t("link"),
              }}
            />
          </>
        }
        rows={rows}
        defaultValue={text}
      />
      <MentionSuggestions
        targetId={`${id}-text`}
        slug={slug}
        label={t("names")}
        found={t("namesFound", { count: "#" })}
      />
      {voices && (voices.bodies.length > 1 || (voices.speaksForItself && voices.bodies.length > 0)) ? (
        <Select
          name="body"
          label={t("body")}
          hint={t("bodyHint")}
          placeholder={voices.speaksForItself ? t("ownName") : ""}
          options={voices.bodies.map((body) => ({ value: body.id, label: body.shortName }))}
          width="half"
        />
      ) : null}
      <Preview label={t("previewOf")} />
      <div className="flex flex-col flex-wrap gap-3 sm:flex-row sm:items-center">
        <SubmitButton>{send}</SubmitButton>
        <SubmitButton variant="outline" icon={<Eye />} name="_preview" value="1">
          {t("preview")}
        </SubmitButton>
        {isNew ? (
          <>
            <SubmitButton variant="outline" icon={<Paperclip />} name="next" value="attach">
              {t("attach")}
            </SubmitButton>
            <SubmitButton variant="plain" icon={<NotebookPen />} name="next" value="draft">
              {t("keep")}
            </SubmitButton>
          </>
        ) : null}
      </div>
      {isNew ? <DraftKeeper formId={`${id}-form`} failed={t("notKept")} /> : null}
    </ActionForm>
  );
}
