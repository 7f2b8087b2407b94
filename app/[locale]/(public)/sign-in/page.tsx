import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { SignInForm } from "@/components/people/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { demonstrationMaySignIn } from "@/lib/people/policy";
import { circumstances } from "@/lib/people/providers/browser";
import { safeNextAddress } from "@/lib/people/sign-in/next-address";
import { env } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";

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
  const [t, refusals, query] = await Promise.all([
    getTranslations("people.signIn"),
    getTranslations("people.errors"),
    searchParams,
  ]);
  const done = (["password", "invitation"] as const).find((code) => code === one(query.done));
  const { proxied } = await circumstances();
  const { demo, demoSignIn } = env();
  return (
    <Band>
      <div className="space-y-8">
        <PageHead title={t("title")} lead={t("lead")} />
        {done ? <Notice tone="success" title={t(`done.${done}`)} live /> : null}
        {query.error ? <Notice tone="error" title={refusals("signInRefused")} live /> : null}
        <SignInForm next={safeNextAddress(one(query.next)) ?? undefined} />
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
