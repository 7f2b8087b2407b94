import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { ThreadMarks } from "@/components/forum/thread-marks";
import { addressOf, type Href } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilters } from "@/components/ui/list-filters";
import type { Linkable } from "@/lib/discussions/queries";
import type { LinkTarget } from "@/lib/links/schema";

type Props = { target: LinkTarget; threads: Linkable[]; text: string; here: Href; link: FormAction };

/** Discussions that there are already and that a thing could be linked to. */
export function ThreadChooser({ target, threads, text, here, link }: Props) {
  const t = useTranslations("discussions");
  const locale = useLocale();
  return (
    <div className="max-w-[52rem] space-y-4">
      <ListFilters
        action={addressOf(here, locale)}
        reset={text ? here : undefined}
        submitLabel={t("searchDo")}
      >
        <TextInput name="q" label={t("searchThreads")} defaultValue={text} maxLength={100} />
      </ListFilters>
      {threads.length === 0 ? <EmptyState title={t("noThreads")}>{t("noThreadsNext")}</EmptyState> : null}
      <ul className="divide-y divide-hairline">
        {threads.map(({ id, title, state, posts, category }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-semibold [overflow-wrap:anywhere]">{title}</p>
              <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-muted">
                <ThreadMarks state={state} />
                {t("threadFacts", { category, count: posts })}
              </p>
            </div>
            <ActionForm
              action={link}
              id={`link-${id}`}
              hidden={{ threadId: id, kind: target.kind, target: target.id, from: "target" }}
              className=""
            >
              <SubmitButton variant="outline" size={40}>
                {t("link")}
                <span className="sr-only"> {t("about", { title })}</span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </div>
  );
}
