import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SessionForm } from "@/components/sessions/session-form";
import { StepNote } from "@/components/sessions/step-note";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { scheduleSessionAction } from "@/lib/sessions/actions";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { getPlanning } from "@/lib/sessions/planning/queries";
import { prefillSchema } from "@/lib/sessions/planning/schema";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "sessions.form" });
  return { title: t("newTitle") };
}

export default async function NewSessionPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, planning] = await Promise.all([getTranslations("sessions"), onPage(getPlanning(actor, slug))]);
  const times = given(prefillSchema.parse(await searchParams));
  const list = { pathname: "/area/programmes/[slug]/sessions" as const, params: { slug } };
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("form.newTitle")}
        crumbs={[{ label: t("list.title"), href: list }, { label: t("form.newTitle") }]}
      />
      <StepNote step={1} />
      <SessionForm
        action={scheduleSessionAction}
        planning={planning}
        hidden={{ programme: slug, id: freshIdentifier(actor.at) }}
        draft={{ fields: times, agenda: [], bodies: [], state: "DRAFT" }}
        cancel={list}
      />
    </div>
  );
}
