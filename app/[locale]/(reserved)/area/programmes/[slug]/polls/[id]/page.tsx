import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { PollAnswerForm } from "@/components/sessions/poll-answer-form";
import { PollDecision } from "@/components/sessions/poll-decision";
import { PollReminder } from "@/components/sessions/poll-reminder";
import { PollPeople, PollResults } from "@/components/sessions/poll-results";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import { formatInstant } from "@/lib/platform/i18n/format";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { pageQuery } from "@/lib/platform/request";
import {
  answerPollAction,
  cancelPollAction,
  decidePollAction,
  remindPollAction,
} from "@/lib/sessions/polls/actions";
import { getPoll } from "@/lib/sessions/polls/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const tones = { OPEN: "open", DECIDED: "approved", CANCELLED: "cancelled" } as const;

const open = pageQuery(getPoll);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "planning.poll" });
  const poll = await open(slug, id);
  return { title: pageTitle(t("title"), poll.title) };
}

export default async function PollPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const [t, words, poll, query] = await Promise.all([
    getTranslations("planning.poll"),
    getTranslations("sessions"),
    open(slug, id),
    searchParams,
  ]);
  const done = one(query.done);
  const mayEnd = poll.mayRun && poll.state === "OPEN";
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("titleOf", { title: poll.title })}
        crumbs={[
          {
            label: words("list.title"),
            href: { pathname: "/area/programmes/[slug]/sessions", params: { slug } },
          },
          { label: t("title") },
        ]}
        meta={
          <>
            <StateChip tone={tones[poll.state]}>{t(`state.${poll.state}`)}</StateChip>
            {poll.state === "OPEN" ? (
              <span>
                {t(poll.isOpen ? "opensUntil" : "closedSince", {
                  when: formatInstant(poll.closesAt, locale),
                })}
              </span>
            ) : null}
          </>
        }
      />
      {done === "answered" || done === "reminded" ? <Notice tone="success" live title={t(done)} /> : null}
      {poll.note ? <p className="measure whitespace-pre-line">{poll.note}</p> : null}
      {poll.state === "DECIDED" && poll.sessionId ? (
        <Notice
          tone="success"
          title={t("decided")}
          action={
            <ButtonLink
              size={40}
              variant="outline"
              href={{
                pathname: "/area/programmes/[slug]/sessions/[id]",
                params: { slug, id: poll.sessionId },
              }}
            >
              {t("toSession")}
            </ButtonLink>
          }
        >
          {t("decidedNote")}
        </Notice>
      ) : null}
      {poll.mine && poll.isOpen ? (
        <section className="space-y-3">
          <SectionHead size="area" title={t("yourAnswer")} />
          <p className="measure text-muted">{t("yourAnswerNote")}</p>
          <PollAnswerForm action={answerPollAction} poll={poll} mine={poll.mine} />
        </section>
      ) : null}
      <section className="space-y-3">
        <SectionHead size="area" title={t("results")} />
        <PollResults poll={poll} />
      </section>
      <PollPeople poll={poll} />
      {mayEnd ? <PollDecision poll={poll} decide={decidePollAction} /> : null}
      {poll.reminder ? <PollReminder poll={poll} reminder={poll.reminder} remind={remindPollAction} /> : null}
      {mayEnd ? (
        <ActionForm
          action={cancelPollAction}
          hidden={{ id: poll.id, version: poll.version }}
          id="cancel-poll"
          className="no-print space-y-3"
        >
          <p className="measure text-muted">{t("cancelNote")}</p>
          <SubmitButton size={40} variant="danger">
            {t("cancel")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
