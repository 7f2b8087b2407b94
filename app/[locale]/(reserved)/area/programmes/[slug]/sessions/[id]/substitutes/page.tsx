import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeputyForm } from "@/components/sessions/deputy-form";
import { SubstituteForm } from "@/components/sessions/substitute-form";
import { SubstituteTable } from "@/components/sessions/substitute-table";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { getSubstitutes } from "@/lib/sessions/substitutes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "replies.substitutes" });
  return { title: t("title") };
}

export default async function SubstitutesPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, sessions, view] = await Promise.all([
    getTranslations("replies.substitutes"),
    getTranslations("sessions"),
    onPage(getSubstitutes(actor, slug, id)),
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
