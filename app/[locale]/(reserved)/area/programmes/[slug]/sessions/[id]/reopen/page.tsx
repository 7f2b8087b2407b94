import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { TextArea } from "@/components/form/text-area";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";
import { reopenSessionAction } from "@/lib/sessions/record/actions";
import { sessionName } from "@/lib/sessions/session-row";
import { getManagedSession } from "@/lib/sessions/view/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getManagedSession);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "sessions.reopenPage" });
  const session = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function ReopenSessionPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const [t, session] = await Promise.all([getTranslations("sessions.reopenPage"), open(slug, id)]);
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <ConfirmPage
      title={t("title")}
      crumbs={[{ label: session.title, href: back }, { label: t("title") }]}
      action={reopenSessionAction}
      hidden={{ id, version: session.version }}
      fieldLabels={{ reason: t("reason") }}
      fields={<TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={3} />}
      confirm={{ label: t("confirm") }}
      cancel={{ href: back, label: t("back") }}
      tone="primary"
    >
      <p>{t("text")}</p>
    </ConfirmPage>
  );
}
