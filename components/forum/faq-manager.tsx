import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { threadHref } from "@/components/forum/addresses";
import { FaqFields, useFaqLabels } from "@/components/forum/faq-fields";
import { AppLink } from "@/components/ui/app-link";
import { ArrowDown, ArrowUp } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import type { FaqSection, ShownFaqEntry } from "@/lib/forum/faq/queries";

type Acts<Names extends string> = { actions: Record<Names, FormAction> };

/** A heading's name and its place among the others. */
export function FaqSectionActs({
  section,
  isFirst,
  isLast,
  actions,
}: { section: FaqSection; isFirst: boolean; isLast: boolean } & Acts<"rename" | "move">) {
  const t = useTranslations("answers.faq");
  const labels = { title: t("fieldTitle") };
  const move = (direction: "up" | "down") => (
    <ActionForm action={actions.move} hidden={{ id: section.id, direction }} className="">
      <SubmitButton
        variant="outline"
        size={32}
        icon={direction === "up" ? <ArrowUp /> : <ArrowDown />}
        aria-label={t(direction === "up" ? "upOf" : "downOf", { title: section.title })}
      >
        {t(direction)}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <div className="no-print flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-2">
      <details className="min-w-0 flex-1 basis-60">
        <summary className="cursor-pointer py-1 font-semibold text-link text-meta">
          {t("rename")}
          <span className="sr-only"> «{section.title}»</span>
        </summary>
        <div className="max-w-[26rem] pt-3 pb-2">
          <ActionForm
            action={actions.rename}
            id={`rename-${section.id}`}
            hidden={{ id: section.id, version: section.version }}
            fieldLabels={labels}
            className="space-y-3"
          >
            <TextInput name="title" label={labels.title} defaultValue={section.title} maxLength={100} />
            <SubmitButton variant="outline" size={40}>
              {t("renameDo")}
            </SubmitButton>
          </ActionForm>
        </div>
      </details>
      <div className="flex gap-2">
        {isFirst ? null : move("up")}
        {isLast ? null : move("down")}
      </div>
    </div>
  );
}

type EntryProps = { entry: ShownFaqEntry; sections: FaqSection[] } & Acts<"change" | "takeOut">;

/** The wording of a question, its heading, its removal, and how many it helped. */
export function FaqEntryActs({ entry, sections, actions }: EntryProps) {
  const t = useTranslations("answers.faq");
  const labels = useFaqLabels();
  return (
    <div className="no-print space-y-2">
      <p className="text-meta text-muted">{t("uses", { count: entry.uses })}</p>
      <details>
        <summary className="cursor-pointer py-1 font-semibold text-link text-meta">
          {t("change")}
          <span className="sr-only"> «{entry.question}»</span>
        </summary>
        <div className="max-w-[26rem] space-y-3 pt-3">
          <ActionForm
            action={actions.change}
            id={`change-${entry.id}`}
            hidden={{ id: entry.id, version: entry.version }}
            fieldLabels={labels}
            className="space-y-3"
          >
            <FaqFields sections={sections} question={entry.question} sectionId={entry.sectionId} />
            <SubmitButton variant="outline" size={40}>
              {t("changeDo")}
            </SubmitButton>
          </ActionForm>
          <TakeOut entry={entry} action={actions.takeOut} />
        </div>
      </details>
    </div>
  );
}

/** Questions that are shown to nobody, since their answer is no longer the accepted one or is hidden. */
export function LeftOfFaq({
  slug,
  entries,
  action,
}: {
  slug: string;
  entries: ShownFaqEntry[];
  action: FormAction;
}) {
  const t = useTranslations("answers.faq");
  return (
    <section aria-labelledby="left" className="no-print">
      <SectionHead size="area" id="left" title={t("left")} />
      <p className="measure pt-2 text-meta text-muted">{t("leftLead")}</p>
      <ul>
        {entries.map((entry) => (
          <li
            key={entry.id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-hairline border-b py-3"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p lang={entry.lang} className="font-semibold">
                {entry.question}
              </p>
              <AppLink href={threadHref("area", { slug, id: entry.threadId })} className="text-meta">
                {entry.thread}
              </AppLink>
            </div>
            <TakeOut entry={entry} action={action} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TakeOut({ entry, action }: { entry: ShownFaqEntry; action: FormAction }) {
  const t = useTranslations("answers.faq");
  return (
    <ActionForm
      action={action}
      id={`take-out-${entry.id}`}
      hidden={{ id: entry.id, version: entry.version }}
      className=""
    >
      <SubmitButton variant="outline" size={40}>
        {t("takeOut")}
        <span className="sr-only"> «{entry.question}»</span>
      </SubmitButton>
    </ActionForm>
  );
}
