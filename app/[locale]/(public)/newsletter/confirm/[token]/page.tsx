import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ConfirmForm } from "@/components/newsletter/answer-forms";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { confirmSubscriptionAction } from "@/lib/newsletter/subscribing/actions";
import { findRequest } from "@/lib/newsletter/subscribing/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; token: string }> };

// The secret in the address stays with this site.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "newsletter.confirm" });
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function ConfirmSubscriptionPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("newsletter.confirm");
  const request = await findRequest(visitorActor(now()), token);
  const wait = request ? null : await countRequest("secret-link");
  return (
    <Band>
      <div className="max-w-[44rem] space-y-6">
        <PageHead title={t("title")} />
        {wait ? <WaitNotice minutes={wait} /> : null}
        {request && !request.isExpired ? (
          <ConfirmForm action={confirmSubscriptionAction} token={token} programme={request.programme} />
        ) : (
          <>
            <Notice tone="warning" title={t(request ? "expired" : "unknown")} />
            <ButtonLink href="/newsletter" variant="outline" size={40}>
              {t("again")}
            </ButtonLink>
          </>
        )}
      </div>
    </Band>
  );
}
