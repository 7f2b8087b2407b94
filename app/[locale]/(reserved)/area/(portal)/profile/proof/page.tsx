import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ProofForm } from "@/components/people/proof-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { getMeansOfProof } from "@/lib/people/proof/queries";
import { safeNextAddress, withNext } from "@/lib/people/sign-in/next-address";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { proofMinutes } from "@/lib/platform/recent-proof";
import { requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.proof" });
  return { title: t("title") };
}

export default async function ProofPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, means, query] = await Promise.all([
    getTranslations("people.proof"),
    getMeansOfProof(actor),
    searchParams,
  ]);
  const next = safeNextAddress(one(query.next)) ?? undefined;
  return (
    <div className="space-y-6">
      <PageHead size="area" title={t("title")} lead={t("lead", { minutes: proofMinutes })} />
      {means.password || means.code ? (
        <ProofForm means={means} next={next} />
      ) : (
        <Notice
          title={t("bySignIn")}
          action={
            <ButtonLink size={40} href={withNext("/sign-in", next)}>
              {t("signIn")}
            </ButtonLink>
          }
        />
      )}
    </div>
  );
}
