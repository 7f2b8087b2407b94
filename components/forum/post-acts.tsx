import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { threadHref } from "@/components/forum/addresses";
import { FlagLink } from "@/components/forum/moderation/flag-link";
import { useAuthor } from "@/components/forum/post";
import { AppLink } from "@/components/ui/app-link";
import { CircleCheck, Ellipsis, Reply, TextQuote, Undo2 } from "@/components/ui/icons";
import type { ShownPost, ThreadPage } from "@/lib/forum/reading/queries";

type Props = {
  slug: string;
  thread: Pick<
    ThreadPage,
    "id" | "tracks" | "mayReply" | "mayAccept" | "mayModerate" | "state" | "acceptedPostId"
  >;
  post: ShownPost;
  actions: { accept: FormAction; unaccept: FormAction };
};

const act =
  "inline-flex min-h-8 items-center gap-2 font-semibold text-meta no-underline hover:underline [&_svg]:size-4.5 [&_svg]:shrink-0";

/** What the reader can do with a post of a thread. */
export function PostActs({ slug, thread, post, actions }: Props) {
  const t = useTranslations("forum.post");
  const { number } = post;
  const { name } = useAuthor(post);
  const openOthers = thread.mayModerate ? "openModerate" : "more";
  const more = post.mayEdit ? t("openMine") : t(openOthers);
  const isAnswer = thread.acceptedPostId === post.id;
  const mayAccept = thread.mayAccept && number > 1 && !post.hiddenAt && !isAnswer && thread.state !== "OPEN";
  return (
    <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-1">
      {thread.mayReply ? (
        <a href="#rispondi" aria-label={t("replyTo", { number })} className={act}>
          <Reply />
          {t("reply")}
        </a>
      ) : null}
      {thread.mayReply && !post.hiddenAt ? (
        <AppLink
          href={threadHref("area", { slug, id: thread.id }, number, { cita: String(number) })}
          aria-label={t("quoteOf", { number })}
          className={act}
          data-quote={t("hasWritten", { name })}
        >
          <TextQuote />
          {t("quote")}
        </AppLink>
      ) : null}
      <AppLink
        href={{
          pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]",
          params: { slug, id: thread.id, number: String(number) },
        }}
        aria-label={t("moreOf", { what: more, number })}
        className={act}
      >
        <Ellipsis />
        {more}
      </AppLink>
      <FlagLink slug={slug} thread={thread} post={post} className={act} />
      {mayAccept ? (
        <ActionForm action={actions.accept} hidden={{ postId: post.id }} className="">
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
    </div>
  );
}
