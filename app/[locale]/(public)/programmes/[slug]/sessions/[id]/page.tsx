import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { AgendaTable } from "@/components/sessions/agenda-table";
import { PublicDoor } from "@/components/sessions/door";
import { InterestNotice } from "@/components/sessions/interest-notice";
import { KindIcon } from "@/components/sessions/kind-icon";
import { RecordingList } from "@/components/sessions/recording-list";
import { SessionBanner } from "@/components/sessions/session-banner";
import { SessionFacts } from "@/components/sessions/session-facts";
import { SessionJsonLd } from "@/components/sessions/session-json-ld";
import { SessionMinutes } from "@/components/sessions/session-minutes";
import { SessionOutcomes } from "@/components/sessions/session-outcomes";
import { SessionState } from "@/components/sessions/session-state";
import { ButtonLink } from "@/components/ui/button";
import { CalendarPlus } from "@/components/ui/icons";
import { MetaItem } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { env } from "@/lib/platform/env";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import { formatRange } from "@/lib/platform/i18n/format";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage } from "@/lib/platform/request";
import { asksForInterest, takesInterest } from "@/lib/sessions/interests/lifecycle";
import { countInterests } from "@/lib/sessions/interests/queries";
import { listRecordings } from "@/lib/sessions/recordings/queries";
import { getOpenSession } from "@/lib/sessions/view/queries";
import { openProgramme } from "../../open-programme";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const hrefOf = (slug: string, id: string) =>
  ({ pathname: "/programmes/[slug]/sessions/[id]", params: { slug, id } }) as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const { actor } = await openProgramme(slug);
  const session = await onPage(getOpenSession(actor, slug, id));
  const t = await getTranslations({ locale, namespace: "sessions.open" });
  return {
    title: session.title,
    description: t("metaDescription", {
      title: session.title,
      when: formatRange(session.startsAt, session.endsAt, locale),
    }),
    alternates: alternatesOf(hrefOf(slug, id), locale),
  };
}

export default async function OpenSessionPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const [t, session] = await Promise.all([
    getTranslations("sessions"),
    onPage(getOpenSession(actor, slug, id)),
  ]);
  const recordings = await listRecordings(actor, session.id);
  const interests = asksForInterest(session) ? await countInterests(actor, session.id) : null;
  return (
    <ProgrammeFrame programme={programme} current="sessions" title={session.title}>
      <Band room="tight">
        <SessionJsonLd
          session={session}
          url={`${env().siteUrl}${getPathname({ href: hrefOf(slug, id), locale })}`}
          organiser={programme.promoter.name}
        />
        <div className="space-y-8">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2 [&_svg]:size-[1.125rem]">
            <SessionState phase={session.phase} isOpen />
            <MetaItem icon={<KindIcon kind={session.kind} />}>
              {t(`kindLong.${session.kind}`, { ordinal: session.ordinal ?? "none" })}
            </MetaItem>
          </div>
          <SessionBanner session={session} />
          <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
            <div className="min-w-0 space-y-8">
              {session.description ? (
                <p className="measure whitespace-pre-line">{session.description}</p>
              ) : null}
              <SessionFacts session={session} />
              {interests ? (
                <InterestNotice
                  counts={interests}
                  isOpen={takesInterest(session, actor.at)}
                  href={{
                    pathname: "/programmes/[slug]/sessions/[id]/interest",
                    params: { slug, id: session.id },
                  }}
                />
              ) : null}
              <section className="space-y-1">
                <SectionHead title={t("view.agenda")} />
                <AgendaTable points={session.agenda} />
              </section>
              {session.minutes ? <SessionMinutes minutes={session.minutes} slug={slug} size="page" /> : null}
              <RecordingList recordings={recordings} size="page" />
              <SessionOutcomes outcomes={session.outcomes} slug={slug} size="page" />
            </div>
            <div className="space-y-5 max-lg:row-start-1">
              <PublicDoor session={session} />
              <ButtonLink
                href={{ url: `/api/calendar/session/${session.id}` }}
                variant="outline"
                icon={<CalendarPlus />}
                wide
              >
                {t("view.addToCalendar")}
              </ButtonLink>
            </div>
          </div>
        </div>
      </Band>
    </ProgrammeFrame>
  );
}
