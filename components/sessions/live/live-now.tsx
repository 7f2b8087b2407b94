import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { ClockAlert } from "@/components/ui/icons";
import { countsOf } from "@/lib/sessions/live/people/here";
import type { LiveView } from "@/lib/sessions/live/queries";

/** At a glance: the point that goes on, the one after it, and how the session goes against its plan. */
export function LiveNow({ view }: { view: LiveView }) {
  const t = useTranslations("live.now");
  const people = useTranslations("live.people");
  const { running, next, points, bodies } = view;
  const isAlive = view.phase === "open" || view.phase === "early";
  const wide = bodies ? "xl:grid-cols-4" : "lg:grid-cols-3";
  const columns = isAlive ? wide : "";
  return (
    <section aria-labelledby="now-title" className="overflow-hidden rounded border border-edge bg-hairline">
      <h2 id="now-title" className="sr-only">
        {t("title")}
      </h2>
      <dl className={`grid gap-px sm:grid-cols-2 ${columns}`}>
        {isAlive ? (
          <>
            <Fact term={t("current")}>
              <b className="font-semibold text-h4">
                {running
                  ? t("currentOf", {
                      number: points.indexOf(running) + 1,
                      all: points.length,
                      title: running.title,
                    })
                  : t("none")}
              </b>
            </Fact>
            <Fact term={t("next")}>{next?.title ?? t("nextNone")}</Fact>
          </>
        ) : null}
        <Fact term={t("pace")}>
          <Pace pace={view.pace} />
        </Fact>
        {bodies ? (
          <Fact term={people("title")}>
            <AppLink href={{ url: "#here" }} className="font-semibold">
              {people("count", countsOf(bodies))}
            </AppLink>
          </Fact>
        ) : null}
      </dl>
      <p role="status" className="sr-only">
        {t("announced", { title: running?.title ?? "none" })}
      </p>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0 bg-paper px-5 py-4">
      <dt className="text-meta text-muted">{term}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}

function Pace({ pace: { plannedMinutes, actualMinutes, behindMinutes } }: Pick<LiveView, "pace">) {
  const t = useTranslations("live.now");
  if (plannedMinutes === 0) return t("paceNoPlan");
  if (behindMinutes === null) return t("paceNone");
  return (
    <>
      {behindMinutes > 0 ? (
        <b className="flex items-center gap-1.5 font-semibold text-late">
          <ClockAlert className="size-5 shrink-0" />
          {t("behind", { minutes: behindMinutes })}
        </b>
      ) : (
        <b className="font-semibold">
          {behindMinutes === 0 ? t("onTime") : t("ahead", { minutes: -behindMinutes })}
        </b>
      )}
      <span className="block text-meta text-muted">
        {t("sum", { actual: actualMinutes, planned: plannedMinutes })}
      </span>
    </>
  );
}
