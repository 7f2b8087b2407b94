import { useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { TextInput } from "@/components/form/text-input";

type Props = { sections: { id: string; title: string }[]; question?: string; sectionId?: string };

/** The names of the fields, for the summary of errors. */
export function useFaqLabels() {
  const t = useTranslations("answers.faq");
  return { question: t("fieldQuestion"), sectionId: t("fieldSection"), newSection: t("fieldNewSection") };
}

/** A short question and its heading: one that is there, or a new one. */
export function FaqFields({ sections, question, sectionId }: Props) {
  const t = useTranslations("answers.faq");
  const labels = useFaqLabels();
  return (
    <>
      <TextInput
        name="question"
        label={labels.question}
        hint={t("fieldQuestionHint")}
        defaultValue={question}
        maxLength={200}
      />
      {sections.length > 0 ? (
        <Select
          name="sectionId"
          label={labels.sectionId}
          placeholder={t("chooseSection")}
          defaultValue={sectionId}
          options={sections.map(({ id, title }) => ({ value: id, label: title }))}
        />
      ) : null}
      <TextInput
        name="newSection"
        label={labels.newSection}
        hint={sections.length > 0 ? t("fieldNewSectionHint") : undefined}
        optional={sections.length > 0}
        maxLength={100}
      />
    </>
  );
}
