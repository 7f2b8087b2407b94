import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";

type Props = { id: string; title: string; from: "thread" | "target"; action: FormAction };

/** The button that takes a link away. */
export function UnlinkForm({ id, title, from, action }: Props) {
  const t = useTranslations("discussions");
  return (
    <ActionForm action={action} id={`unlink-${id}`} hidden={{ id, from }} className="no-print">
      <SubmitButton variant="plain" size={32}>
        {t("unlink")}
        <span className="sr-only"> {t("about", { title })}</span>
      </SubmitButton>
    </ActionForm>
  );
}
