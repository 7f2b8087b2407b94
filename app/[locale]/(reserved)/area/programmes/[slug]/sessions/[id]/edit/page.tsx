import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WeekContext } from "@/components/calendar/week-context";
import { SessionForm } from "@/components/sessions/session-form";
import { StateNote } from "@/components/sessions/state-note";
import { StepNote } from "@/components/sessions/step-note";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { getWeekAround } from "@/lib/calendar/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given } from "@/lib/platform/lists/query";
import { pageQuery, requireActor } from "@/lib/platform/request";
import { changeSessionAction } from "@/lib/sessions/actions";
import { getSessionDraft } from "@/lib/sessions/planning/queries";
import { prefillSchema } from "@/lib/sessions/planning/schema";
import { sessionName } from "@/lib/sessions/session-row";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getSessionDraft);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "sessions.form" });
  const { draft } = await open(slug, id);
  return {
    title: pageTitle(
      t("editTitle"),
      sessionName({ title: draft.fields.title ?? "", startsAt: draft.startsAt }, locale),
    ),
  };
}

export default async function EditSessionPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, { draft, planning }] = await Promise.all([getTranslations("sessions"), open(slug, id)]);
  const week = await getWeekAround(actor, draft.startsAt, draft.id);
  const times = given(prefillSchema.parse(await searchParams));
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("form.editTitle")}
        crumbs={[
          {
            label: t("list.title"),
            href: { pathname: "/area/programmes/[slug]/sessions", params: { slug } },
          },
          { label: draft.fields.title ?? "", href: back },
          { label: t("form.editTitle") },
        ]}
      />
      <StateNote state={draft.state} allowed={["DRAFT", "CONVENED"]} refusal="locked" />
      {draft.state === "DRAFT" ? <StepNote step={1} /> : null}
      {draft.state === "CONVENED" ? <Notice>{t("form.saveNote")}</Notice> : null}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,40rem)_18rem]">
        <SessionForm
          action={changeSessionAction}
          planning={planning}
          hidden={{ id: draft.id, version: draft.version }}
          draft={{ ...draft, fields: { ...draft.fields, ...times } }}
          cancel={back}
        />
        <WeekContext week={week} />
      </div>
    </div>
  );
}
