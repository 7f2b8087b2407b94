import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { ScheduleHere } from "@/components/animation/animation-link";
import { LinkedThings } from "@/components/discussions/linked-things";
import { categoryHref, movedPath, permalink, threadHref } from "@/components/forum/addresses";
import { AreaPosts } from "@/components/forum/area-posts";
import { AssignmentSection } from "@/components/forum/assignment-section";
import { Circle } from "@/components/forum/circle";
import { OwnWarnings } from "@/components/forum/moderation/own-warnings";
import { PutIntoFaq } from "@/components/forum/put-into-faq";
import { ReplySection } from "@/components/forum/reply-section";
import { ThreadFacts } from "@/components/forum/thread-facts";
import { ThreadNews } from "@/components/forum/thread-news";
import { ThreadReaders } from "@/components/forum/thread-readers";
import { WatchThread } from "@/components/forum/watch-form";
import { OnAgendas } from "@/components/sessions/on-agendas";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Paperclip, Settings2 } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { canAnimate } from "@/lib/animation/policy";
import { unlinkThreadAction } from "@/lib/discussions/actions";
import { canLink } from "@/lib/discussions/policy";
import { listLinkedThings } from "@/lib/discussions/queries";
import { assignThreadAction, takeBackAssignmentAction } from "@/lib/forum/assignments/actions";
import { findAssigning } from "@/lib/forum/assignments/queries";
import { discardDraftAction } from "@/lib/forum/drafts/actions";
import { putIntoFaqAction } from "@/lib/forum/faq/actions";
import { getFaqPlace } from "@/lib/forum/faq/queries";
import { acceptAnswerAction, unacceptAnswerAction } from "@/lib/forum/moderation/actions";
import { getThreadOrPlace } from "@/lib/forum/moves/queries";
import { readPlace } from "@/lib/forum/paging";
import { replyAction } from "@/lib/forum/posts/actions";
import { findQuoted } from "@/lib/forum/posts/queries";
import { quoteOf } from "@/lib/forum/quote";
import { reactAction } from "@/lib/forum/reactions/actions";
import { acknowledgeWarningAction } from "@/lib/forum/warnings/actions";
import { listOwnWarnings } from "@/lib/forum/warnings/queries";
import { watchThreadAction } from "@/lib/forum/watching/actions";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given, one } from "@/lib/platform/lists/query";
import { pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { listAgendasWith } from "@/lib/sessions/agenda/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getThreadOrPlace);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const { start, from } = readPlace(await searchParams);
  const { thread } = await open(id, start, from);
  const t = await getTranslations({ locale, namespace: "forum" });
  return { title: thread?.title ?? t("thread.metaTitle") };
}

