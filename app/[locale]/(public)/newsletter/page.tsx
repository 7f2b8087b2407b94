import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { SubscribeForm } from "@/components/newsletter/subscribe-form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { askForNewsletterAction } from "@/lib/newsletter/subscribing/actions";
import { hoursToConfirm } from "@/lib/newsletter/subscribing/validity";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { listProgrammes } from "@/lib/programmes/catalogue/queries";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "newsletter.subscribe" });
  return { title: t("title"), description: t("lead"), alternates: alternatesOf("/newsletter", locale) };
}

export default async function NewsletterPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, query, { rows }] = await Promise.all([
    getTranslations("newsletter.subscribe"),
    searchParams,
    listProgrammes(visitorActor(now()), {}, 200),
  ]);
  const done = one(query.done);
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead title={t("title")} lead={t("lead")} />
      </Band>
      <Band room="tight">
        <div className="space-y-7">
          {done === "asked" ? (
            <Notice tone="success" live title={t("asked")}>
              {t("askedNote", { hours: hoursToConfirm })}
            </Notice>
          ) : null}
          {done === "confirmed" ? (
            <Notice tone="success" live title={t("confirmed")}>
              {t("confirmedNote")}
            </Notice>
          ) : null}
          <SubscribeForm
            action={askForNewsletterAction}
            programmes={rows.map(({ id, shortTitle }) => ({ id, shortTitle }))}
            chosen={rows.find(({ slug }) => slug === one(query.programme))?.id}
          />
        </div>
      </Band>
    </>
  );
}
