import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LinkedThreads } from "@/components/discussions/linked-threads";
import { AgendaPoints } from "@/components/sessions/agenda-points";
import { DrawInForm } from "@/components/sessions/draw-in-form";
import { ProposalForm } from "@/components/sessions/proposal-form";
import { ProposalList } from "@/components/sessions/proposal-list";
import { SessionWhen } from "@/components/sessions/session-when";
import { ButtonLink } from "@/components/ui/button";
import { Pencil } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { unlinkThreadAction } from "@/lib/discussions/actions";
import { canLink } from "@/lib/discussions/policy";
import { listLinkedThreads } from "@/lib/discussions/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery, requireActor } from "@/lib/platform/request";
import {
  declineProposalAction,
  drawInAction,
  proposePointAction,
  takeProposalAction,
  withdrawProposalAction,
} from "@/lib/sessions/agenda/actions";
import { getAgenda, listDrawable } from "@/lib/sessions/agenda/queries";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { sessionName } from "@/lib/sessions/session-row";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getAgenda);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "planning.agenda" });
  const { session } = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function AgendaPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const [t, words, page] = await Promise.all([
    getTranslations("planning"),
    getTranslations("sessions"),
    open(slug, id),
  ]);
  const { session, may, isOpen } = page;
  const pointIds = page.points.map((point) => point.id);
  const [drawable, threads] = await Promise.all([
    may.manage && isOpen ? listDrawable(actor, id) : null,
    listLinkedThreads(actor, "point", pointIds),
  ]);
  const mayLink = canLink(actor, { programmeId: session.programme.id });
  const place = { slug, id };
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("agenda.title")}
        lead={<SessionWhen {...session} />}
        crumbs={[
          {
            label: words("list.title"),
            href: { pathname: "/area/programmes/[slug]/sessions", params: { slug } },
          },
          {
            label: session.title,
            href: { pathname: "/area/programmes/[slug]/sessions/[id]", params: place },
          },
          { label: t("agenda.title") },
        ]}
        actions={
          may.manage && isOpen ? (
            <ButtonLink
              href={{ pathname: "/area/programmes/[slug]/sessions/[id]/edit", params: place }}
              variant="outline"
              size={40}
              icon={<Pencil />}
            >
              {t("agenda.edit")}
            </ButtonLink>
          ) : null
        }
      />
      <AgendaPoints
        points={page.points}
        sum={page.sum}
        length={page.length}
        slug={slug}
        talkOf={(point) => (
          <LinkedThreads
            slug={slug}
            target={{ kind: "point", id: point.id }}
            title={point.title}
            threads={threads.get(point.id) ?? []}
            mayLink={mayLink}
            unlink={unlinkThreadAction}
          />
        )}
      />
      <section className="space-y-3">
        <SectionHead size="area" title={t("proposals.title")} />
        {isOpen ? null : <p className="text-muted">{t("proposals.closed")}</p>}
        <ProposalList
          page={page}
          actions={{
            take: takeProposalAction,
            decline: declineProposalAction,
            withdraw: withdrawProposalAction,
          }}
        />
      </section>
      {drawable ? (
        <section className="space-y-4">
          <SectionHead size="area" title={t("drawIn.title")} />
          <p className="measure text-muted">{t("drawIn.lead")}</p>
          <DrawInForm action={drawInAction} session={session} drawable={drawable} slug={slug} />
        </section>
      ) : null}
      {may.propose ? (
        <section className="space-y-4">
          <SectionHead size="area" title={t("proposals.new")} />
          <p className="measure text-muted">{t("proposals.lead")}</p>
          <ProposalForm
            action={proposePointAction}
            hidden={{ session: id, id: freshIdentifier(actor.at) }}
            voices={page.voices}
          />
        </section>
      ) : null}
    </div>
  );
}
