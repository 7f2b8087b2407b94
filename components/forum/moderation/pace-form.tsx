import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Timer } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { paces } from "@/lib/forum/pace/schema";
import type { PostPage } from "@/lib/forum/posts/queries";

/** How many minutes pass in a thread between two posts of one person. */
export function PaceForm({ thread, action }: { thread: PostPage["thread"]; action: FormAction }) {
  const t = useTranslations("moderation.pace");
  const labels = { minutes: t("minutes") };
  return (
    <section className="max-w-[43rem] space-y-4">
      <SectionHead size="area" title={t("title")} />
      <p className="measure">{t("note")}</p>
      <ActionForm
        action={action}
        id="pace"
        hidden={{ id: thread.id, version: thread.version }}
        fieldLabels={labels}
      >
        <Select
          name="minutes"
          label={labels.minutes}
          width="half"
          defaultValue={String(thread.slowMinutes)}
          options={paces.map((minutes) => ({ value: String(minutes), label: t("every", { minutes }) }))}
        />
        <SubmitButton variant="outline" size={40} icon={<Timer />}>
          {t("set")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
