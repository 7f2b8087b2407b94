import { useFormatter, useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DateBlock } from "@/components/ui/date-block";
import { CalendarPlus, Clock, MapPin, Video } from "@/components/ui/icons";
import { MetaItem } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { formatTime } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeDay } from "@/lib/platform/rome-time";
import type { SessionRow } from "@/lib/sessions/session-row";

/** The next sessions that everybody may know of. */
export function NextSessions({ sessions }: { sessions: SessionRow[] }) {
  const t = useTranslations("site.home");
  return (
    <section aria-labelledby="sessions">
      <SectionHead id="sessions" title={t("sessions")} link={{ href: "/calendar", label: t("calendar") }} />
      {sessions.length > 0 ? (
        <ul>
          {sessions.map((session) => (
            <SessionEntry key={session.id} session={session} />
          ))}
        </ul>
      ) : (
        <p className="pt-4 text-muted">{t("noSessions")}</p>
      )}
    </section>
  );
}

function SessionEntry({ session }: { session: SessionRow }) {
  const t = useTranslations("site.home");
  const words = useFormatter();
  const locale = useLocale() as Locale;
  const hours = `${formatTime(session.startsAt, locale)}-${formatTime(session.endsAt, locale)}`;
  const weekday = words.dateTime(session.startsAt, { weekday: "long" });
  return (
    <li className="flex flex-wrap items-center gap-x-8 gap-y-3 border-hairline border-b py-5 sm:flex-nowrap">
      <DateBlock
        day={words.dateTime(session.startsAt, { day: "numeric" })}
        month={words.dateTime(session.startsAt, { month: "long" })}
        dateTime={romeDay(session.startsAt)}
      />
      <div className="min-w-0 flex-1 basis-52">
        <p className="text-meta text-muted">{t(`kinds.${session.kind}`)}</p>
        <h3 className="mt-0.5 text-h4">
          <AppLink
            href={{
              pathname: "/programmes/[slug]/sessions/[id]",
              params: { slug: session.programme.slug, id: session.id },
            }}
          >
            {session.title}
          </AppLink>
        </h3>
        <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1 [&_svg]:size-[1.125rem] [&_svg]:shrink-0">
          <MetaItem icon={<Clock />}>{t("hours", { weekday, hours })}</MetaItem>
          {session.mode === "IN_PERSON" ? null : <MetaItem icon={<Video />}>{t("webconference")}</MetaItem>}
          {session.mode !== "WEBCONFERENCE" && session.place ? (
            <MetaItem icon={<MapPin />}>{session.place}</MetaItem>
          ) : null}
        </div>
      </div>
      <ButtonLink
        href={{ url: `/api/calendar/session/${session.id}` }}
        variant="outline"
        size={32}
        icon={<CalendarPlus />}
        className="no-print shrink-0"
      >
        {t("add")}
        <span className="sr-only"> {session.title}</span>
      </ButtonLink>
    </li>
  );
}
