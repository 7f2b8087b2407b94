import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CategoryList } from "@/components/forum/category-list";
import { ThreadSection } from "@/components/forum/thread-section";
import { Band } from "@/components/layout/band";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import { hasFaq } from "@/lib/forum/faq/queries";
import { withQuery } from "@/lib/forum/paging";
import { getForum, listThreads } from "@/lib/forum/queries";
import { threadFiltersSchema } from "@/lib/forum/schema";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { onPage } from "@/lib/platform/request";
import { openProgramme, programmeMetadata } from "../open-programme";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return programmeMetadata(
    { locale, slug },
    { pathname: "/programmes/[slug]/forum", params: { slug } },
    "forum",
  );
}

export default async function PublicForumPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const forum = await onPage(getForum(actor, slug));
  const query = await searchParams;
  const filters = threadFiltersSchema.parse({ state: one(query.state) });
  const chosen = forum.categories.find(({ id }) => id === one(query.categoria));
  const [t, page, asked] = await Promise.all([
    getTranslations("forum"),
    listThreads(actor, chosen ? { ...forum, categories: [chosen] } : forum, filters, {
      after: readCursor(one(query.after)),
      size: 30,
    }),
    hasFaq(actor, programme.id),
  ]);
  const place: Record<string, string> = chosen ? { categoria: chosen.id } : {};
  return (
    <ProgrammeFrame programme={programme} current="forum">
      <Band>
        {forum.categories.length === 0 ? (
          <EmptyState title={t("categories.emptyPublic")}>{t("categories.emptyPublicNext")}</EmptyState>
        ) : (
          <div className="space-y-12">
            <div className="measure space-y-2">
              <p className="text-lead">{t("publicLead")}</p>
              <p className="text-meta text-muted">{t("publicNames")}</p>
              {asked ? (
                <p>
                  <AppLink
                    href={{ pathname: "/programmes/[slug]/faq", params: { slug } }}
                    className="font-semibold"
                  >
                    {t("faq")}
                  </AppLink>
                </p>
              ) : null}
            </div>
            <section aria-labelledby="categories">
              <SectionHead id="categories" title={t("categories.title")} />
              <CategoryList
                face="public"
                slug={slug}
                categories={forum.categories}
                at={actor.at}
                current={chosen?.id}
              />
            </section>
            <section aria-labelledby="threads" className="space-y-4">
              <SectionHead
                id="threads"
                title={chosen ? chosen.title : t("threads.title")}
                link={
                  chosen
                    ? {
                        href: { pathname: "/programmes/[slug]/forum", params: { slug } },
                        label: t("threads.latest"),
                      }
                    : undefined
                }
              />
              <ThreadSection
                face="public"
                slug={slug}
                here={(more) => ({
                  pathname: "/programmes/[slug]/forum",
                  params: { slug },
                  ...withQuery({ ...place, ...more }),
                })}
                hidden={place}
                filters={filters}
                tracks={false}
                page={page}
                at={actor.at}
                categories={new Map(forum.categories.map(({ id, title }) => [id, title]))}
              />
            </section>
          </div>
        )}
      </Band>
    </ProgrammeFrame>
  );
}
