import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CategoryManager } from "@/components/forum/category-manager";
import { PageHead } from "@/components/ui/page-head";
import { addCategoryAction, changeCategoryAction, moveCategoryAction } from "@/lib/forum/categories/actions";
import { getForum } from "@/lib/forum/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { listTables } from "@/lib/tables/queries";

type Props = { params: Promise<{ locale: Locale; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "forum" });
  return { title: t("categories.manage") };
}

export default async function CategoriesPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const forum = await onPage(getForum(actor, slug));
  pageNeeds(forum.mayEditCategories);
  const [t, tables] = await Promise.all([getTranslations("forum"), listTables(actor, forum.id)]);
  return (
    <div className="space-y-9">
      <PageHead
        size="area"
        title={t("categories.manage")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: t("categories.manage") },
        ]}
      />
      <CategoryManager
        programmeId={forum.id}
        categories={forum.categories}
        tables={tables}
        actions={{ add: addCategoryAction, change: changeCategoryAction, move: moveCategoryAction }}
      />
    </div>
  );
}
