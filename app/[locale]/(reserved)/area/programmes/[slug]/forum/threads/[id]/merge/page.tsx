import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { threadHref } from "@/components/forum/addresses";
import { MergeChooser } from "@/components/forum/moderation/merge-chooser";
import { MergeConfirm } from "@/components/forum/moderation/merge-confirm";
import { PageHead } from "@/components/ui/page-head";
import { mergeThreadAction } from "@/lib/forum/moves/actions";
import { getMerge, listMergeTargets } from "@/lib/forum/moves/queries";
import { withQuery } from "@/lib/forum/paging";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const open = pageQuery(listMergeTargets);
const textOf = (query: Awaited<Props["searchParams"]>) => (one(query.q) ?? "").trim().slice(0, 100);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "moderation" });
  const { thread } = await open(id, textOf(await searchParams));
  return { title: pageTitle(t("merge.title"), thread.title) };
}

export default async function MergePage({ params, searchParams }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  pageNeeds(z.uuid().safeParse(id).success);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const query = await searchParams;
  const { thread, targets } = await open(id, textOf(query));
  pageNeeds(thread.programme.slug === slug);
  const t = await getTranslations("moderation.merge");
  const crumbs = [{ label: thread.title, href: threadHref("area", { slug, id }) }, { label: t("title") }];
  const into = z.uuid().safeParse(one(query.into)).data;
  if (into) {
    const merge = await onPage(getMerge(actor, id, into));
    return <MergeConfirm slug={slug} merge={merge} crumbs={crumbs} action={mergeThreadAction} />;
  }
  return (
    <div className="space-y-6">
      <PageHead size="area" title={t("title")} lead={t("lead")} crumbs={crumbs} />
      <MergeChooser
        targets={targets}
        text={textOf(query)}
        locale={locale}
        here={(more) => ({
          pathname: "/area/programmes/[slug]/forum/threads/[id]/merge",
          params: { slug, id },
          ...withQuery(more),
        })}
      />
    </div>
  );
}
