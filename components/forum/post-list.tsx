import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ForumFace, permalink, threadHref } from "@/components/forum/addresses";
import { MovedNote } from "@/components/forum/moderation/moved-note";
import { Post } from "@/components/forum/post";
import { Reactions } from "@/components/forum/reactions";
import { Pager } from "@/components/ui/pager";
import { movedBefore } from "@/lib/forum/moves/groups";
import { pageSize } from "@/lib/forum/paging";
import type { ShownPost, ThreadPage } from "@/lib/forum/reading/queries";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  face: ForumFace;
  slug: string;
  thread: ThreadPage;
  at: Date;
  /** an old address has led here: its posts are found by the numbers that they had */
  isLedTo?: boolean;
  toolsOf?: (post: ShownPost) => ReactNode;
};

/** One page of a thread's posts, with a rule where the new ones begin. */
export function PostList({ face, slug, thread, at, isLedTo, toolsOf }: Props) {
  const t = useTranslations("forum.thread");
  const locale = useLocale() as Locale;
  const { posts, start, readTo, lastPostNumber } = thread;
  const firstNew = readTo ? posts.find((post) => post.number > readTo && !post.isMine) : undefined;
  const end = Math.min(start + pageSize - 1, lastPostNumber);
  const page = (number: number) => threadHref(face, { slug, id: thread.id }, number);
  const left = movedBefore(
    thread.moved,
    posts.map(({ number }) => number),
  );
  const notes = (before: number | null) =>
    left
      .filter((one) => one.before === before)
      .map((one) => <MovedNote key={one.numbers[0]} face={face} slug={slug} left={one} />);
  return (
    <div>
      {posts.length === 0 && left.length === 0 ? <p className="text-muted">{t("emptyPage")}</p> : null}
      {posts.map((post) => (
        <div key={post.id} className="group/post">
          {notes(post.number)}
          {post.id === firstNew?.id ? (
            <p
              id="nuovi"
              className="flex items-center gap-4 py-4 font-semibold text-link text-meta before:h-px before:flex-1 before:bg-action after:h-px after:flex-1 after:bg-action"
            >
              {t("newPosts", { count: lastPostNumber - (readTo ?? 0) })}
            </p>
          ) : null}
          <Post
            post={post}
            anchor={isLedTo ? post.oldNumber : post.number}
            at={at}
            url={permalink(page(post.number), locale, post.number).url}
            accepted={post.id === thread.accepted?.id ? thread.accepted : null}
          >
            {post.mayReact && thread.isOpen ? null : <Reactions post={post} />}
            {toolsOf?.(post)}
          </Post>
        </div>
      ))}
      {notes(null)}
      <Pager
        previous={start > 1 ? page(start - pageSize) : undefined}
        next={end < lastPostNumber ? page(end + 1) : undefined}
        summary={
          lastPostNumber > pageSize ? t("pages", { from: start, to: end, last: lastPostNumber }) : undefined
        }
      />
    </div>
  );
}
