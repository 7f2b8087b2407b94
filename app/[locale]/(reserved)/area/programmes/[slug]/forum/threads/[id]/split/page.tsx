import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { threadHref } from "@/components/forum/addresses";
import { SplitChooser } from "@/components/forum/moderation/split-chooser";
import { SplitConfirm } from "@/components/forum/moderation/split-confirm";
import { PageHead } from "@/components/ui/page-head";
import { splitThreadAction } from "@/lib/forum/moves/actions";
import { getDividable, getDivision } from "@/lib/forum/moves/queries";
import { refusalOf } from "@/lib/forum/moves/refusals";
import { readChoice } from "@/lib/forum/moves/schema";
import { readPageStart, withQuery } from "@/lib/forum/paging";
import { getForum } from "@/lib/forum/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(getDividable);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "moderation" });
  const { thread } = await open(id, readPageStart(one((await searchParams).dal)));
  return { title: pageTitle(t("split.title"), thread.title) };
}

export default async function SplitPage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  pageNeeds(z.uuid().safeParse(id).success);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const query = await searchParams;
  const dividable = await open(id, readPageStart(one(query.dal)));
  pageNeeds(dividable.thread.programme.slug === slug);
  const choice = readChoice(query);
  const [t, errors, division] = await Promise.all([
    getTranslations("moderation"),
    getTranslations("forum.errors"),
    choice ? getDivision(actor, id, choice) : null,
  ]);
  const crumbs = [
    { label: dividable.thread.title, href: threadHref("area", { slug, id }) },
    { label: t("split.title") },
  ];
  const refused = division && refusalOf(division);
  if (division && !refused) {
    const { categories } = await getForum(actor, slug);
    return (
      <SplitConfirm
        slug={slug}
        division={division}
        crumbs={crumbs}
        categories={categories}
        action={splitThreadAction}
      />
    );
  }
  const isAsked = query.from !== undefined || query.posts !== undefined;
  const refusal = refused ? errors(refused.code, { number: refused.number }) : errors("choosePosts");
  return (
    <div className="space-y-6">
      <PageHead size="area" title={t("split.title")} lead={t("split.lead")} crumbs={crumbs} />
      <SplitChooser
        dividable={dividable}
        locale={locale}
        refusal={isAsked ? refusal : undefined}
        here={(more) => ({
          pathname: "/area/programmes/[slug]/forum/threads/[id]/split",
          params: { slug, id },
          ...withQuery(more),
        })}
      />
    </div>
  );
}
