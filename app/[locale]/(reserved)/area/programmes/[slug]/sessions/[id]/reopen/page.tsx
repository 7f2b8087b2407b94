import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { TextArea } from "@/components/form/text-area";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { reopenSessionAction } from "@/lib/sessions/record/actions";
import { getManagedSession } from "@/lib/sessions/view/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "sessions.reopenPage" });
  return { title: t("title") };
}

export default async function ReopenSessionPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, session] = await Promise.all([
    getTranslations("sessions.reopenPage"),
    onPage(getManagedSession(actor, slug, id)),
  ]);
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
