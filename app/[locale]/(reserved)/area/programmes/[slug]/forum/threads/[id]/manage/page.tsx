import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { categoryHref, threadHref } from "@/components/forum/addresses";
import { PaceForm } from "@/components/forum/moderation/pace-form";
import { ThreadMoves } from "@/components/forum/moderation/thread-moves";
import { ThreadManager } from "@/components/forum/thread-manager";
import { PageHead } from "@/components/ui/page-head";
import {
  changeThreadAction,
  hideThreadAction,
  lockThreadAction,
  pinThreadAction,
  restoreThreadAction,
  unlockThreadAction,
  unpinThreadAction,
} from "@/lib/forum/moderation/actions";
import { getManagedThread } from "@/lib/forum/moderation/queries";
import { setPaceAction } from "@/lib/forum/pace/actions";
import { getForum } from "@/lib/forum/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getManagedThread);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "forum" });
  const thread = await open(id);
  return { title: pageTitle(t("manage.title"), thread.title) };
}

export default async function ManageThreadPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  pageNeeds(z.uuid().safeParse(id).success);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const thread = await open(id);
  pageNeeds(thread.programme.slug === slug);
  const [t, forum] = await Promise.all([getTranslations("forum"), getForum(actor, slug)]);
  return (
    <div className="space-y-9">
      <PageHead
        size="area"
        title={t("manage.title")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: thread.category.title, href: categoryHref("area", slug, thread.category.id) },
          { label: thread.title, href: threadHref("area", { slug, id }) },
          { label: t("manage.title") },
        ]}
      />
      <ThreadManager
        thread={thread}
        categories={forum.categories}
        actions={{
          change: changeThreadAction,
          lock: lockThreadAction,
          unlock: unlockThreadAction,
          pin: pinThreadAction,
          unpin: unpinThreadAction,
          hide: hideThreadAction,
          restore: restoreThreadAction,
        }}
      />
      {thread.mayModerate ? (
        <>
          <PaceForm thread={thread} action={setPaceAction} />
          <ThreadMoves slug={slug} id={id} />
        </>
      ) : null}
    </div>
  );
}
