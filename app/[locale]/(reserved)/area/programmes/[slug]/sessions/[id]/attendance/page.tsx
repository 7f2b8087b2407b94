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
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { addAttendeeAction } from "@/lib/sessions/attendance/actions";
import { listAddable } from "@/lib/sessions/attendance/queries";
import { recordAttendanceAction } from "@/lib/sessions/record/actions";
import { getAttendanceForm } from "@/lib/sessions/record/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "sessions.attendancePage" });
  return { title: t("title") };
}

export default async function AttendancePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, words, form] = await Promise.all([
    getTranslations("sessions"),
    getTranslations("attendance.form"),
    onPage(getAttendanceForm(actor, slug, id)),
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