export default async function ThreadPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  pageNeeds(z.uuid().safeParse(id).success);
  const actor = await requireActor();
  const query = await searchParams;
  const { start, from } = readPlace(query);
  const { thread, moved } = await open(id, start, from);
  if (moved) permanentRedirect(movedPath("area", moved, { locale, from: id }));
  pageNeeds(thread.mayEnter && thread.programme.slug === slug);
  const asked = Number(one(query.cita));
  const [t, quoted, agendas, warnings, assigning, faq, linked] = await Promise.all([
    getTranslations("forum"),
    thread.mayReply && Number.isInteger(asked) ? findQuoted(actor, id, asked) : null,
    thread.agendaCount > 0 ? listAgendasWith(actor, { kind: "THREAD", ids: [id, ...thread.mergedIds] }) : [],
    thread.isWarned ? listOwnWarnings(actor, thread.programmeId) : [],
    findAssigning(actor, thread),
    getFaqPlace(actor, thread),
    listLinkedThings(actor, thread),
  ]);
  const author = quoted?.author ? `${quoted.author.givenName} ${quoted.author.familyName}` : t("nobody");
  // A text that was published or kept, and a quotation, bring a new composer; a draft that is kept while it is typed does not.
  const occasion = given({
    scritto: one(query.scritto),
    cita: one(query.cita),
    bozza: one(query.bozza),
  });
  const written = thread.posts.find((post) => post.isMine && String(post.number) === one(query.scritto));
  return (
    <div className="space-y-7">
      <PageHead
        size="area"
        title={thread.title}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: thread.category.title, href: categoryHref("area", slug, thread.category.id) },
          { label: t("thread.crumb") },
        ]}
        meta={<ThreadFacts face="area" slug={slug} thread={thread} />}
        actions={
          thread.mayRename ? (
            <ButtonLink
              variant="outline"
              size={40}
              icon={<Settings2 />}
              href={{ pathname: "/area/programmes/[slug]/forum/threads/[id]/manage", params: { slug, id } }}
            >
              {t("thread.manage")}
            </ButtonLink>
          ) : null
        }
      />
      <OnAgendas sessions={agendas} />
      {written ? (
        <Notice
          tone="success"
          live
          title={t("thread.written")}
          action={
            <AppLink
              href={{
                pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]",
                params: { slug, id, number: String(written.number) },
              }}
              className="inline-flex items-center gap-2 font-semibold"
            >
              <Paperclip className="size-5" />
              {t("thread.attachWritten")}
            </AppLink>
          }
        >
          <AppLink href={permalink(threadHref("area", { slug, id }, written.number), locale, written.number)}>
            {t("thread.toWritten")}
          </AppLink>
        </Notice>
      ) : null}
      <div className="grid gap-x-10 gap-y-7 border-ink border-t-2 xl:grid-cols-[minmax(0,1fr)_15.5rem]">
        <div className="min-w-0 space-y-8">
          <AreaPosts
            slug={slug}
            thread={thread}
            at={actor.at}
            isLedTo={from !== undefined}
            actions={{ accept: acceptAnswerAction, unaccept: unacceptAnswerAction, react: reactAction }}
          />
          <ThreadNews
            threadId={id}
            path={getPathname({ href: threadHref("area", { slug, id }), locale })}
            from={thread.lastPostNumber}
            stays={occasion}
            words={{
              look: t("thread.live.look"),
              one: t("thread.live.one"),
              more: t("thread.live.more", { count: "#" }),
              many: t("thread.live.many"),
            }}
          />
          <OwnWarnings slug={slug} warnings={warnings} action={acknowledgeWarningAction} threadId={id} />
          <ReplySection
            slug={slug}
            thread={thread}
            at={actor.at}
            isKept={one(query.bozza) === "1"}
            action={replyAction}
            discard={discardDraftAction}
            submissionKey={randomUUID()}
            occasion={String(new URLSearchParams(occasion))}
            voices={{ bodies: thread.ownBodies, speaksForItself: thread.speaksForItself }}
            quote={quoted ? quoteOf(t("post.hasWritten", { name: author }), quoted.markdown) : ""}
          />
        </div>
        <aside className="min-w-0 xl:pt-6">
          {thread.circle ? <Circle circle={thread.circle} /> : null}
          {thread.tracks ? <ThreadReaders threadId={id} title={t("thread.live.readers")} /> : null}
          <LinkedThings
            slug={slug}
            threadId={id}
            things={linked}
            mayLink={canLink(actor, thread)}
            at={actor.at}
            unlink={unlinkThreadAction}
          />
          <ScheduleHere slug={slug} threadId={id} mayAnimate={thread.isOpen && canAnimate(actor, thread)} />
          <AssignmentSection
            thread={thread}
            facts={assigning}
            personId={actor.personId}
            now={actor.at}
            actions={{ assign: assignThreadAction, takeBack: takeBackAssignmentAction }}
          />
          {faq ? <PutIntoFaq slug={slug} thread={thread} place={faq} action={putIntoFaqAction} /> : null}
          {thread.watch ? <WatchThread id={id} watch={thread.watch} action={watchThreadAction} /> : null}
        </aside>
      </div>
    </div>
  );
}
