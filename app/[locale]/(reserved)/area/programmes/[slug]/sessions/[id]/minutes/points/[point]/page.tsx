import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PointForm } from "@/components/sessions/minutes/point-form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { writePointAction } from "@/lib/sessions/minutes/actions";
import { isWritable } from "@/lib/sessions/minutes/lifecycle";
import { getPointForm } from "@/lib/sessions/minutes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string; point: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "minutes.point" });
  return { title: t("pageTitle") };
}

export default async function MinutesPointPage({ params, searchParams }: Props) {
  const { locale, slug, id, point } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, form, query] = await Promise.all([
    getTranslations("minutes"),
    onPage(getPointForm(actor, slug, id, point)),
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
