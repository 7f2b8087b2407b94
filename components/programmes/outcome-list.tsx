import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Prose } from "@/components/ui/prose";
import { Quote } from "@/components/ui/quote";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { showSourceDate } from "@/lib/platform/source-date";
import type { Outcome } from "@/lib/programmes/outcomes/queries";
import { withoutMarks } from "@/lib/programmes/outcomes/quotation";

type Props = {
  outcomes: Outcome[] /** Names the programme beside each, on pages over all of them. */;
  withProgramme?: boolean;
};

/** Outcomes with what produced them; quotations stay apart from what the portal knows itself. */
export function OutcomeList({ outcomes, withProgramme }: Props) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-b">
      {outcomes.map((outcome) => (
        <li key={outcome.id} id={`outcome-${outcome.id}`} className="py-7">
          <h3 lang={outcome.lang} className="max-w-[32em] text-h3">
            {withoutMarks(outcome.title)}
          </h3>
          <div className="mt-2">
            {outcome.quoteSource ? (
              <Quote lang={outcome.lang} source={<QuoteSource outcome={outcome} />}>
                {withoutMarks(outcome.text)}
              </Quote>
            ) : (
              <Prose html={outcome.textHtml} lang={outcome.lang} />
            )}
          </div>
          <OutcomeOrigin outcome={outcome} withProgramme={withProgramme} />
        </li>
      ))}
    </ul>
  );
}

/** From where a quotation comes and of when it is. */
export function QuoteSource({ outcome }: { outcome: Pick<Outcome, "quoteSource" | "quoteDate"> }) {
  const t = useTranslations("programmes.outcomes");
  const locale = useLocale();
  const when = outcome.quoteDate ? showSourceDate(outcome.quoteDate, locale) : t("undated");
  return t("quoted", { source: outcome.quoteSource ?? "", when });
}

/** When an outcome was published and from which session and deliverable it comes. */
export function OutcomeOrigin({ outcome, withProgramme }: { outcome: Outcome; withProgramme?: boolean }) {
  const t = useTranslations("programmes.outcomes");
  const locale = useLocale() as Locale;
  const { slug, shortTitle } = outcome.programme;
  return (
    <p className="mt-3 text-meta text-muted">
      {outcome.publishedAt
        ? t("publishedOn", { date: formatDay(outcome.publishedAt, locale) })
        : t("notPublished")}
      {withProgramme ? (
        <>
          {" · "}
          <AppLink href={{ pathname: "/programmes/[slug]/outcomes", params: { slug } }}>{shortTitle}</AppLink>
        </>
      ) : null}
      {outcome.deliverable ? <> · {t("fromDeliverable", outcome.deliverable)}</> : null}
      {outcome.session ? (
        <>
          {" · "}
          {t("fromSession")}{" "}
          <AppLink
            href={{ pathname: "/programmes/[slug]/sessions/[id]", params: { slug, id: outcome.session.id } }}
          >
            {outcome.session.title}
          </AppLink>
        </>
      ) : null}
    </p>
  );
}
