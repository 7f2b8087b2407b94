import { useLocale, useTranslations } from "next-intl";
import { AppLink, addressOf } from "@/components/ui/app-link";
import { Flag } from "@/components/ui/icons";
import type { ShownPost, ThreadPage } from "@/lib/forum/reading/queries";

type Props = {
  slug: string;
  thread: Pick<ThreadPage, "id" | "tracks">;
  post: Pick<ShownPost, "number" | "isMine" | "hiddenAt">;
  className: string;
};

/** The way to flag somebody else's post. */
export function FlagLink({ slug, thread, post: { number, isMine, hiddenAt }, className }: Props) {
  const t = useTranslations("forum.post");
  const locale = useLocale();
  if (!thread.tracks || isMine || hiddenAt) return null;
  const page = {
    pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]",
    params: { slug, id: thread.id, number: String(number) },
  } as const;
  return (
    <AppLink
      href={{ url: `${addressOf(page, locale)}#segnala` }}
      aria-label={t("flagOf", { number })}
      className={className}
    >
      <Flag />
      {t("flag")}
    </AppLink>
  );
}
