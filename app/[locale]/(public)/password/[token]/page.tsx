import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { NewPasswordForm } from "@/components/people/password-forms";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { getResetState } from "@/lib/people/passwords/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/routing";
import { countRequest } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; token: string }> };

// The secret in the address stays with this site. "no-referrer" would also blank the Origin of the form, which is then
// taken for a foreign one.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.password" });
  return { title: t("chooseTitle"), robots: { index: false }, referrer: "same-origin" };
}

export default async function NewPasswordPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("people.password");
  const state = await getResetState(visitorActor(now()), token);
  const wait = state === "unknown" ? await countRequest("secret-link") : null;
  return (
    <Band>
      <div className="space-y-8">
        <PageHead title={t("chooseTitle")} lead={state === "open" ? t("chooseLead") : undefined} />
        {wait ? <WaitNotice minutes={wait} /> : null}
        {state === "open" ? (
          <NewPasswordForm token={token} />
        ) : (
          <>
            <Notice tone="warning" title={t(`state.${state}`)} />
            <ButtonLink href="/password">{t("again")}</ButtonLink>
          </>
        )}
      </div>
    </Band>
  );
}
