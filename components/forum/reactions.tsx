import { useTranslations } from "next-intl";
import { Handshake, Lightbulb, ThumbsUp } from "@/components/ui/icons";
import { reactionKinds } from "@/lib/forum/reactions/schema";
import type { ShownPost } from "@/lib/forum/reading/queries";

const icons = { THANKS: <Handshake />, AGREEMENT: <ThumbsUp />, USEFUL: <Lightbulb /> };

/** What others think of a post, for who cannot say so; who can has buttons (`PostTools`). */
export function Reactions({ post }: { post: ShownPost }) {
  const t = useTranslations("forum.reactions");
  if (post.reactions.length === 0) return null;
  const given = new Map(post.reactions.map(({ kind, count }) => [kind, count]));
  return (
    <ul className="reactions" aria-label={t("label", { number: post.number })}>
      {reactionKinds
        .filter((kind) => given.has(kind))
        .map((kind) => (
          <li key={kind}>
            <span>
              {icons[kind]}
              {t(`kinds.${kind}`)} {given.get(kind)}
            </span>
          </li>
        ))}
    </ul>
  );
}
