import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { DeclareForm } from "@/components/reuse/declaration-forms";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage } from "@/lib/platform/request";
import { declareReuseAction } from "@/lib/reuse/declarations/actions";
import { getDeclarable } from "@/lib/reuse/declarations/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "reuse.declare" });
  return { title: t("title"), robots: { index: false } };
}

export default async function DeclarePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const [t, list, item, query] = await Promise.all([
    getTranslations("reuse.declare"),
    getTranslations("reuse.list"),
    onPage(getDeclarable(visitorActor(now()), slug)),
    searchParams,
  ]);
  return (
    <>
      <Band ground="head" room="tight">
        <PageHead
          title={t("title")}
          crumbs={[
            { label: list("title"), href: "/reuse" },
            { label: item.title, href: { pathname: "/reuse/[slug]", params: { slug } } },
            { label: t("title") },
          ]}
          meta={
            <span lang={item.lang} className="font-semibold">
              {item.title}
            </span>
          }
        />
      </Band>
      <Band room="tight">
        <div className="space-y-7">
          {one(query.done) === "asked" ? (
            <Notice tone="success" live title={t("asked")}>
              {t("askedNote")}
            </Notice>
          ) : null}
          <p className="measure text-lead">{t("lead")}</p>
          <DeclareForm action={declareReuseAction} item={item.id} />
        </div>
      </Band>
    </>
  );
}
