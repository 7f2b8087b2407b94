import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink, ButtonNotYet } from "@/components/ui/button";
import { CalloutCard } from "@/components/ui/callout-card";
import { EmptyState } from "@/components/ui/empty-state";
import { CalendarPlus, Video } from "@/components/ui/icons";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import { daysUntil, formatInstant, formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Today } from "@/lib/today/queries";

const minutesBefore = 15;
const tones: Record<"YES" | "MAYBE" | "NO", StateTone> = {
  YES: "approved",
  MAYBE: "review",
  NO: "cancelled",
};

/** The next session to which the person is convened, with the room's door and the reply. */
export function NextSession({ session, now }: { session: Today["session"]; now: Date }) {
  const t = useTranslations("today.day.session");
  const locale = useLocale() as Locale;
  if (!session) return <EmptyState title={t("none")}>{t("noneNext")}</EmptyState>;
  const href = {
    pathname: "/area/programmes/[slug]/sessions/[id]",
    params: { slug: session.programme.slug, id: session.id },
  } as const;
  const opensAt = new Date(session.startsAt.getTime() - minutesBefore * 60_000);
  const reply = session.myReply === "NONE" ? null : session.myReply;
  return (
    <CalloutCard labelledBy="next-session">
      <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-5">
        <div className="min-w-0 flex-1 basis-80">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-muted">{t("label", { days: daysUntil(now, session.startsAt) })}</span>
            {reply ? <StateChip tone={tones[reply]}>{t(`replies.${reply}`)}</StateChip> : null}
          </p>
          <h2 id="next-session" className="mt-1 text-h2">
            <AppLink href={href} className="text-ink no-underline hover:underline">
              {session.title}
            </AppLink>
          </h2>
          <p className="mt-1 font-semibold text-lg">
            {formatRange(session.startsAt, session.endsAt, locale)}
          </p>
          <p className="mt-1 text-muted">{session.place ?? session.programme.shortTitle}</p>
        </div>
        <div className="w-full space-y-3 sm:w-64">
          {session.mode === "IN_PERSON" ? null : (
            <Door open={now >= opensAt} href={href} opensAt={formatInstant(opensAt, locale)} />
          )}
          {reply ? null : (
            <ButtonLink href={href} variant="outline" size={40} wide>
              {t("reply")}
            </ButtonLink>
          )}
          <p>
            <a
              href={`/api/calendar/session/${session.id}`}
              className="inline-flex items-center gap-2 font-semibold"
            >
              <CalendarPlus className="size-5" />
              {t("calendar")}
            </a>
          </p>
        </div>
      </div>
    </CalloutCard>
  );
}

function Door({
  open,
  href,
  opensAt,
}: {
  open: boolean;
  href: Parameters<typeof ButtonLink>[0]["href"];
  opensAt: string;
}) {
  const t = useTranslations("today.day.session");
  if (!open) {
    return (
      <ButtonNotYet icon={<Video />} note={t("opens", { at: opensAt })}>
        {t("enter")}
      </ButtonNotYet>
    );
  }
  return (
    <ButtonLink href={href} icon={<Video />} wide>
      {t("enter")}
    </ButtonLink>
  );
}
