import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeputyForm } from "@/components/sessions/deputy-form";
import { SubstituteForm } from "@/components/sessions/substitute-form";
import { SubstituteTable } from "@/components/sessions/substitute-table";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";
import { sessionName } from "@/lib/sessions/session-row";
import { getSubstitutes } from "@/lib/sessions/substitutes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getSubstitutes);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "replies.substitutes" });
  const { session } = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function SubstitutesPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const [t, sessions, view] = await Promise.all([
    getTranslations("replies.substitutes"),
    getTranslations("sessions"),
    open(slug, id),
  ]);
  const { session, own, deputy } = view;
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        crumbs={[
          {
            label: sessions("list.title"),
            href: { pathname: "/area/programmes/[slug]/sessions", params: { slug } },
          },
          {
            label: session.title,
            href: { pathname: "/area/programmes/[slug]/sessions/[id]", params: { slug, id } },
          },
          { label: t("title") },
        ]}
      />
      {own ? (
        <SubstituteForm sessionId={session.id} own={own} />
      ) : (
        <p className="text-muted">{t("closed")}</p>
      )}
      {deputy ? <DeputyForm session={session} deputy={deputy} /> : null}
      <SubstituteTable all={view.all} />
    </div>
  );
}
