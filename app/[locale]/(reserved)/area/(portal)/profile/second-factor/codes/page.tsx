import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RecoveryCodeList } from "@/components/people/recovery-code-list";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { ownPerson } from "@/lib/people/policy";
import { shownRecoveryCodes } from "@/lib/people/providers/recovery-codes";
import { safeNextAddress } from "@/lib/people/sign-in/next-address";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.recovery" });
  return { title: t("title") };
}

export default async function RecoveryCodesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, query, codes] = await Promise.all([
    getTranslations("people.recovery"),
    searchParams,
    shownRecoveryCodes(ownPerson(actor)),
  ]);
  const back = getPathname({ href: "/area/profile/second-factor", locale });
  return (
    <div className="space-y-6">
      <PageHead size="area" title={t("title")} lead={codes ? t("lead") : undefined} />
      {codes ? (
        <RecoveryCodeList codes={codes} next={safeNextAddress(one(query.next)) ?? back} />
      ) : (
        <Notice
          title={t("gone")}
          action={
            <ButtonLink size={40} variant="outline" href="/area/profile/second-factor">
              {t("back")}
            </ButtonLink>
          }
        >
          <p>{t("goneNext")}</p>
        </Notice>
      )}
    </div>
  );
}
