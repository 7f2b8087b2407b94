import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { MinutesField } from "@/components/sessions/record-fields";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { writeMinutesAction } from "@/lib/sessions/record/actions";
import { getRecordForm } from "@/lib/sessions/record/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "sessions.minutesPage" });
  return { title: t("title") };
}

export default async function MinutesPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, form] = await Promise.all([getTranslations("sessions"), onPage(getRecordForm(actor, slug, id))]);
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("minutesPage.title")}
        lead={t("minutesPage.lead")}
        crumbs={[{ label: form.session.title, href: back }, { label: t("minutesPage.title") }]}
      />
      <ActionForm
        action={writeMinutesAction}
        hidden={{ id, version: form.minutes.version }}
        fieldLabels={{ minutes: t("closePage.minutes") }}
      >
        <MinutesField markdown={form.minutes.markdown} />
        <FormActions>
          <SubmitButton>{t("minutesPage.confirm")}</SubmitButton>
          <ButtonLink href={back} variant="plain">
            {t("closePage.back")}
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  );
}
