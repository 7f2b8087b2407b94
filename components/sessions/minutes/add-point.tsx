import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { Plus } from "@/components/ui/icons";

/** One more part, for what was spoken of beside the agenda. */
export function AddPoint({ action, id }: { action: FormAction; id: string }) {
  const t = useTranslations("minutes.addPoint");
  return (
    <ActionForm
      action={action}
      id="add-point"
      hidden={{ id }}
      fieldLabels={{ title: t("title") }}
      className="no-print max-w-[40rem] space-y-3 border-hairline border-t pt-5"
    >
      <TextInput name="title" label={t("title")} hint={t("hint")} maxLength={200} />
      <SubmitButton size={40} variant="outline" icon={<Plus />}>
        {t("add")}
      </SubmitButton>
    </ActionForm>
  );
}
