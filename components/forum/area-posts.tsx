import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { threadHref } from "@/components/forum/addresses";
import { useAuthor } from "@/components/forum/post";
import { PostList } from "@/components/forum/post-list";
import { type PostPowers, PostTools, type ToolWords } from "@/components/forum/post-tools";
import { addressOf } from "@/components/ui/app-link";
import { CircleCheck, Undo2 } from "@/components/ui/icons";
import { reactionKinds } from "@/lib/forum/reactions/schema";
import type { ShownPost, ThreadPage } from "@/lib/forum/reading/queries";

type Props = {
  slug: string;
  thread: ThreadPage;
  at: Date;
  isLedTo: boolean;
  actions: { accept: FormAction; unaccept: FormAction; react: FormAction };
};

/** The posts of a page with what the reader can do with each. */
export function AreaPosts({ slug, thread, at, isLedTo, actions }: Props) {
  const words = useToolWords(slug, thread);
  return (
    <>
      {thread.mayReply ? (
        <ActionForm id="reactions" action={actions.react} className="">
          {null}
        </ActionForm>
      ) : null}
      <PostList
        face="area"
        slug={slug}
        thread={thread}
        at={at}
        isLedTo={isLedTo}
        toolsOf={(post) => <Tools words={words} thread={thread} post={post} actions={actions} />}
      />
    </>
  );
}

/** One object for all posts: it is sent once. */
function useToolWords(slug: string, { id, mayModerate }: ThreadPage): ToolWords {
  const t = useTranslations("forum.post");
  const reactions = useTranslations("forum.reactions");
  const locale = useLocale();
  const number = "#";
  const thread = addressOf(threadHref("area", { slug, id }), locale);
  const first = { slug, id, number: "1" };
  const others = mayModerate ? t("openModerate") : t("more");
  return {
    thread,
    posts: addressOf(
      { pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]", params: first },
      locale,
    ).replace(/\/1$/, ""),
    form: "reactions-form",
    reactions: reactions("label", { number }),
    kinds: reactionKinds.map((kind) => ({ kind, word: reactions(`kinds.${kind}`) })),
    reaction: reactions("of", { count: 0, number }),
    reply: [t("reply"), t("replyTo", { number })],
    quote: [t("quote"), t("quoteOf", { number })],
    hasWritten: t("hasWritten", { name: "#" }),
    open: [others, t("moreOf", { what: others, number })],
    openOwn: [t("openMine"), t("moreOf", { what: t("openMine"), number })],
    flag: [t("flag"), t("flagOf", { number })],
  };
}

type ToolsProps = {
  words: ToolWords;
  thread: ThreadPage;
  post: ShownPost;
  actions: Pick<Props["actions"], "accept" | "unaccept">;
};

function Tools({ words, thread, post, actions }: ToolsProps) {
  const t = useTranslations("forum.post");
  const { name } = useAuthor(post);
  const { id, number } = post;
  const isAnswer = thread.acceptedPostId === id;
  const mayAccept = thread.mayAccept && number > 1 && !post.hiddenAt && !isAnswer && thread.state !== "OPEN";
  return (
    <PostTools words={words} post={usePowers(thread, post, name)}>
      {mayAccept ? (
        <ActionForm action={actions.accept} hidden={{ postId: id }} className="">
          <SubmitButton
            variant="plain"
            size={32}
            className="px-0!"
            icon={<CircleCheck />}
            aria-label={t("acceptOf", { number })}
          >
            {t("accept")}
          </SubmitButton>
        </ActionForm>
      ) : null}
      {isAnswer && thread.mayAccept ? (
        <ActionForm action={actions.unaccept} hidden={{ threadId: thread.id }} className="">
          <SubmitButton variant="plain" size={32} className="px-0!" icon={<Undo2 />}>
            {t("unaccept")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </PostTools>
  );
}

function usePowers(thread: ThreadPage, post: ShownPost, author: string): PostPowers {
  const t = useTranslations("forum.reactions");
  const { id, number } = post;
  return {
    id,
    number,
    ...(thread.mayReply ? { mayReply: true } : {}),
    ...(thread.mayReply && !post.hiddenAt ? { author } : {}),
    ...(post.mayEdit ? { mayEdit: true } : {}),
    ...(thread.tracks && !post.isMine && !post.hiddenAt ? { mayFlag: true } : {}),
    ...(post.mayReact && thread.isOpen
      ? {
          given: post.reactions.map((one) => ({ ...one, said: t("of", { count: one.count, number }) })),
        }
      : {}),
  };
}
