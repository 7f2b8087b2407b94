import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/form/checkbox";
import { TextInput } from "@/components/form/text-input";
import { addressOf, type Href } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { Dividable } from "@/lib/forum/moves/queries";
import { pageSize } from "@/lib/forum/paging";

type Props = {
  dividable: Dividable;
  locale: string;
  /** why what was chosen cannot leave the thread */
  refusal?: string;
  here: (query: Record<string, string>) => Href;
};

/** The posts of a thread, to be ticked or counted from; a plain form that leads to what will happen. */
export function SplitChooser({ dividable: { thread, posts, start }, locale, refusal, here }: Props) {
  const t = useTranslations("moderation.split");
  if (thread.lastPostNumber < 2) return <EmptyState title={t("only")}>{t("onlyNext")}</EmptyState>;
  return (
    <>
      <form method="get" action={addressOf(here({}), locale)} className="max-w-[43rem] space-y-6">
        {posts.length > 0 ? (
          <CheckboxGroup
            name="posts"
            label={t("ticked")}
            choices={posts.map(({ number, author, excerpt, hiddenAt }) => ({
              value: String(number),
              label: (
                <span className="[overflow-wrap:anywhere]">
                  {t("post", {
                    number,
                    author: author ? `${author.givenName} ${author.familyName}` : t("nobody"),
                    excerpt,
                  })}
                </span>
              ),
              hint: hiddenAt ? t("hiddenPost") : undefined,
            }))}
          />
        ) : null}
        <TextInput
          name="from"
          label={t("from")}
          hint={t("fromHint")}
          error={refusal}
          inputMode="numeric"
          width="short"
          optional
        />
        <Button>{t("next")}</Button>
      </form>
      <Pager
        previous={start > 1 ? here(start - pageSize > 1 ? { dal: String(start - pageSize) } : {}) : undefined}
        next={start + pageSize <= thread.lastPostNumber ? here({ dal: String(start + pageSize) }) : undefined}
      />
    </>
  );
}
