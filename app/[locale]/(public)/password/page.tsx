import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { RequestResetForm } from "@/components/people/password-forms";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.password" });
  return { title: t("title"), description: t("description"), robots: { index: false } };
}

export default async function PasswordPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("people.password");
  const sent = one((await searchParams).sent) === "1";
  return (
    <Band>
      {sent ? (
        <div className="space-y-6">
          <PageHead title={t("sentTitle")} />
          <Notice tone="success" title={t("sent")} live>
            <p>{t("sentNothing")}</p>
          </Notice>
          <ButtonLink href="/sign-in" variant="outline">
            {t("back")}
          </ButtonLink>
        </div>
      ) : (
        <div className="space-y-8">
          <PageHead title={t("title")} lead={t("lead")} />
          <RequestResetForm />
        </div>
      )}
    </Band>
  );
}
