import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PointForm } from "@/components/sessions/minutes/point-form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { pageQuery } from "@/lib/platform/request";
import { writePointAction } from "@/lib/sessions/minutes/actions";
import { isWritable } from "@/lib/sessions/minutes/lifecycle";
import { getPointForm } from "@/lib/sessions/minutes/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string; point: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getPointForm);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id, point } = await params;
  const t = await getTranslations({ locale, namespace: "minutes.point" });
  const { session } = await open(slug, id, point);
  return { title: pageTitle(t("pageTitle"), sessionName(session, locale)) };
}

export default async function MinutesPointPage({ params, searchParams }: Props) {
  const { locale, slug, id, point } = await params;
  setRequestLocale(locale);
  const [t, form, query] = await Promise.all([
    getTranslations("minutes"),
    open(slug, id, point),
    searchParams,
  ]);
  const session = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  const minutes = {
    pathname: "/area/programmes/[slug]/sessions/[id]/minutes" as const,
    params: { slug, id },
  };
  const title = form.point.title || t("part.opening");
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={title}
        crumbs={[
          { label: form.session.title, href: session },
          { label: t("page.title"), href: minutes },
          { label: title },
        ]}
      />
      {one(query.done) === "saved" ? <Notice tone="success" live title={t("point.saved")} /> : null}
      {isWritable(form.state) ? null : (
        <Notice tone="warning" title={t("point.locked")}>
          {t("point.lockedNote")}
        </Notice>
      )}
      <PointForm form={form} action={writePointAction} />
    </div>
  );
}
