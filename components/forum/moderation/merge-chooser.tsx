import { useTranslations } from "next-intl";
import { TextInput } from "@/components/form/text-input";
import { addressOf, type Href } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilters } from "@/components/ui/list-filters";
import type { MergeTarget } from "@/lib/forum/moves/queries";

type Props = {
  targets: MergeTarget[];
  text: string;
  locale: string;
  here: (query: Record<string, string>) => Href;
};

/** Threads in which another may end, each with the way to what will happen. */
export function MergeChooser({ targets, text, locale, here }: Props) {
  const t = useTranslations("moderation.merge");
  return (
    <div className="max-w-[52rem] space-y-4">
      <ListFilters
        action={addressOf(here({}), locale)}
        reset={text ? here({}) : undefined}
        submitLabel={t("searchDo")}
      >
        <TextInput name="q" label={t("search")} defaultValue={text} maxLength={100} />
      </ListFilters>
      {targets.length === 0 ? <EmptyState title={t("none")}>{t("noneNext")}</EmptyState> : null}
      <ul className="divide-y divide-hairline">
        {targets.map(({ id, title, posts, category }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-semibold [overflow-wrap:anywhere]">{title}</p>
              <p className="text-meta text-muted">{t("facts", { category, count: posts })}</p>
            </div>
            <ButtonLink
              variant="outline"
              size={40}
              href={here({ into: id })}
              aria-label={t("chooseOf", { title })}
            >
              {t("choose")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
