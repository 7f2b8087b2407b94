import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { permalink, threadHref } from "@/components/forum/addresses";
import { AppLink } from "@/components/ui/app-link";
import { Check } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type { OwnWarning } from "@/lib/forum/warnings/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { slug: string; warnings: OwnWarning[]; action: FormAction; threadId?: string };

/** What the reader was warned about, above what it writes, until it says that it has read it. */
export function OwnWarnings({ slug, warnings, action, threadId }: Props) {
  const t = useTranslations("moderation");
  const locale = useLocale() as Locale;
  if (warnings.length === 0) return null;
  return (
    <div className="max-w-[43rem] space-y-4">
      {warnings.map(({ id, reason, text, createdAt, post: { number, thread } }) => {
        const about = t("own.about", { number, title: thread.title, day: formatDay(createdAt, locale) });
        return (
          <Notice
            key={id}
            tone="warning"
            title={t("own.title", { reason: t(`reasons.${reason}`) })}
            action={
              <ActionForm
                action={action}
                id={`acknowledge-${id}`}
                hidden={{ id, ...(threadId ? { threadId } : {}) }}
                className=""
              >
                <SubmitButton variant="outline" size={40} icon={<Check />}>
                  {t("own.acknowledge")}
                </SubmitButton>
              </ActionForm>
            }
          >
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
            <p className="mt-1 text-meta">
              {thread.hiddenAt ? (
                about
              ) : (
                <AppLink
                  href={permalink(threadHref("area", { slug, id: thread.id }, number), locale, number)}
                >
                  {about}
                </AppLink>
              )}
            </p>
          </Notice>
        );
      })}
    </div>
  );
}
