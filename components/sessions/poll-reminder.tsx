import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Send } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { PollView } from "@/lib/sessions/polls/queries";

type Props = { poll: PollView; reminder: NonNullable<PollView["reminder"]>; remind: FormAction };

/** How many have not answered, and the button that reminds them, once a day. */
export function PollReminder({ poll, reminder, remind }: Props) {
  const t = useTranslations("planning.poll.remind");
  const locale = useLocale() as Locale;
  const { silent, lastAt, isDoneToday } = reminder;
  return (
    <section className="no-print space-y-3">
      <SectionHead size="area" title={t("title")} />
      <p className="measure">
        {t("silent", { count: silent })}
        {lastAt ? ` ${t("last", { when: formatInstant(lastAt, locale) })}` : null}
      </p>
      <p className="measure text-muted">{t("note")}</p>
      {silent > 0 && !isDoneToday ? (
        <ActionForm action={remind} hidden={{ id: poll.id }} id="remind-poll" className="">
          <SubmitButton size={40} variant="outline" icon={<Send />}>
            {t("send")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}
