import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { AddAttendee } from "@/components/sessions/add-attendee";
import { AttendanceFields } from "@/components/sessions/record-fields";
import { StateNote } from "@/components/sessions/state-note";
import { ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery, requireActor } from "@/lib/platform/request";
import { addAttendeeAction } from "@/lib/sessions/attendance/actions";
import { listAddable } from "@/lib/sessions/attendance/queries";
import { recordAttendanceAction } from "@/lib/sessions/record/actions";
import { getAttendanceForm } from "@/lib/sessions/record/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getAttendanceForm);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "sessions.attendancePage" });
  const { session } = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function AttendancePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, words, form] = await Promise.all([
    getTranslations("sessions"),
    getTranslations("attendance.form"),
    open(slug, id),
  ]);
  const addable = await listAddable(actor, form.session.id);
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("attendancePage.title")}
        lead={t("attendancePage.lead")}
        crumbs={[{ label: form.session.title, href: back }, { label: t("attendancePage.title") }]}
      />
      <StateNote state={form.session.state} allowed={["CONVENED"]} refusal="locked" />
      <ActionForm
        action={recordAttendanceAction}
        hidden={{ id, version: form.session.version }}
        fieldLabels={{ actualStart: words("actualStart"), actualEnd: words("actualEnd") }}
        className="max-w-[52rem] space-y-7"
      >
        <AttendanceFields people={form.people} actual={form.actual} />
        <FormActions>
          <SubmitButton>{t("attendancePage.confirm")}</SubmitButton>
          <ButtonLink href={back} variant="plain">
            {t("closePage.back")}
          </ButtonLink>
        </FormActions>
      </ActionForm>
      <AddAttendee id={id} people={addable} action={addAttendeeAction} />
    </div>
  );
}
