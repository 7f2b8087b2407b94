import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Check } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  id: string;
  reading: {
    lastAt: Date;
    lastVersion: number;
    acknowledgedAt: Date | null;
    acknowledgedVersion: number | null;
  } | null;
  /** the newest version */
  newest: number;
  action: FormAction;
};

/** Whether the reader has opened this document and said to have read it; a newer version may be said anew. */
export function OwnReading({ id, reading, newest, action }: Props) {
  const t = useTranslations("deliverables.reading");
  const locale = useLocale() as Locale;
  if (!reading) return <Notice title={t("unopened")}>{t("unopenedNext")}</Notice>;
  const { acknowledgedAt, acknowledgedVersion } = reading;
  const isDone = acknowledgedAt !== null && acknowledgedVersion === reading.lastVersion;
  const said = acknowledgedAt
    ? t("said", { at: formatInstant(acknowledgedAt, locale), number: acknowledgedVersion ?? 1 })
    : t("opened", { at: formatInstant(reading.lastAt, locale), number: reading.lastVersion });
  return (
    <Notice
      tone={isDone ? "success" : "info"}
      title={said}
      action={
        isDone ? undefined : (
          <ActionForm action={action} id="acknowledge" hidden={{ id }} className="">
            <SubmitButton size={40} icon={<Check />}>
              {t("say", { number: reading.lastVersion })}
            </SubmitButton>
          </ActionForm>
        )
      }
    >
      {newest > reading.lastVersion ? t("newer", { number: newest }) : null}
    </Notice>
  );
}
