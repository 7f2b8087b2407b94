import { useTranslations } from "next-intl";
import { LivePoint, type PointProps } from "@/components/sessions/live/live-point";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import type { LiveView } from "@/lib/sessions/live/queries";

type Props = Pick<PointProps, "now" | "place" | "acts"> & { view: LiveView; newKey: () => string };

/** The agenda on the day, and before it what is said in the opening; an empty one says what can be done all the same. */
export function LivePoints({ view, now, place, newKey, acts }: Props) {
  const t = useTranslations("live.points");
  const { points, opening, pace, may, owners } = view;
  const isOver = view.phase === "over" || view.phase === "closed";
  const shared = { now, isOver, place, may, owners, acts };
  const all = opening ? [opening, ...points] : points;
  return (
    <section className="min-w-0 space-y-1">
      <SectionHead
        title={t("title")}
        size="area"
        note={pace.plannedMinutes > 0 ? t("planned", { minutes: pace.plannedMinutes }) : null}
      />
      {points.length === 0 ? (
        <EmptyState
          title={t("none")}
          action={
            may.manage && view.session.state === "CONVENED" ? (
              <ButtonLink
                href={{
                  pathname: "/area/programmes/[slug]/sessions/[id]/edit",
                  params: { slug: place.slug, id: place.id },
                }}
                variant="outline"
                size={40}
              >
                {t("fill")}
              </ButtonLink>
            ) : null
          }
        >
          {t(may.run ? "noneText" : "noneFollow")}
        </EmptyState>
      ) : null}
      {all.length > 0 ? (
        <ol>
          {all.map((point) => (
            <LivePoint
              key={point.item}
              point={point}
              isNext={point.item === view.next?.item}
              keys={{ decision: newKey(), task: newKey() }}
              {...shared}
            />
          ))}
        </ol>
      ) : null}
    </section>
  );
}
