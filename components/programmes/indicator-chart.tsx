import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BarChart } from "@/components/ui/bar-chart";
import { formatDay, formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { percentOf, type Reading } from "@/lib/programmes/indicators/figures";
import type { Indicator } from "@/lib/programmes/indicators/queries";

type Props = {
  indicator: Indicator;
  /** Address of the same figures as a file. */
  csv?: string;
  /** Beside the figure: what it was taken from. */
  source?: ReactNode;
  level?: 2 | 3;
};

/** An indicator: its figure with date and target on the left, bars and table in one on the right. */
export function IndicatorChart({ indicator, csv, source, level = 3 }: Props) {
  const t = useTranslations("programmes.indicators");
  const Heading = `h${level}` as const;
  const { figure } = indicator;
  return (
    <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <div>
        <Heading className="text-h3">{indicator.title}</Heading>
        <FigureWords indicator={indicator} />
        {indicator.description ? <p className="mt-2 text-base text-muted">{indicator.description}</p> : null}
        <div className="mt-2 text-meta text-muted">
          {figure.observedOn ? <ObservedOn date={figure.observedOn} /> : null} {source}{" "}
          {csv ? (
            <a href={csv} download className="font-semibold">
              {t("csv")}
            </a>
          ) : null}
        </div>
      </div>
      {indicator.last.length > 0 ? (
        <Readings indicator={indicator} />
      ) : (
        <p className="text-muted">{t("noReadings")}</p>
      )}
    </div>
  );
}

function ObservedOn({ date }: { date: Date }) {
  const t = useTranslations("programmes.indicators");
  return t("observedOn", { date: formatDay(date, useLocale() as Locale) });
}

function FigureWords({ indicator }: { indicator: Indicator }) {
  const t = useTranslations("programmes.indicators");
  const locale = useLocale() as Locale;
  const number = (value: number, digits = 2) => formatNumber(value, locale, digits);
  const { figure, targetOn, unit } = indicator;
  const aim = useTarget(indicator);
  if (figure.value === null) return <p className="mt-2 text-h3">{t("notReceived")}</p>;
  const main = figure.percent === null ? number(figure.value) : number(figure.percent, 0);
  const goal = aim === null ? null : t("target", { value: aim });
  return (
    <>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3 font-bold text-action">
        <span className="text-[4rem] tabular-nums leading-none">{main}</span>
        <span className="text-[2rem]">{figure.percent === null ? unit : "%"}</span>
      </p>
      <p className="mt-2">
        {figure.total === null
          ? t("sum", { value: number(figure.value), unit })
          : t("share", { value: number(figure.value), unit, total: number(figure.total) })}
        {figure.asked > 1 ? t("fromBodies", { received: figure.received, asked: figure.asked }) : null}
        {". "}
        {goal && targetOn ? t("targetBy", { target: goal, date: formatDay(targetOn, locale) }) : goal}
      </p>
    </>
  );
}

function Readings({ indicator }: { indicator: Indicator }) {
  const t = useTranslations("programmes.indicators");
  const locale = useLocale() as Locale;
  const { isShare, unit, target } = indicator;
  const number = (value: number) => formatNumber(value, locale, 2);
  const drawn = (reading: Reading) => (isShare ? percentOf(reading) : reading.value);
  const text = ({ value, total }: Reading) => {
    if (value === null) return null;
    return isShare && total !== null
      ? t("ofTotal", { value: number(value), total: number(total) })
      : number(value);
  };
  const percent = (reading: Reading) => {
    const share = percentOf(reading);
    return share === null ? null : t("percent", { value: formatNumber(share, locale, 0) });
  };
  const goal = useTarget(indicator);
  return (
    <BarChart
      caption={indicator.title}
      hiddenCaption
      headers={{
        label: t("body"),
        bar: isShare ? t("shareBar") : t("bar"),
        text: unit,
        share: isShare ? t("shareColumn") : undefined,
      }}
      max={isShare ? 100 : undefined}
      target={
        target !== null && goal !== null && !(isShare && target === 100)
          ? { value: target, text: goal }
          : undefined
      }
      rows={indicator.last.map((reading) => ({
        id: reading.id,
        label: reading.body ?? t("whole"),
        value: drawn(reading),
        text: text(reading),
        share: percent(reading),
      }))}
    />
  );
}

function useTarget({ target, isShare, unit }: Indicator): string | null {
  const t = useTranslations("programmes.indicators");
  const locale = useLocale() as Locale;
  if (target === null) return null;
  const value = formatNumber(target, locale, 2);
  return isShare ? t("percent", { value }) : `${value} ${unit}`;
}
