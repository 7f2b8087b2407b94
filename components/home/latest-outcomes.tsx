import { useLocale, useTranslations } from "next-intl";
import { QuoteSource } from "@/components/programmes/outcome-list";
import { AppLink } from "@/components/ui/app-link";
import { Bar } from "@/components/ui/bar-chart";
import { Quote } from "@/components/ui/quote";
import { SectionHead } from "@/components/ui/section-head";
import { formatDay, formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Indicator } from "@/lib/programmes/indicators/queries";
import type { Outcome } from "@/lib/programmes/outcomes/queries";
import { withoutMarks } from "@/lib/programmes/outcomes/quotation";

type Props = { outcomes: Outcome[]; indicators: ReadonlyMap<string, Indicator>; quotations: Outcome[] };

/** The last outcomes; what a source says of itself stands apart, as a quotation. */
export function LatestOutcomes({ outcomes, indicators, quotations }: Props) {
  const t = useTranslations("site.home");
  return (
    <section aria-labelledby="outcomes">
      <SectionHead
        id="outcomes"
        title={t("outcomes")}
        link={{ href: "/outcomes", label: t("allOutcomes") }}
      />
      {outcomes.length === 0 && quotations.length === 0 ? (
        <p className="pt-4 text-muted">{t("noOutcomes")}</p>
      ) : null}
      <ul>
        {outcomes.map((outcome) => (
          <li key={outcome.id} className="border-hairline border-b py-5">
            <Entry
              outcome={outcome}
              indicator={outcome.indicatorId ? indicators.get(outcome.indicatorId) : undefined}
            />
          </li>
        ))}
        {quotations.map((quotation) => (
          <li key={quotation.id} className="border-hairline border-b py-5">
            <Quotation outcome={quotation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entry({ outcome, indicator }: { outcome: Outcome; indicator?: Indicator }) {
  const t = useTranslations("site.home");
  const locale = useLocale() as Locale;
  const { slug } = outcome.programme;
  const figure = indicator?.figure;
  const number = (value: number) => formatNumber(value, locale, 2);
  return (
    <>
      <h3 lang={outcome.lang} className="text-h4">
        <AppLink href={{ pathname: "/programmes/[slug]/outcomes", params: { slug } }}>
          {outcome.title}
        </AppLink>
      </h3>
      {figure &&
      figure.percent !== null &&
      figure.value !== null &&
      figure.total !== null &&
      figure.observedOn ? (
        <>
          <div className="mt-3">
            <Bar value={figure.percent} full={100} />
          </div>
          <p className="mt-2 text-meta text-muted">
            {t("figure", {
              value: number(figure.value),
              total: number(figure.total),
              received: figure.received,
              asked: figure.asked,
              date: formatDay(figure.observedOn, locale),
            })}
          </p>
        </>
      ) : (
        <p className="mt-1.5 text-meta text-muted">
          {outcome.deliverable
            ? t("fromDeliverable", { body: outcome.deliverable.body })
            : `${outcome.programme.shortTitle}.`}
          {outcome.publishedAt
            ? ` ${t("publishedOn", { date: formatDay(outcome.publishedAt, locale) })}`
            : null}
        </p>
      )}
    </>
  );
}

function Quotation({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("site.home");
  return (
    <Quote
      lang={outcome.lang}
      source={
        <>
          <QuoteSource outcome={outcome} />{" "}
          <AppLink href={{ pathname: "/programmes/[slug]/about", params: { slug: outcome.programme.slug } }}>
            {t("sourceLink")}
          </AppLink>
        </>
      }
    >
      {withoutMarks(outcome.title)}
    </Quote>
  );
}
