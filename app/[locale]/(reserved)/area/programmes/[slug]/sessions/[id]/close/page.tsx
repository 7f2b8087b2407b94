import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { NotDealtWithFields } from "@/components/sessions/not-dealt-with-fields";
import { AttendanceFields } from "@/components/sessions/record-fields";
import { StateNote } from "@/components/sessions/state-note";
import { ButtonLink } from "@/components/ui/button";
import { Lock } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery } from "@/lib/platform/request";
import { closeSessionAction, recordPastSessionAction } from "@/lib/sessions/record/actions";
import { getAttendanceForm } from "@/lib/sessions/record/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getAttendanceForm);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "sessions.closePage" });
  const { session } = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function CloseSessionPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const [t, words, form] = await Promise.all([
    getTranslations("sessions.closePage"),
    getTranslations("attendance.form"),
    open(slug, id),
  ]);
  const isPast = form.session.state === "DRAFT";
  const title = isPast ? t("pastTitle") : t("title");
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={title}
        lead={isPast ? t("pastLead") : t("lead")}
        crumbs={[{ label: form.session.title, href: back }, { label: title }]}
      />
      <StateNote state={form.session.state} allowed={["DRAFT", "CONVENED"]} refusal="moveNotAllowed" />
      <ActionForm
        action={isPast ? recordPastSessionAction : closeSessionAction}
        hidden={{ id, version: form.session.version }}
        fieldLabels={{ actualStart: words("actualStart"), actualEnd: words("actualEnd") }}
        className="max-w-[52rem] space-y-7"
      >
        <AttendanceFields people={form.people} actual={form.actual} />
        <NotDealtWithFields points={form.agenda} />
        <FormActions>
          <SubmitButton icon={<Lock />}>{isPast ? t("confirmPast") : t("confirm")}</SubmitButton>
          <ButtonLink href={back} variant="plain">
            {t("back")}
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  );
}
