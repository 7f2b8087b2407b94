import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlanDates } from "@/components/sessions/plan-forms";
import { SeriesForm, SeriesQuestion } from "@/components/sessions/series-forms";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { pageQuery } from "@/lib/platform/request";
import { romeDay } from "@/lib/platform/rome-time";
import { makeSeriesAction } from "@/lib/sessions/series/actions";
import { getSeriesPlan } from "@/lib/sessions/series/queries";
import { seriesQuerySchema } from "@/lib/sessions/series/schema";
import { sessionName } from "@/lib/sessions/session-row";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What the address asks for, or nothing where it could not be read. */
const fieldsOf = (query: Record<string, unknown>) => seriesQuerySchema.safeParse(query).data ?? null;
const open = pageQuery(getSeriesPlan);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "planning.series" });
  const { session } = await open(slug, id, fieldsOf(await searchParams));
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function SeriesPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const query = await searchParams;
  const fields = fieldsOf(query);
  const [t, words, plan] = await Promise.all([
    getTranslations("planning.series"),
    getTranslations("sessions"),
    open(slug, id, fields),
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
