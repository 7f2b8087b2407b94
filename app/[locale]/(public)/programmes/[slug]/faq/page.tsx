import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FaqList } from "@/components/forum/faq-list";
import { Band } from "@/components/layout/band";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { getFaq } from "@/lib/forum/faq/queries";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage } from "@/lib/platform/request";
import { openProgramme } from "../open-programme";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const { programme } = await openProgramme(slug);
  const t = await getTranslations({ locale, namespace: "answers" });
  return {
    title: `${t("faq.title")}: ${programme.shortTitle}`,
    description: t("faq.lead"),
    alternates: alternatesOf({ pathname: "/programmes/[slug]/faq", params: { slug } }, locale),
  };
}

export default async function PublicFaqPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const faq = await onPage(getFaq(actor, slug));
  const t = await getTranslations("answers.faq");
  const forum = (
    <AppLink href={{ pathname: "/programmes/[slug]/forum", params: { slug } }} className="font-semibold">
      {t("toForum")}
    </AppLink>
  );
  return (
    <ProgrammeFrame programme={programme} current="forum" title={t("title")}>
      <Band>
        {faq.sections.length === 0 ? (
          <EmptyState title={t("empty")} action={forum}>
            {t("emptyNext")}
          </EmptyState>
        ) : (
          <div className="max-w-[54rem] space-y-8">
            <p className="measure text-lead">{t("lead")}</p>
            <FaqList
              face="public"
              slug={slug}
              sections={faq.sections}
              thanked={one((await searchParams).grazie)}
            />
            <p className="no-print">{forum}</p>
          </div>
        )}
      </Band>
    </ProgrammeFrame>
  );
}
