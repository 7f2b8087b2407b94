import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { categoryHref, movedPostPath, permalink, threadHref } from "@/components/forum/addresses";
import { FlagForm } from "@/components/forum/moderation/flag-form";
import { WarningSection } from "@/components/forum/moderation/warning-form";
import { Post } from "@/components/forum/post";
import { PostEditor, PostFiles, PostModeration } from "@/components/forum/post-manager";
import { RevisionList } from "@/components/forum/revision-list";
import { AppLink } from "@/components/ui/app-link";
import { ArrowLeft } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { removeAttachmentAction } from "@/lib/forum/attachments/actions";
import { flagPostAction } from "@/lib/forum/flags/actions";
import { findOwnFlag } from "@/lib/forum/flags/queries";
import { hidePostAction, restorePostAction } from "@/lib/forum/moderation/actions";
import { getPostOrPlace } from "@/lib/forum/moves/queries";
import { editPostAction } from "@/lib/forum/posts/actions";
import { mostAttachments } from "@/lib/forum/schema";
import { warnAuthorAction } from "@/lib/forum/warnings/actions";
import { env } from "@/lib/platform/env";
import { formatSize } from "@/lib/platform/i18n/format";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { refusedUpload } from "@/lib/platform/uploads/refusals";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string; id: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const addressSchema = z.object({ id: z.uuid(), number: z.string().regex(/^[1-9]\d{0,8}$/) });

const open = pageQuery(getPostOrPlace);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id, number } = await params;
  pageNeeds(addressSchema.safeParse({ id, number }).success);
  const t = await getTranslations({ locale, namespace: "forum" });
  const { post } = await open(id, Number(number));
  const title = t("post.title", { number });
  return { title: post ? pageTitle(title, post.thread.title) : title };
}

export default async function PostPage({ params, searchParams }: Props) {
  const { locale, slug, id, number } = await params;
  setRequestLocale(locale);
  pageNeeds(addressSchema.safeParse({ id, number }).success);
  const actor = await requireActor();
  await onPage(getAreaProgramme(actor, slug));
  const { post, moved } = await open(id, Number(number));
  if (moved) permanentRedirect(movedPostPath(moved, locale));
  const { thread } = post;
  pageNeeds(thread.programme.slug === slug);
  const [t, query, ownFlag] = await Promise.all([
    getTranslations("forum"),
    searchParams,
    findOwnFlag(actor, { ...post, programmeId: thread.programmeId }),
  ]);
  const place = permalink(threadHref("area", { slug, id }, post.number), locale, post.number);
  return (
    <div className="space-y-9">
      <PageHead
        size="area"
        title={t("post.title", { number })}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/forum", params: { slug } } },
          { label: thread.category.title, href: categoryHref("area", slug, thread.category.id) },
          { label: thread.title, href: threadHref("area", { slug, id }) },
          { label: t("post.title", { number }) },
        ]}
        meta={
          <AppLink href={place} className="inline-flex items-center gap-2 font-semibold">
            <ArrowLeft />
            {t("post.backToThread")}
          </AppLink>
        }
      />
      <Post
        post={post}
        at={actor.at}
        url={place.url}
        accepted={thread.acceptedPostId === post.id ? { by: null, at: null } : null}
      />
      {post.mayEdit || (thread.mayModerate && post.attachments.length > 0) ? (
        <PostFiles
          slug={slug}
          post={post}
          most={mostAttachments}
          remove={removeAttachmentAction}
          refused={refusedUpload(query.refused)}
          maxSize={formatSize(env().UPLOAD_MAX_BYTES, locale)}
        />
      ) : null}
      {post.mayEdit && thread.isOpen ? <PostEditor slug={slug} post={post} action={editPostAction} /> : null}
      {post.revisions.length > 0 ? <RevisionList post={post} at={actor.at} /> : null}
      {ownFlag ? <FlagForm postId={post.id} own={ownFlag} action={flagPostAction} /> : null}
      {thread.mayModerate && post.author && !post.isMine ? (
        <WarningSection postId={post.id} action={warnAuthorAction} />
      ) : null}
      {thread.mayModerate && post.number > 1 ? (
        <PostModeration post={post} actions={{ hide: hidePostAction, restore: restorePostAction }} />
      ) : null}
    </div>
  );
}
