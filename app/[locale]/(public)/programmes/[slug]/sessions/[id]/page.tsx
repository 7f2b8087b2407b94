import { CalendarPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { AgendaTable } from "@/components/sessions/agenda-table";
import { KindIcon } from "@/components/sessions/kind-icon";
import { Room } from "@/components/sessions/room";
import { SessionBanner } from "@/components/sessions/session-banner";
import { SessionFacts } from "@/components/sessions/session-facts";
import { SessionJsonLd } from "@/components/sessions/session-json-ld";
import { SessionMinutes } from "@/components/sessions/session-minutes";
import { SessionOutcomes } from "@/components/sessions/session-outcomes";
import { SessionState } from "@/components/sessions/session-state";
import { ButtonLink } from "@/components/ui/button";
import { MetaItem, PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { formatRange } from "@/lib/platform/i18n/format";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage } from "@/lib/platform/request";
import { getOpenSession } from "@/lib/sessions/view/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const pathOf = (slug: string, id: string, locale: Locale) =>
  getPathname({ href: { pathname: "/programmes/[slug]/sessions/[id]", params: { slug, id } }, locale });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const session = await onPage(getOpenSession(visitorActor(now()), slug, id));
  const t = await getTranslations({ locale, namespace: "sessions.open" });
  return {
    title: session.title,
    description: t("metaDescription", {
      title: session.title,
      when: formatRange(session.startsAt, session.endsAt, locale),
    }),
    alternates: {
      canonical: pathOf(slug, id, locale),
      languages: { it: pathOf(slug, id, "it"), en: pathOf(slug, id, "en") },
    },
  };
}

export default async function OpenSessionPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = visitorActor(now());
  const [t, session] = await Promise.all([
    getTranslations("sessions"),
    onPage(getOpenSession(actor, slug, id)),
  ]);
  const sessions = { pathname: "/programmes/[slug]/sessions" as const, params: { slug } };
  return (
    <Band room="tight">
      <SessionJsonLd
        session={session}
        url={`${env().siteUrl}${pathOf(slug, id, locale)}`}
        organiser={session.programme.shortTitle}
      />
      <div className="space-y-8">
        <PageHead
          title={session.title}
          crumbs={[
            {
              label: session.programme.shortTitle,
              href: { pathname: "/programmes/[slug]", params: { slug } },
            },
            { label: t("open.title"), href: sessions },
            { label: session.title },
          ]}
          meta={
            <>
              <SessionState phase={session.phase} isOpen />
              <MetaItem icon={<KindIcon kind={session.kind} />}>
                {t(`kindLong.${session.kind}`, { ordinal: session.ordinal ?? "none" })}
              </MetaItem>
            </>
          }
        />
        <SessionBanner session={session} />
        <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="min-w-0 space-y-8">
            {session.description ? (
              <p className="measure whitespace-pre-line">{session.description}</p>
            ) : null}
            <SessionFacts session={session} />
            <section className="space-y-1">
              <SectionHead title={t("view.agenda")} />
              <AgendaTable points={session.agenda} />
            </section>
            {session.minutes ? <SessionMinutes minutes={session.minutes} size="page" /> : null}
            <SessionOutcomes outcomes={session.outcomes} slug={slug} size="page" />
          </div>
          <div className="space-y-5 max-lg:row-start-1">
            <Room session={session} />
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
  );
}
