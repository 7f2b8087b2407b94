import { useLocale, useTranslations } from "next-intl";
import { PointClock } from "@/components/sessions/live/point-clock";
import { formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { spentMinutes } from "@/lib/sessions/live/pace";
import type { LivePoint } from "@/lib/sessions/live/queries";

type Props = { point: Pick<LivePoint, "time" | "minutes">; now: Date };

/** The time of a point: planned, going on, or what it took against the plan. */
export function PointTime({ point: { time, minutes }, now }: Props) {
  const t = useTranslations("live.time");
  const locale = useLocale() as Locale;
  const planned = minutes === null ? t("noPlan") : t("planned", { minutes });
  if (time.state === "waiting") return <p className="text-muted">{planned}</p>;
  if (time.runningSince) {
    const elapsedMs = time.spentMs + Math.max(0, now.getTime() - time.runningSince.getTime());
    return (
      <PointClock
        elapsedMs={elapsedMs}
        madeAt={now.getTime()}
        plannedMinutes={minutes}
        texts={{
          name: t("timer"),
          elapsed: t("elapsed", { minutes: "{minutes}" }),
          of: minutes === null ? t("noPlan") : t("of", { planned: minutes }),
          left: t("left", { minutes: "{minutes}" }),
          over: t("over", { minutes: "{minutes}" }),
          overNow: t("overNow"),
        }}
      />
    );
  }
  const spent = spentMinutes(time, now);
  const [from, to] = [time.firstStartedAt, time.lastEndedAt];
  return (
    <div>
      <p>
        <b className="font-semibold tabular-nums">{t("spent", { minutes: spent })}</b>
        {minutes === null ? null : <span className="text-muted">{`, ${t("of", { planned: minutes })}`}</span>}
      </p>
      <p className="text-meta text-muted">
        {from && to ? `${formatTime(from, locale)}-${formatTime(to, locale)}` : null}
        {minutes === null ? null : ` · ${difference(spent - minutes)}`}
      </p>
    </div>
  );

  function difference(more: number): string {
    if (more === 0) return t("asPlanned");
    return more > 0 ? t("longer", { minutes: more }) : t("shorter", { minutes: -more });
  }
}
