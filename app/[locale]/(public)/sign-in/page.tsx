import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ProviderLink } from "@/components/people/provider-link";
import { SignInForm } from "@/components/people/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { WaitNotice } from "@/components/ui/wait-notice";
import { demonstrationMaySignIn } from "@/lib/people/policy";
import { circumstances } from "@/lib/people/providers/browser";
import { providerRefusals } from "@/lib/people/providers/oidc";
import { safeNextAddress } from "@/lib/people/sign-in/next-address";
import { findEndOfSignIn } from "@/lib/people/sign-in/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { refuseForNow } from "@/lib/platform/server/answer";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.signIn" });
  return { title: t("title"), description: t("description"), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, query] = await Promise.all([getTranslations("people.signIn"), searchParams]);
  const done = (["password", "invitation", "email"] as const).find((code) => code === one(query.done));
  const { proxied, replaces } = await circumstances();
  const ended = done ? null : await findEndOfSignIn(visitorActor(now()), replaces);
  const { demo, demoSignIn, oidc, SIGN_IN_IDLE_HOURS, SIGN_IN_MAX_HOURS } = env();
  const hours = ended === "idle" ? SIGN_IN_IDLE_HOURS : SIGN_IN_MAX_HOURS;
  const next = safeNextAddress(one(query.next)) ?? undefined;
  const refused = providerRefusals.find((code) => code === one(query.refused));
  return (
    <Band>
      <div className="space-y-8">
        <PageHead title={t("title")} lead={t("lead")} />
        {done ? <Notice tone="success" title={t(`done.${done}`)} live /> : null}
        {ended ? <Notice tone="warning" title={t(`ended.${ended}`, { hours })} live /> : null}
        {refused ? <ProviderRefused code={refused} /> : null}
        <SignInForm next={next} />
        {oidc ? (
          <ProviderLink next={next ?? getPathname({ href: "/area", locale })} or={t("or")}>
            {t("provider", { name: oidc.name })}
          </ProviderLink>
        ) : null}
        {demo && demonstrationMaySignIn(demoSignIn, proxied) ? (
          <Notice title={t("demoTitle")}>
            <p>{t("demoText")}</p>
          </Notice>
        ) : null}
        <p className="measure text-muted">{t("noAccount")}</p>
      </div>
    </Band>
  );
}

async function ProviderRefused({ code }: { code: (typeof providerRefusals)[number] }) {
  const [t, refusals] = await Promise.all([
    getTranslations("people.signIn"),
    getTranslations("people.errors"),
  ]);
  if (code !== "tooManyAttempts") {
    return (
      <Notice tone="error" title={t("refusedTitle")} live>
        <p>{refusals(code)}</p>
      </Notice>
    );
  }
  const minutes = 15;
  refuseForNow(new DomainError("tooManyAttempts", { minutes, seconds: minutes * 60 }));
  return <WaitNotice minutes={minutes} />;
}
