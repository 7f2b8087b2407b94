import { useLocale, useTranslations } from "next-intl";
import { DateField, TimeField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { addressOf, type Href } from "@/components/ui/app-link";
import { Button, ButtonLink } from "@/components/ui/button";
import type { TemplateStart } from "@/lib/sessions/series/schema";

type AskProps = { page: Href; start: string | undefined; time: string | undefined; isShown: boolean };

/** The kick-off, from which the template counts: asks for the dates, which are shown before anything is saved. */
export function TemplateQuestion({ page, start, time, isShown }: AskProps) {
  const t = useTranslations("planning.template");
  const locale = useLocale();
  return (
    <form method="get" action={addressOf(page, locale)} className="flex flex-wrap items-end gap-x-5 gap-y-4">
      <DateField name="start" label={t("start")} defaultValue={start} />
      <TimeField name="time" label={t("time")} defaultValue={time ?? "10:30"} />
      <Button variant={isShown ? "outline" : "primary"}>{t("show")}</Button>
    </form>
  );
}

type Props = { action: FormAction; slug: string; start: TemplateStart; count: number; cancel: Href };

/** Saves the dates shown above as drafts. */
export function TemplateForm({ action, slug, start, count, cancel }: Props) {
  const t = useTranslations("planning.template");
  return (
    <ActionForm
      action={action}
      hidden={{ programme: slug, ...start }}
      fieldLabels={{ start: t("start"), first: t("start"), time: t("time") }}
    >
      <p>{t("draftsOnly")}</p>
      <FormActions>
        <SubmitButton>{t("make", { count })}</SubmitButton>
        <ButtonLink href={cancel} variant="plain">
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </ActionForm>
  );
}
