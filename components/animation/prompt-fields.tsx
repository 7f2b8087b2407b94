import { useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { TextArea } from "@/components/form/text-area";
import { TextInput } from "@/components/form/text-input";
import type { ShownPrompt } from "@/lib/animation/prompts/queries";
import { promptStages } from "@/lib/animation/prompts/schema";

/** The labels of the fields, for the summary of errors too. */
export function usePromptLabels(): Record<"stage" | "title" | "text", string> {
  const t = useTranslations("animation.prompts");
  return { stage: t("stage"), title: t("fieldTitle"), text: t("text") };
}

/** What a text to begin with consists of. */
export function PromptFields({ prompt }: { prompt?: ShownPrompt }) {
  const t = useTranslations("animation.prompts");
  const labels = usePromptLabels();
  return (
    <>
      <Select
        name="stage"
        label={labels.stage}
        width="half"
        placeholder={prompt ? undefined : t("chooseStage")}
        defaultValue={prompt?.stage}
        options={promptStages.map((stage) => ({ value: stage, label: t(`stages.${stage}`) }))}
      />
      <TextInput name="title" label={labels.title} maxLength={200} defaultValue={prompt?.title} />
      <TextArea name="text" label={labels.text} rows={4} defaultValue={prompt?.markdown} />
    </>
  );
}
