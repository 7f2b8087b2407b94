import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/form/checkbox";
import { ActionForm } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { SectionHead } from "@/components/ui/section-head";
import { formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { PollView } from "@/lib/sessions/polls/queries";

/** The coordinator takes one of the dates; where somebody is busy then, after a warning that names them. */
export function PollDecision({ poll, decide }: { poll: PollView; decide: FormAction }) {
  const t = useTranslations("planning");
  const locale = useLocale() as Locale;
  return (
    <section className="no-print space-y-3">
      <SectionHead size="area" title={t("poll.decide")} />
      <ActionForm
        action={decide}
        id="decide"
        hidden={{ id: poll.id, version: poll.version }}
        fieldLabels={{ option: t("poll.date") }}
      >
        <RadioGroup
          name="option"
          label={t("poll.date")}
          hint={t("poll.dateHint")}
          choices={poll.options.map((one) => ({
            value: one.id,
            label: formatRange(one.startsAt, one.endsAt, locale),
          }))}
        />
        <Checkbox name="busyAnyway" label={t("form.busyAnyway")} hint={t("form.busyAnywayHint")} />
        <SubmitButton>{t("poll.take")}</SubmitButton>
      </ActionForm>
    </section>
  );
}
