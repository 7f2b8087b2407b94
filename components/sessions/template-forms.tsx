import { useTranslations } from "next-intl";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import type { FormAction } from "@/components/form/sent-form";
import { PlanForm, PlanQuestion } from "@/components/sessions/plan-forms";
import type { Href } from "@/components/ui/app-link";
import type { TemplateStart } from "@/lib/sessions/series/schema";

type AskProps = { page: Href; start: string | undefined; time: string | undefined; isShown: boolean };

/** The kick-off, from which the template counts: asks for the dates, which are shown before anything is saved. */
export function TemplateQuestion({ page, start, time, isShown }: AskProps) {
  const t = useTranslations("planning.template");
  return (
    <PlanQuestion page={page} isShown={isShown} show={t("show")}>
      <DateField name="start" label={t("start")} defaultValue={start} />
      <TimeField name="time" label={t("time")} defaultValue={time ?? "10:30"} />
    </PlanQuestion>
  );
}

type Props = { action: FormAction; slug: string; start: TemplateStart; count: number; cancel: Href };

/** Saves the dates shown above as drafts. */
export function TemplateForm({ action, slug, start, count, cancel }: Props) {
  const t = useTranslations("planning.template");
  return (
    <PlanForm
      action={action}
      hidden={{ programme: slug, ...start }}
      fieldLabels={{ start: t("start"), first: t("start"), time: t("time") }}
      cancel={cancel}
      words={{ drafts: t("draftsOnly"), make: t("make", { count }), cancel: t("cancel") }}
    />
  );
}
