import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlanDates } from "@/components/sessions/plan-forms";
import { TemplateForm, TemplateQuestion } from "@/components/sessions/template-forms";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { romeInstant } from "@/lib/platform/rome-time";
import { applyTemplateAction } from "@/lib/sessions/series/actions";
import { getTemplatePlan } from "@/lib/sessions/series/queries";
import { templateQuerySchema } from "@/lib/sessions/series/schema";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "planning.template" });
  return { title: t("title") };
}

export default async function TemplatePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const asked = templateQuerySchema.safeParse(query);
  const start = asked.success ? asked.data : null;
  const [t, words, plan] = await Promise.all([
    getTranslations("planning.template"),
    getTranslations("sessions"),
    onPage(getTemplatePlan(actor, slug, start)),
  ]);
  const list = { pathname: "/area/programmes/[slug]/sessions" as const, params: { slug } };
  const isRefused = one(query.start) !== undefined && !start;
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: words("list.title"), href: list }, { label: t("title") }]}
      />
      <p className="measure text-meta text-muted">
        {t("rule", {
          version: plan.rule.version,
          day: formatDay(romeInstant(plan.rule.validFrom, "12:00"), locale),
          source: plan.rule.source,
        })}
      </p>
      {isRefused ? <Notice tone="error" live title={t("refused")} /> : null}
      <TemplateQuestion
        page={{ pathname: "/area/programmes/[slug]/sessions/template", params: { slug } }}
        start={one(query.start)}
        time={one(query.time)}
        isShown={start !== null}
      />
      {start ? (
        <PlanDates
          title={t("dates")}
          rows={plan.rows}
          form={
            <TemplateForm
              action={applyTemplateAction}
              slug={slug}
              start={start}
              count={plan.rows.length}
              cancel={list}
            />
          }
        />
      ) : null}
    </div>
  );
}
