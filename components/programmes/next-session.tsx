import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { CalloutCard } from "@/components/ui/callout-card";
import { CalendarPlus, MapPin, Video } from "@/components/ui/icons";
import { MetaItem } from "@/components/ui/page-head";
import { daysUntil, formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { SessionRow } from "@/lib/sessions/session-row";

export type AgendaPoint = { title: string; minutes: number | null };

type Props = {
  session: SessionRow;
  agenda: AgendaPoint[];
  at: Date;
  /** Address of the session's calendar file. */
  ics?: string;
  /** Address of the calendar of the whole programme. */
  feed: string;
};

/** The next session with its agenda, minutes and the way into one's own calendar. */
export function NextSession({ session, agenda, at, ics, feed }: Props) {
  const t = useTranslations("programmes.next");
  const locale = useLocale() as Locale;
  const days = daysUntil(at, session.startsAt);
  const params = { slug: session.programme.slug, id: session.id };
  return (
    <CalloutCard labelledBy="next-session">
      <p className="text-meta text-muted">{t("when", { days })}</p>
      <h2 id="next-session" className="mt-2 text-h3">
        <AppLink href={{ pathname: "/programmes/[slug]/sessions/[id]", params }}>{session.title}</AppLink>
      </h2>
      <p className="mt-1 font-semibold">{formatRange(session.startsAt, session.endsAt, locale)}</p>
      <div className="mt-3 space-y-1.5 [&_svg]:size-[1.125rem]">
        {session.mode === "IN_PERSON" ? null : <MetaItem icon={<Video />}>{t("webconference")}</MetaItem>}
        {session.mode !== "WEBCONFERENCE" && session.place ? (
          <MetaItem icon={<MapPin />}>{session.place}</MetaItem>
        ) : null}
      </div>
      {agenda.length > 0 ? (
        <ol className="mt-4 space-y-2 border-hairline border-t pt-4 text-base">
          {agenda.map((point) => (
            <li key={point.title} className="flex justify-between gap-6">
              <span>{point.title}</span>
              {point.minutes ? (
                <span className="shrink-0 text-muted tabular-nums">
                  {t("minutes", { minutes: point.minutes })}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
      <div className="no-print mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
        {ics ? (
          <ButtonLink href={{ url: ics }} size={40} icon={<CalendarPlus />}>
            {t("add")}
          </ButtonLink>
        ) : null}
        <a href={feed} className="font-semibold text-base">
          {t("feed")}
        </a>
      </div>
    </CalloutCard>
  );
}
