import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LinkedThreads } from "@/components/discussions/linked-threads";
import { AddPoint } from "@/components/sessions/minutes/add-point";
import { AskedPeople } from "@/components/sessions/minutes/asked-people";
import { MinutesActs, MinutesBeginning } from "@/components/sessions/minutes/minutes-acts";
import { MinutesNotice } from "@/components/sessions/minutes/minutes-notice";
import { MinutesParts } from "@/components/sessions/minutes/minutes-parts";
import { MinutesRounds } from "@/components/sessions/minutes/minutes-rounds";
import { MinutesState } from "@/components/sessions/minutes/minutes-state";
import { VerdictForm } from "@/components/sessions/minutes/verdict-form";
import { PageHead } from "@/components/ui/page-head";
import { unlinkThreadAction } from "@/lib/discussions/actions";
import { canLink } from "@/lib/discussions/policy";
import { listLinkedThreads } from "@/lib/discussions/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery, requireActor } from "@/lib/platform/request";
import {
  addPointAction,
  completeTaskAction,
  giveVerdictAction,
  publishMinutesAction,
  resumeTaskAction,
  startMinutesAction,
} from "@/lib/sessions/minutes/actions";
import { getMinutes } from "@/lib/sessions/minutes/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getMinutes);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "minutes.page" });
  const { session } = await open(slug, id);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function MinutesPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const [t, view] = await Promise.all([getTranslations("minutes"), open(slug, id)]);
  const { session, minutes, may } = view;
  const actor = await requireActor();
  const decisions = minutes?.parts.flatMap((part) => part.decisions.map((one) => one.id)) ?? [];
  const threads = await listLinkedThreads(actor, "decision", decisions);
  const mayLink = canLink(actor, { programmeId: session.programme.id });
  const back = { pathname: "/area/programmes/[slug]/sessions/[id]" as const, params: { slug, id } };
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("page.titleOf", { session: session.title })}
        crumbs={[{ label: session.title, href: back }, { label: t("page.title") }]}
        meta={minutes ? <MinutesState state={minutes.state} /> : null}
      />
      <MinutesNotice view={view} />
      <MinutesActs view={view} start={startMinutesAction} publish={publishMinutesAction} />
      {minutes ? (
        <MinutesParts
          parts={minutes.parts}
          lang={minutes.lang}
          level={2}
          slug={slug}
          acts={{
            slug,
            id,
            write: may.write,
            request: may.request,
            completable: view.completable,
            complete: completeTaskAction,
            resume: resumeTaskAction,
          }}
          talkOf={(decision) => (
            <LinkedThreads
              slug={slug}
              target={{ kind: "decision", id: decision.id }}
              title={decision.text}
              threads={threads.get(decision.id) ?? []}
              mayLink={mayLink}
              unlink={unlinkThreadAction}
            />
          )}
        />
      ) : (
        <MinutesBeginning view={view} start={startMinutesAction} />
      )}
      {minutes && may.judge && minutes.termEndsAt ? (
        <VerdictForm
          action={giveVerdictAction}
          id={id}
          round={minutes.round}
          termEndsAt={minutes.termEndsAt}
        />
      ) : null}
      {may.write ? <AddPoint action={addPointAction} id={id} /> : null}
      {minutes?.termEndsAt && view.rounds.length > 0 ? <AskedPeople asked={view.asked} /> : null}
      <MinutesRounds rounds={view.rounds} sessionId={id} />
    </div>
  );
}
