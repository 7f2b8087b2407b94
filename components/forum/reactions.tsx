import { useTranslations } from "next-intl";
import { Handshake, Lightbulb, ThumbsUp } from "@/components/ui/icons";
import { reactionKinds } from "@/lib/forum/reactions/schema";
import type { ShownPost } from "@/lib/forum/reading/queries";

/** The form of a page's reactions: one for all posts, so that each of their buttons is but a button. */
export const reactionsFormId = "reactions";

const icons = { THANKS: <Handshake />, AGREEMENT: <ThumbsUp />, USEFUL: <Lightbulb /> };
const pill =
  "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm [&_svg]:size-4 [&_svg]:shrink-0";

/** What others think of a post; for who may say so, buttons that give and take it. */
export function Reactions({ post, isOpen }: { post: ShownPost; isOpen: boolean }) {
  const t = useTranslations("forum.reactions");
  const given = new Map(post.reactions.map((one) => [one.kind, one]));
  const mayReact = post.mayReact && isOpen;
  if (!mayReact && given.size === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2" aria-label={t("label", { number: post.number })}>
      {reactionKinds.map((kind) => {
        const { count = 0, isMine = false } = given.get(kind) ?? {};
        if (!mayReact)
          return count > 0 ? (
            <li key={kind} className={`${pill} border-hairline text-muted`}>
              {icons[kind]}
              {t(`kinds.${kind}`)} {count}
            </li>
          ) : null;
        const look = isMine
          ? "border-action bg-tint font-semibold text-link"
          : "border-hairline text-muted hover:border-action hover:text-link";
        return (
          <li key={kind} className={count > 0 ? "" : "no-print"}>
            <button
              type="submit"
              form={`${reactionsFormId}-form`}
              name="act"
              value={`${post.id} ${kind} ${isMine ? "take" : "give"}`}
              aria-pressed={isMine}
              className={`${pill} ${look}`}
            >
              {icons[kind]}
              {t(`kinds.${kind}`)} {count > 0 ? <span>{count}</span> : null}
              <span className="sr-only">{t("of", { count, number: post.number })}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
