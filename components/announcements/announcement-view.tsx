import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { SectionHead } from "@/components/ui/section-head";
import type { AnnouncementPage } from "@/lib/announcements/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { announcement: AnnouncementPage; acknowledge: FormAction };

/** An announcement as its readers see it: state, text, what is asked of them, the texts of before. */
export function AnnouncementView({ announcement, acknowledge }: Props) {
  const t = useTranslations("announcements");
  const locale = useLocale() as Locale;
  const { id, version, state, publishAt, withdrawnAt, acknowledgedAt, revisions } = announcement;
  return (
    <div className="max-w-[43rem] space-y-6">
      {state === "SCHEDULED" ? (
        <Notice title={t("waits", { when: formatInstant(publishAt, locale) })}>{t("waitsText")}</Notice>
      ) : null}
      {withdrawnAt ? (
        <Notice tone="warning" title={t("withdrawn", { when: formatInstant(withdrawnAt, locale) })}>
          {t("withdrawnText")}
        </Notice>
      ) : null}
      <Prose html={announcement.html} lang={announcement.lang} />
      {announcement.mayAcknowledge ? (
        <section aria-labelledby="acknowledge" className="space-y-3">
          <SectionHead id="acknowledge" size="area" title={t("acknowledge.title")} />
          {acknowledgedAt ? (
            <p>{t("acknowledge.done", { when: formatInstant(acknowledgedAt, locale) })}</p>
          ) : (
            <ActionForm action={acknowledge} hidden={{ id, version }} className="space-y-3">
              <p>{t("acknowledge.text")}</p>
              <SubmitButton>{t("acknowledge.submit")}</SubmitButton>
            </ActionForm>
          )}
        </section>
      ) : null}
      {revisions.length > 0 ? (
        <section aria-labelledby="history">
          <SectionHead
            id="history"
            size="area"
            title={t("history.title")}
            note={t("history.note", { count: revisions.length })}
          />
          <ol>
            {revisions.map((revision) => (
              <li key={revision.id} className="border-hairline border-b">
                <details className="py-3">
                  <summary className="font-semibold text-link">
                    {t("history.replaced", { when: formatInstant(revision.replacedAt, locale) })}
                  </summary>
                  <div lang={announcement.lang} className="measure mt-2 space-y-2 [overflow-wrap:anywhere]">
                    <p className="font-semibold">{revision.title}</p>
                    <p className="whitespace-pre-wrap">{revision.markdown}</p>
                  </div>
                </details>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}
