import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { categoryHref } from "@/components/forum/addresses";
import { ThreadSection } from "@/components/forum/thread-section";
import { WatchCategory } from "@/components/forum/watch-form";
import { ButtonLink } from "@/components/ui/button";
import { Globe, MessageSquarePlus } from "@/components/ui/icons";
import { ListDownload } from "@/components/ui/list-download";
import { MetaItem, PageHead } from "@/components/ui/page-head";
import { getForum, listThreads } from "@/lib/forum/queries";
import { threadFiltersSchema } from "@/lib/forum/schema";
import { watchCategoryAction } from "@/lib/forum/watching/actions";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { one } from "@/lib/platform/lists/query";
import { onPage, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getForum);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "forum" });
  const { categories } = await open(slug);
  const category = categories.find((each) => each.id === id) ?? notFound();
  return { title: pageTitle(t("threads.title"), category.title) };
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const forum = await open(slug);
  const category = forum.categories.find((each) => each.id === id) ?? notFound();
  const query = await searchParams;
  const filters = threadFiltersSchema.parse(query);
  const [t, page] = await Promise.all([
    getTranslations("forum"),
    listThreads(actor, { ...forum, categories: [category] }, filters, {
      after: readCursor(one(query.after)),
      size: 30,
    }),
  ]);
  const openThread = forum.mayPost ? (
    <ButtonLink
      size={40}
      icon={<MessageSquarePlus />}
      href={{ pathname: "/area/programmes/[slug]/forum/categories/[id]/new", params: { slug, id } }}
    >
      {t("threads.open")}
    </ButtonLink>
  ) : null;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={category.title}
        lead={category.description || undefined}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: category.title },
        ]}
        meta={category.isPublic ? <MetaItem icon={<Globe />}>{t("marks.public")}</MetaItem> : null}
        actions={openThread}
      />
      <ThreadSection
        face="area"
        slug={slug}
        here={(more) => categoryHref("area", slug, id, more)}
        filters={filters}
        tracks={forum.tracks}
        page={page}
        at={actor.at}
        first={openThread}
      />
      {page.pinned.length + page.rows.length > 0 ? (
        <ListDownload list="threads" filters={{ programme: slug, category: id, ...filters }} />
      ) : null}
      {forum.tracks ? (
        <WatchCategory
          id={id}
          chosen={category.watch}
          usual={forum.usualWatch}
          action={watchCategoryAction}
        />
      ) : null}
    </div>
  );
}
