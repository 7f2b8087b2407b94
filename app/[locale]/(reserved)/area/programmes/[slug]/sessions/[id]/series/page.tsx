import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlanDates } from "@/components/sessions/plan-forms";
import { SeriesForm, SeriesQuestion } from "@/components/sessions/series-forms";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { romeDay } from "@/lib/platform/rome-time";
import { makeSeriesAction } from "@/lib/sessions/series/actions";
import { getSeriesPlan } from "@/lib/sessions/series/queries";
import { seriesQuerySchema } from "@/lib/sessions/series/schema";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "planning.series" });
  return { title: t("title") };
}

export default async function SeriesPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const asked = seriesQuerySchema.safeParse(query);
  const fields = asked.success ? asked.data : null;
  const [t, words, plan] = await Promise.all([
    getTranslations("planning.series"),
    getTranslations("sessions"),
    onPage(getSeriesPlan(actor, slug, id, fields)),
  ]);
  const page = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  const isRefused = one(query.first) !== undefined && !fields;
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        crumbs={[
          {
            label: words("list.title"),
            href: { pathname: "/area/programmes/[slug]/sessions", params: { slug } },
          },
          { label: plan.session.title, href: page },
          { label: t("title") },
        ]}
      />
      {isRefused ? (
        <Notice tone="error" live title={t("refused")}>
          {t("refusedNote")}
        </Notice>
      ) : null}
      <SeriesQuestion
        page={{ pathname: "/area/programmes/[slug]/sessions/[id]/series", params: { slug, id } }}
        fields={{
          count: one(query.count),
          every: one(query.every),
          unit: one(query.unit) as "weeks" | undefined,
          first: one(query.first) ?? romeDay(plan.session.startsAt),
        }}
        isShown={fields !== null}
      />
      {fields ? (
        <PlanDates
          title={t("dates")}
          rows={plan.rows}
          form={<SeriesForm action={makeSeriesAction} plan={plan} fields={fields} cancel={page} />}
        />
      ) : null}
    </div>
  );
}
