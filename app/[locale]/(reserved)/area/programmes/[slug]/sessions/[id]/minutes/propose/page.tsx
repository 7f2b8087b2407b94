import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { Send } from "@/components/ui/icons";
import { formatLongDay } from "@/lib/platform/i18n/format";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageNeeds, pageQuery } from "@/lib/platform/request";
import { proposeMinutesAction } from "@/lib/sessions/minutes/actions";
import { getProposal } from "@/lib/sessions/minutes/approval/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getProposal);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "minutes.propose" });
  const { session } = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function ProposeMinutesPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const [t, { session, minutes, asked, ends }] = await Promise.all([
    getTranslations("minutes.propose"),
    open(slug, id),
  ]);
  pageNeeds(minutes !== null);
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]/minutes" as const, params: { slug, id } };
  const place = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <ConfirmPage
      title={t("title")}
      crumbs={[
        { label: session.title, href: place },
        { label: t("minutes"), href: back },
        { label: t("crumb") },
      ]}
      action={proposeMinutesAction}
      hidden={{ id, version: minutes?.version ?? 0 }}
      confirm={{ label: t("confirm"), icon: <Send /> }}
      cancel={{ href: back, label: t("back") }}
      tone="primary"
    >
      <p>{t("text", { count: asked.length })}</p>
      <ul className="list-disc pl-6">
        {asked.map((one) => (
          <li key={one.personId}>{one.name}</li>
        ))}
      </ul>
      <p>{t("term", { term: formatLongDay(ends, locale) })}</p>
      <p>{t("locked")}</p>
    </ConfirmPage>
  );
}
