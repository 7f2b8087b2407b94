import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { movedPath, threadHref } from "@/components/forum/addresses";
import { PostList } from "@/components/forum/post-list";
import { ThreadFacts } from "@/components/forum/thread-facts";
import { Band } from "@/components/layout/band";
import { ProgrammeFrame } from "@/components/programmes/programme-frame";
import { ButtonLink } from "@/components/ui/button";
import { LogIn } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { getThreadOrPlace } from "@/lib/forum/moves/queries";
import { readPlace } from "@/lib/forum/paging";
import { alternatesOf } from "@/lib/platform/i18n/alternates";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds } from "@/lib/platform/request";
import { openProgramme } from "../../open-programme";

type Props = {
  params: Promise<{ locale: Locale; slug: string; threadId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug, threadId } = await params;
  const { thread } = await openThread(slug, threadId, await searchParams);
  const t = await getTranslations({ locale, namespace: "forum" });
  if (!thread) return { title: t("thread.metaTitle") };
  return {
    title: thread.title,
    description: `${t("thread.metaTitle")}: ${thread.programme.title}`,
    alternates: alternatesOf(threadHref("public", { slug, id: threadId }, thread.start), locale),
  };
}

export default async function PublicThreadPage({ params, searchParams }: Props) {
  const { locale, slug, threadId } = await params;
  setRequestLocale(locale);
  const { actor, programme } = await openProgramme(slug);
  const { thread, moved, isLedTo } = await openThread(slug, threadId, await searchParams);
  if (moved) permanentRedirect(movedPath("public", moved, { locale, from: threadId }));
  const t = await getTranslations("forum");
  const inside = getPathname({ href: threadHref("area", { slug, id: threadId }, thread.start), locale });
  return (
    <ProgrammeFrame programme={programme} current="forum" title={thread.title}>
      <Band>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-ink border-b-2 pb-4">
          <ThreadFacts face="public" slug={slug} thread={thread} />
        </div>
        <div className="max-w-[54rem] space-y-8">
          <PostList face="public" slug={slug} thread={thread} at={actor.at} isLedTo={isLedTo} />
          <Notice
            action={
              <ButtonLink
                variant="outline"
                size={40}
                icon={<LogIn />}
                href={{ pathname: "/sign-in", query: { next: inside } }}
              >
                {t("thread.signInDo")}
              </ButtonLink>
            }
          >
            {t("thread.signIn")}
          </Notice>
        </div>
      </Band>
    </ProgrammeFrame>
  );
}

async function openThread(slug: string, id: string, query: Awaited<Props["searchParams"]>) {
  pageNeeds(z.uuid().safeParse(id).success);
  const { actor } = await openProgramme(slug);
  const { start, from } = readPlace(query);
  const page = await onPage(getThreadOrPlace(actor, id, start, from));
  if (page.thread) pageNeeds(page.thread.programme.slug === slug);
  return { ...page, isLedTo: from !== undefined };
}
