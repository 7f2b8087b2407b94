import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AgendaTable } from "@/components/sessions/agenda-table";
import { BodyAttendance } from "@/components/sessions/body-attendance";
import { Door } from "@/components/sessions/door";
import { GuestTable } from "@/components/sessions/guest-table";
import { KindIcon } from "@/components/sessions/kind-icon";
import { RecordingList } from "@/components/sessions/recording-list";
import { ReplyForm } from "@/components/sessions/reply-form";
import { SessionActs } from "@/components/sessions/session-acts";
import { SessionBanner } from "@/components/sessions/session-banner";
import { SessionDocuments } from "@/components/sessions/session-documents";
import { SessionFacts } from "@/components/sessions/session-facts";
import { SessionHistory } from "@/components/sessions/session-history";
import { SessionMinutes } from "@/components/sessions/session-minutes";
import { SessionOutcomes } from "@/components/sessions/session-outcomes";
import { SessionPlanning } from "@/components/sessions/session-planning";
import { SessionState } from "@/components/sessions/session-state";
import { SessionWhen } from "@/components/sessions/session-when";
import { SubstitutesLink } from "@/components/sessions/substitutes-link";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { CalendarDays, CalendarPlus } from "@/components/ui/icons";
import { MetaItem, PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageQuery, requireActor } from "@/lib/platform/request";
import { claimCertificateAction, issueCertificatesAction } from "@/lib/sessions/attendance/actions";
import { getAttendanceView } from "@/lib/sessions/attendance/queries";
import { enterRoomAction } from "@/lib/sessions/conference/actions";
import { getSessionPlanning } from "@/lib/sessions/planning/aside/queries";
import { listRecordings } from "@/lib/sessions/recordings/queries";
import { replyToSessionAction } from "@/lib/sessions/replies/actions";
import { getReplies } from "@/lib/sessions/replies/queries";
import { sessionName } from "@/lib/sessions/session-row";
import { getSession } from "@/lib/sessions/view/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getSession);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const session = await open(slug, id);
  return { title: sessionName(session, locale) };
}

export default async function SessionPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, words, session, replies, attendance] = await Promise.all([
    getTranslations("sessions"),
    getTranslations("planning"),
    open(slug, id),
    onPage(getReplies(actor, slug, id)),
    onPage(getAttendanceView(actor, slug, id)),
  ]);
  const [recordings, planning] = await Promise.all([
    listRecordings(actor, session.id),
    getSessionPlanning(actor, session),
  ]);
  const list = { pathname: "/area/programmes/[slug]/sessions" as const, params: { slug } };
  const begun = session.startsAt <= actor.at;
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={session.title}
        crumbs={[{ label: t("list.title"), href: list }, { label: session.title }]}
        meta={
          <>
            <SessionState phase={session.phase} />
            <MetaItem icon={<KindIcon kind={session.kind} />}>
              {t(`kindLong.${session.kind}`, { ordinal: session.ordinal ?? "none" })}
            </MetaItem>
            {/* On a telephone the door and the answer come before the facts, which say it too. */}
            <span className="lg:hidden">
              <MetaItem icon={<CalendarDays />}>
                <SessionWhen {...session} />
              </MetaItem>
            </span>
          </>
        }
      />
      <SessionBanner session={session} mayManage={session.may.manage} />
      <SessionActs session={session} now={actor.at} />
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0 space-y-8">
          {session.description ? <p className="measure whitespace-pre-line">{session.description}</p> : null}
          <SessionFacts session={session} />
          <section className="space-y-1">
            <SectionHead title={t("view.agenda")} size="area" />
            <AgendaTable points={session.agenda} spent={session.spent} />
            <p className="no-print pt-2">
              <AppLink
                href={{
                  pathname: "/area/programmes/[slug]/sessions/[id]/agenda",
                  params: { slug, id: session.id },
                }}
                className="font-semibold"
              >
                {words("agenda.toAgenda")}
              </AppLink>
            </p>
          </section>
          {begun || session.minutes ? (
            <SessionMinutes
              minutes={session.minutes}
              session={session.may.readMinutes ? { slug, id } : undefined}
              slug={slug}
              size="area"
            />
          ) : null}
          <RecordingList
            recordings={recordings}
            size="area"
            manage={
              session.may.manage && begun
                ? { pathname: "/area/programmes/[slug]/sessions/[id]/recordings", params: { slug, id } }
                : undefined
            }
          />
          <SessionPlanning planning={planning} slug={slug} sessionId={session.id} />
          <SessionOutcomes outcomes={session.outcomes} slug={slug} size="area" />
        </div>
        <div className="space-y-6 max-lg:row-start-1">
          <Door session={session} enter={enterRoomAction} />
          {replies.own && session.state === "CONVENED" ? (
            <ReplyForm
              action={replyToSessionAction}
              hidden={{ id: session.id }}
              own={replies.own}
              places={replies.places}
            />
          ) : null}
          <SubstitutesLink session={session} own={replies.own} />
          <ButtonLink
            href={{ url: `/api/calendar/session/${session.id}` }}
            variant="outline"
            size={40}
            icon={<CalendarPlus />}
          >
            {t("view.addToCalendar")}
          </ButtonLink>
          <SessionDocuments
            session={{ id, slug }}
            view={attendance}
            claim={claimCertificateAction}
            issue={issueCertificatesAction}
          />
        </div>
      </div>
      {begun && attendance.bodies.length > 0 ? <BodyAttendance view={attendance} /> : null}
      <GuestTable guests={session.guests} showAttendance={begun} />
      <SessionHistory history={session.history} />
    </div>
  );
}
