import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AnimationLink } from "@/components/animation/animation-link";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { CategoryList } from "@/components/forum/category-list";
import { DraftList } from "@/components/forum/draft-list";
import { ThreadSection } from "@/components/forum/thread-section";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { CheckCheck, CircleQuestionMark, Clock, Settings2 } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { SectionHead } from "@/components/ui/section-head";
import { canAnimate } from "@/lib/animation/policy";
import { listDrafts } from "@/lib/forum/drafts/queries";
import { withQuery } from "@/lib/forum/paging";
import { getForum, listThreads } from "@/lib/forum/queries";
import { markAllReadAction } from "@/lib/forum/reading/actions";
import { threadFiltersSchema } from "@/lib/forum/schema";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "forum" });
  return { title: t("title") };
}

export default async function ForumPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const forum = await onPage(getForum(actor, slug));
  const query = await searchParams;
  const filters = threadFiltersSchema.parse(query);
  const [t, drafts, page] = await Promise.all([
    getTranslations("forum"),
    listDrafts(actor, forum.id),
    listThreads(actor, forum, filters, { after: readCursor(one(query.after)), size: 20 }),
  ]);
  const hasNews = forum.categories.some(({ unread }) => unread > 0);
  return (
    <div className="space-y-9">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {hasNews ? (
              <ActionForm
                action={markAllReadAction}
                id="mark-all-read"
                hidden={{ programmeId: forum.id }}
                className=""
              >
                <SubmitButton variant="outline" size={40} icon={<CheckCheck />}>
                  {t("threads.markAllRead")}
                </SubmitButton>
              </ActionForm>
            ) : null}
            <ButtonLink
              variant="outline"
              size={40}
              icon={<CircleQuestionMark />}
              href={{ pathname: "/area/programmes/[slug]/forum/faq", params: { slug } }}
            >
              {t("faq")}
            </ButtonLink>
            {forum.mayAssign ? (
              <ButtonLink
                variant="outline"
                size={40}
                icon={<Clock />}
                href={{ pathname: "/area/programmes/[slug]/forum/waiting", params: { slug } }}
              >
                {t("waiting")}
              </ButtonLink>
            ) : null}
            <AnimationLink slug={slug} mayAnimate={canAnimate(actor, { programmeId: forum.id })} />
            {forum.mayEditCategories ? (
              <ButtonLink
                variant="outline"
                size={40}
                icon={<Settings2 />}
                href={{ pathname: "/area/programmes/[slug]/forum/categories", params: { slug } }}
              >
                {t("categories.manage")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <section aria-labelledby="categories">
        <SectionHead size="area" id="categories" title={t("categories.title")} />
        {forum.categories.length === 0 ? (
          <EmptyState title={t("categories.empty")}>{t("categories.emptyNext")}</EmptyState>
        ) : (
          <CategoryList face="area" slug={slug} categories={forum.categories} at={actor.at} />
        )}
        {forum.mayPost && forum.categories.length > 0 ? (
          <p className="mt-3 text-meta text-muted">{t("threads.chooseCategory")}</p>
        ) : null}
      </section>
      <DraftList slug={slug} drafts={drafts} at={actor.at} />
      <section aria-labelledby="latest" className="space-y-4">
        <SectionHead size="area" id="latest" title={t("threads.latest")} />
        <ThreadSection
          face="area"
          slug={slug}
          here={(more) => ({
            pathname: "/area/programmes/[slug]/forum",
            params: { slug },
            ...withQuery(more),
          })}
          filters={filters}
          tracks={forum.tracks}
          page={page}
          at={actor.at}
          categories={new Map(forum.categories.map(({ id, title }) => [id, title]))}
        />
      </section>
    </div>
  );
}
