import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DoneNotice } from "@/components/people/done-notice";
import { BeginSecondFactor, SecondFactorSetup } from "@/components/people/second-factor-setup";
import { SecondFactorState } from "@/components/people/second-factor-state";
import { PageHead } from "@/components/ui/page-head";
import { findSetup, getSecondFactor } from "@/lib/people/second-factor/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { proofFirst, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.secondFactor" });
  return { title: t("title") };
}

export default async function SecondFactorPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await proofFirst(actor);
  const [t, factor, setup, query] = await Promise.all([
    getTranslations("people"),
    getSecondFactor(actor),
    findSetup(actor),
    searchParams,
  ]);
  return (
    <div className="space-y-10">
      <PageHead
        size="area"
        title={t("secondFactor.title")}
        lead={t("secondFactor.lead")}
        crumbs={[{ label: t("profile.title"), href: "/area/profile" }, { label: t("secondFactor.title") }]}
      />
      <DoneNotice done={one(query.done)} />
      <SecondFactorState factor={factor} isSettingUp={setup !== null} />
      {setup ? (
        <>
          <SecondFactorSetup setup={setup} />
          <BeginSecondFactor label={t("secondFactor.setup.again")} />
        </>
      ) : null}
    </div>
  );
}
