import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ConfirmEmailForm } from "@/components/people/email-address-forms";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { findEmailChange } from "@/lib/people/email-address/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.emailAddress" });
  return { title: t("confirmTitle"), robots: { index: false }, referrer: "same-origin" };
}

export default async function ConfirmEmailPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("people.emailAddress");
  const change = await findEmailChange(visitorActor(now()), token);
  const wait = change.state === "unknown" ? await countRequest("secret-link") : null;
  const lead = change.state === "open" ? t("confirmLead", { email: change.email }) : undefined;
  return (
    <Band>
      <div className="space-y-8">
        <PageHead title={t("confirmTitle")} lead={lead} />
        {wait ? <WaitNotice minutes={wait} /> : null}
        {change.state === "open" ? (
          <ConfirmEmailForm token={token} />
        ) : (
          <>
            <Notice tone="warning" title={t(`state.${change.state}`)} />
            <ButtonLink href="/area/profile">{t("toProfile")}</ButtonLink>
          </>
        )}
      </div>
    </Band>
  );
}
