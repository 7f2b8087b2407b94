import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useMoment } from "@/components/forum/moment";
import { Trash2 } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";

type Props = { draft: { id: string; updatedAt: Date }; at: Date; discard: FormAction; isNew: boolean };

/** Above a composer: the text in it was kept, when, and how to be rid of it. */
export function DraftNote({ draft, at, discard, isNew }: Props) {
  const t = useTranslations("forum.drafts");
  const moment = useMoment(at);
  return (
    <Notice
      tone={isNew ? "success" : "info"}
      live={isNew}
      title={isNew ? t("keptTitle") : t("isDraft")}
      action={
        <ActionForm action={discard} hidden={{ id: draft.id }} className="">
          <SubmitButton variant="plain" size={40} icon={<Trash2 />}>
            {t("discard")}
          </SubmitButton>
        </ActionForm>
      }
    >
      {t("since", { when: moment(draft.updatedAt) })}
    </Notice>
  );
}
