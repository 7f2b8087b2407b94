import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Band } from "@/components/layout/band";
import { EndForm } from "@/components/newsletter/answer-forms";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { endSubscriptionAction } from "@/lib/newsletter/subscribing/actions";
import { findSubscription } from "@/lib/newsletter/subscribing/queries";
import { stopMailsAction } from "@/lib/notifications/unsubscribing/actions";
import { findEnding } from "@/lib/notifications/unsubscribing/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; token: string }> };

// The secret in the address stays with this site. "no-referrer" would also blank the Origin of the form, which is then
// taken for a foreign one.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "notifications.unsubscribe" });
  return {
    title: t("title"),
    description: t("description"),
    robots: { index: false },
    referrer: "same-origin",
  };
}

export default async function UnsubscribePage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("notifications");
  const actor = visitorActor(now());
  const subscription = await findSubscription(actor, token);
  if (subscription) {
    return (
      <Band>
        <EndForm action={endSubscriptionAction} token={token} subscription={subscription} />
      </Band>
    );
  }
  const ending = await findEnding(actor, token);
  if (!ending) {
    const wait = await countRequest("secret-link");
    if (!wait) notFound();
    return (
      <Band>
        <WaitNotice minutes={wait} />
      </Band>
    );
  }
  const what = ending.of === "DIGEST" ? t("unsubscribe.digest") : t(`groups.${ending.of}`);
  return (
    <Band>
      <div className="max-w-[44rem] space-y-6">
        <PageHead title={t("unsubscribe.title")} />
        {ending.groups.length === 0 ? (
          <Notice tone="success" title={t("unsubscribe.ended", { what })}>
            {t("unsubscribe.again")}
          </Notice>
        ) : (
          <>
            <p className="font-semibold text-h4">{t("unsubscribe.ask", { what })}</p>
            <ActionForm action={stopMailsAction} id="stop" hidden={{ token }} className="">
              <SubmitButton>{t("unsubscribe.stop")}</SubmitButton>
            </ActionForm>
          </>
        )}
        <p className="measure">{t("unsubscribe.note")}</p>
        <ButtonLink href="/area/notifications/preferences" variant="outline" size={40}>
          {t("unsubscribe.preferences")}
        </ButtonLink>
      </div>
    </Band>
  );
}
