import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";
import { setProtocolAction } from "@/lib/sessions/attendance/actions";
import { getProtocolForm } from "@/lib/sessions/attendance/letter/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getProtocolForm);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "attendance.protocolPage" });
  const { session } = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function ProtocolPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const [t, form] = await Promise.all([getTranslations("attendance.protocolPage"), open(slug, id)]);
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: form.session.title, href: back }, { label: t("title") }]}
      />
      <ActionForm
        action={setProtocolAction}
        hidden={{ id, version: form.session.version }}
        fieldLabels={{ protocolNumber: t("number"), protocolDate: t("date") }}
      >
        <TextInput
          name="protocolNumber"
          label={t("number")}
          hint={t("numberHint")}
          width="half"
          maxLength={60}
          optional
          defaultValue={form.number}
        />
        <DateField
          name="protocolDate"
          label={t("date")}
          hint={t("dateHint")}
          optional
          defaultValue={form.date}
        />
        <FormActions>
          <SubmitButton>{t("confirm")}</SubmitButton>
          <ButtonLink href={back} variant="plain">
            {t("back")}
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  );
}
