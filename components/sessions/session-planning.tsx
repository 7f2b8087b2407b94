import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { CalendarDays, CalendarRange, CircleQuestionMark } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { SessionPlanning as Planning } from "@/lib/sessions/planning/aside/queries";

type Props = { planning: Planning; slug: string; sessionId: string };

/** How a session was planned: its series, the poll about its date, the bodies that would come. */
export function SessionPlanning({ planning, slug, sessionId }: Props) {
  const t = useTranslations("planning.aside");
  const { series, pollId, interests, may } = planning;
  if (!series && !pollId && !interests && !may.findDate) return null;
  return (
    <section className="space-y-3">
      <SectionHead title={t("title")} size="area" />
      {interests ? (
        <p>
          <AppLink
            href={
              interests.mayRead
                ? {
                    pathname: "/area/programmes/[slug]/sessions/[id]/interests",
                    params: { slug, id: sessionId },
                  }
                : { pathname: "/area/meetings/[id]", params: { id: sessionId } }
            }
          >
            {t("interests", { bodies: interests.bodies, people: interests.people })}
          </AppLink>
        </p>
      ) : null}
      {pollId ? (
        <p>
          <AppLink href={{ pathname: "/area/programmes/[slug]/polls/[id]", params: { slug, id: pollId } }}>
            {t("poll")}
          </AppLink>
        </p>
      ) : null}
      {series ? <Series series={series} slug={slug} sessionId={sessionId} /> : null}
      {may.findDate ? (
        <Ways slug={slug} sessionId={sessionId} asked={pollId !== null} makesSeries={may.makeSeries} />
      ) : null}
    </section>
  );
}

type SeriesProps = { series: NonNullable<Planning["series"]> } & Pick<Props, "slug" | "sessionId">;

function Series({ series, slug, sessionId }: SeriesProps) {
  const t = useTranslations("planning.aside");
  const locale = useLocale() as Locale;
  return (
    <div>
      <p>{t("series", { count: series.length })}</p>
      <ol className="mt-1 list-decimal space-y-1 pl-6">
        {series.map(({ id, title, startsAt }) => (
          <li key={id}>
            {id === sessionId ? (
              <b className="font-semibold" aria-current="page">
                {title}
              </b>
            ) : (
              <AppLink href={{ pathname: "/area/programmes/[slug]/sessions/[id]", params: { slug, id } }}>
                {title}
              </AppLink>
            )}
            , {formatInstant(startsAt, locale)}
          </li>
        ))}
      </ol>
    </div>
  );
}

type WaysProps = { slug: string; sessionId: string; asked: boolean; makesSeries: boolean };

function Ways({ slug, sessionId, asked, makesSeries }: WaysProps) {
  const t = useTranslations("planning.aside");
  const query = { session: sessionId };
  return (
    <div className="no-print flex flex-wrap gap-3">
      {makesSeries ? (
        <ButtonLink
          size={40}
          variant="outline"
          icon={<CalendarRange />}
          href={{ pathname: "/area/programmes/[slug]/sessions/[id]/series", params: { slug, id: sessionId } }}
        >
          {t("makeSeries")}
        </ButtonLink>
      ) : null}
      {asked ? null : (
        <ButtonLink
          size={40}
          variant="outline"
          icon={<CircleQuestionMark />}
          href={{ pathname: "/area/programmes/[slug]/sessions/find-a-date", params: { slug }, query }}
        >
          {t("findDate")}
        </ButtonLink>
      )}
      <ButtonLink
        size={40}
        variant="outline"
        icon={<CalendarDays />}
        href={{ pathname: "/area/programmes/[slug]/sessions/free-slots", params: { slug }, query }}
      >
        {t("freeSlots")}
      </ButtonLink>
    </div>
  );
}
