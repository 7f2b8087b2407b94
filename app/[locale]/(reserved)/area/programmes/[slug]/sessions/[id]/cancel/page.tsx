import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { TextArea } from "@/components/form/text-area";
import { StateNote } from "@/components/sessions/state-note";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";
import { cancelSessionAction } from "@/lib/sessions/actions";
import { sessionName } from "@/lib/sessions/session-row";
import { getManagedSession } from "@/lib/sessions/view/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getManagedSession);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "sessions.cancelPage" });
  const session = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function CancelSessionPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const [t, session] = await Promise.all([getTranslations("sessions"), open(slug, id)]);
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <ConfirmPage
      title={t("cancelPage.title")}
      crumbs={[{ label: session.title, href: back }, { label: t("cancelPage.title") }]}
      action={cancelSessionAction}
      hidden={{ id, version: session.version }}
      fieldLabels={{ reason: t("cancelPage.reason") }}
      fields={
        <TextArea name="reason" label={t("cancelPage.reason")} hint={t("cancelPage.reasonHint")} rows={3} />
      }
      confirm={{ label: t("cancelPage.confirm") }}
      cancel={{ href: back, label: t("cancelPage.back") }}
    >
      <StateNote state={session.state} allowed={["DRAFT", "CONVENED"]} refusal="moveNotAllowed" />
      <p>
        {session.state === "DRAFT"
          ? t("cancelPage.draft")
          : t("cancelPage.convened", { count: session.guests.length })}
      </p>
      <p>{t("cancelPage.final")}</p>
    </ConfirmPage>
  );
}
