import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { DiagramArrow } from "@/components/job-centre/diagram-arrow";
import { layoutDiagram } from "@/components/job-centre/diagram-layout";
import { DiagramLegend } from "@/components/job-centre/diagram-legend";
import type { PlacedArea } from "@/components/job-centre/diagram-places";
import { addressOf } from "@/components/ui/app-link";
import type { Model } from "@/lib/job-centre/model/queries";
import { inLanguage } from "@/lib/platform/i18n/bilingual";

type Props = { model: Model; chosen?: string };

/** The model as a drawing: boxes are links that choose an area. All that it shows stands in the list beside it, too. */
export function ModelDiagram({ model, chosen }: Props) {
  const t = useTranslations("job-centre");
  const locale = useLocale();
  const diagram = layoutDiagram({
    areas: model.areas.map(({ slug, macroArea, name }) => ({
      slug,
      macroArea,
      name: inLanguage(name, locale),
    })),
    referrals: model.referrals.map((one) => ({ ...one, label: inLanguage(one.label, locale) })),
  });
  const touches = ({ from, to }: (typeof diagram.arrows)[number]) =>
    chosen !== undefined && (to === chosen || ("area" in from && from.area === chosen));
  // In the order of the model, which is the order of the list; what is chosen is drawn over the rest.
  const boxes = model.areas.flatMap(({ slug, functions }) => {
    const place = [...diagram.areas, ...diagram.support].find((one) => one.slug === slug);
    return place ? [{ place, note: t("functionCount", { count: functions.length }) }] : [];
  });
  return (
    <figure>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t("diagram.label")}
        className="overflow-x-auto print:overflow-visible"
      >
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: a title would pop up over the whole drawing; the frame is named */}
        <svg
          viewBox={`-4 -4 ${diagram.width + 8} ${diagram.height + 8}`}
          className="block w-full min-w-[46rem] print:min-w-0"
        >
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: shapes and words that take no focus; the list says them */}
          <g aria-hidden="true">
            {diagram.grounds.map(({ macroArea, rect, title }) => (
              <Fragment key={macroArea}>
                <rect {...rect} className={macroArea === "PERSON" ? "fill-tint" : "fill-quiet"} rx="2" />
                <text x={title.x + 4} y={title.y + 20} className="fill-ink font-semibold text-base">
                  {t(`macro.${macroArea}`)}
                </text>
              </Fragment>
            ))}
            {diagram.arrows
              .toSorted((a, b) => Number(touches(a)) - Number(touches(b)))
              .map((arrow) => (
                <DiagramArrow
                  key={arrow.id}
                  arrow={arrow}
                  isChosen={touches(arrow)}
                  entersChosen={arrow.to === chosen}
                />
              ))}
            {diagram.outsides.map(({ key, rect }) => (
              <Fragment key={key}>
                <rect {...rect} rx={rect.height / 2} className="fill-place" />
                <text
                  x={rect.x + rect.width / 2}
                  y={rect.y + rect.height / 2 + 5}
                  textAnchor="middle"
                  className="fill-white font-semibold text-[0.9375rem]"
                >
                  {t(`outside.${key}`)}
                </text>
              </Fragment>
            ))}
          </g>
          {boxes.map(({ place, note }) => (
            <AreaBox
              key={place.slug}
              place={place}
              note={note}
              isChosen={place.slug === chosen}
              href={`${addressOf({ pathname: "/job-services", query: { area: place.slug } }, locale)}#model`}
            />
          ))}
        </svg>
      </section>
      <DiagramLegend withChosen={chosen !== undefined} />
    </figure>
  );
}

type BoxProps = { place: PlacedArea; note: string; isChosen: boolean; href: string };

function AreaBox({ place: { rect, lines, macroArea }, note, isChosen, href }: BoxProps) {
  const isSupport = macroArea === "SUPPORT";
  const first = isSupport ? 27 : 28;
  return (
    <a href={href} aria-current={isChosen ? "true" : undefined} className="group outline-none">
      <rect
        x={rect.x - 5}
        y={rect.y - 5}
        width={rect.width + 10}
        height={rect.height + 10}
        rx="6"
        fill="none"
        strokeWidth="3"
        className={isChosen ? "stroke-ink" : "stroke-transparent group-focus-visible:stroke-focus"}
      />
      <rect
        x={rect.x - 10}
        y={rect.y - 10}
        width={rect.width + 20}
        height={rect.height + 20}
        rx="10"
        fill="none"
        strokeWidth="3"
        className={`stroke-transparent ${isChosen ? "group-focus-visible:stroke-focus" : ""}`}
      />
      <rect
        {...rect}
        rx="4"
        strokeWidth="1.5"
        strokeDasharray={isSupport ? "5 4" : undefined}
        className={
          isChosen
            ? "fill-action stroke-action"
            : "fill-paper stroke-control group-hover:fill-tint group-hover:stroke-action"
        }
      />
      {lines.map((line, index) => (
        <text
          key={line}
          x={rect.x + 14}
          y={rect.y + first + index * 19}
          className={`font-semibold text-base ${isChosen ? "fill-white" : "fill-ink group-hover:fill-link"}`}
        >
          {`${line} `}
        </text>
      ))}
      <text
        x={rect.x + 14}
        y={rect.y + rect.height - 13}
        className={`text-sm ${isChosen ? "fill-white" : "fill-muted"}`}
      >
        {note}
      </text>
    </a>
  );
}
