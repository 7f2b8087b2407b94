import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Band } from "@/components/layout/band";
import { BeginSecondFactor, SecondFactorSetup } from "@/components/people/second-factor-setup";
import { PageHead } from "@/components/ui/page-head";
import { findSetup } from "@/lib/people/second-factor/queries";
import { signOutAction } from "@/lib/people/sign-in/actions";
import { safeNextAddress, withNext } from "@/lib/people/sign-in/next-address";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { isRecentlyProved } from "@/lib/platform/recent-proof";
import { enrollingActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.secondFactor" });
  return { title: t("title"), robots: { index: false } };
}

/** Where somebody is led who must have a second factor and has none; until it is done there is no other way in. */
export default async function EnrolPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, query, actor] = await Promise.all([
    getTranslations("people.secondFactor"),
    searchParams,
    enrollingActor(),
  ]);
  const next = safeNextAddress(one(query.next)) ?? undefined;
  // A secret is shown only to somebody who has just proved who they are.
  if (!actor || !isRecentlyProved(actor)) {
    redirect(getPathname({ href: withNext("/sign-in", next), locale }));
  }
  const setup = await findSetup(actor);
  return (
    <Band>
      <div className="space-y-8">
        <PageHead title={t("enrolTitle")} lead={t("enrolLead")} />
        {setup ? (
          <SecondFactorSetup setup={setup} next={next} />
        ) : (
          <BeginSecondFactor next={next} label={t("begin")} />
        )}
        <ActionForm action={signOutAction} className="">
          <SubmitButton variant="plain" size={40}>
            {t("leave")}
          </SubmitButton>
        </ActionForm>
      </div>
    </Band>
  );
}
