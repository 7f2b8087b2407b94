import { useLocale, useTranslations } from "next-intl";
import { type ForumFace, permalink, threadHref } from "@/components/forum/addresses";
import { AppLink } from "@/components/ui/app-link";
import { CornerDownRight } from "@/components/ui/icons";
import type { Left } from "@/lib/forum/moves/groups";
import { anchorOf } from "@/lib/forum/paging";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { face: ForumFace; slug: string; left: Left };

/** Stands where posts stood that are in another thread now, so that what was written down as their address leads on. */
export function MovedNote({ face, slug, left: { numbers, to } }: Props) {
  const t = useTranslations("moderation.moved");
  const locale = useLocale() as Locale;
  const [first = 1] = numbers;
  return (
    <p className="flex items-start gap-3 border-hairline border-b py-4 text-meta text-muted [overflow-wrap:anywhere]">
      <CornerDownRight className="mt-px size-5 shrink-0" />
      <span>
        {numbers.map((number) => (
          <span key={number} id={anchorOf(number)} />
        ))}
        {t("note", { count: numbers.length, first, last: numbers.at(-1) ?? first })}{" "}
        <AppLink href={permalink(threadHref(face, { slug, id: to.id }, to.number), locale, to.number)}>
          {to.title}
        </AppLink>
      </span>
    </p>
  );
}
