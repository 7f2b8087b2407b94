import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import type { IssuePage } from "@/lib/newsletter/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { slug: string; issue: IssuePage; takeBack: FormAction };

/** An issue as who writes it sees it: how far it is, its text, and the way back while there is one. */
export function IssueView({ slug, issue, takeBack }: Props) {
  const t = useTranslations("newsletter.area");
  return (
    <div className="max-w-[43rem] space-y-6">
      <StateNotice slug={slug} issue={issue} />
      {issue.state === "SCHEDULED" ? (
        <ActionForm action={takeBack} hidden={{ id: issue.id, version: issue.version }} className="">
          <SubmitButton variant="outline">{t("takeBack")}</SubmitButton>
        </ActionForm>
      ) : null}
      <Prose html={issue.html} lang={issue.lang} />
    </div>
  );
}

function StateNotice({
  slug,
  issue: { id, state, sendAt, sentAt, recipients, programme },
}: Omit<Props, "takeBack">) {
  const t = useTranslations("newsletter.area");
  const locale = useLocale() as Locale;
  if (sentAt) {
    return (
      <Notice
        tone="success"
        title={t("sentNotice", { when: formatInstant(sentAt, locale) })}
        action={
          <AppLink href={{ pathname: "/programmes/[slug]/newsletter/[id]", params: { slug, id } }}>
            {t("public")}
          </AppLink>
        }
      >
        {t("sentText", { count: recipients })}
      </Notice>
    );
  }
  if (state === "SCHEDULED" && sendAt)
    return <Notice title={t("waits", { when: formatInstant(sendAt, locale) })}>{t("waitsText")}</Notice>;
  return <Notice title={t("draftNotice")}>{programme.state === "DRAFT" ? t("notPublic") : null}</Notice>;
}
