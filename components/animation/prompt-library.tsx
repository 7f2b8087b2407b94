import { useLocale, useTranslations } from "next-intl";
import { PromptFields, usePromptLabels } from "@/components/animation/prompt-fields";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import type { PromptLibrary as Library, ShownPrompt } from "@/lib/animation/prompts/queries";

type Acts = Record<"add" | "change" | "remove" | "begin", FormAction>;
type Props = { slug: string; library: Library; actions: Acts };

/** Texts to begin a discussion with, by when they are of use; the programme's own can be changed. */
export function PromptLibrary({ slug, library, actions }: Props) {
  const t = useTranslations("animation.prompts");
  const locale = useLocale();
  const labels = usePromptLabels();
  return (
    <div className="max-w-[54rem] space-y-9">
      {library.stages.length === 0 ? <EmptyState title={t("empty")}>{t("emptyNext")}</EmptyState> : null}
      {library.stages.map(({ stage, prompts }) => (
        <section key={stage} aria-labelledby={stage}>
          <SectionHead size="area" id={stage} title={t(`stages.${stage}`)} />
          <ul>
            {prompts.map((prompt) => (
              <li key={prompt.id} className="space-y-3 border-hairline border-b py-4">
                <Prompt prompt={prompt} />
                <Begin slug={slug} prompt={prompt} library={library} action={actions.begin} />
                {prompt.isOwn ? <Own prompt={prompt} actions={actions} /> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="new-prompt" className="no-print max-w-[43rem] space-y-4">
        <SectionHead size="area" id="new-prompt" title={t("add")} />
        <ActionForm
          action={actions.add}
          id="add-prompt"
          hidden={{ programme: slug, lang: locale }}
          fieldLabels={labels}
          className="space-y-4"
        >
          <PromptFields />
          <SubmitButton size={40}>{t("addDo")}</SubmitButton>
        </ActionForm>
      </section>
    </div>
  );
}

function Prompt({ prompt }: { prompt: ShownPrompt }) {
  const t = useTranslations("animation.prompts");
  return (
    <div className="min-w-0">
      <p lang={prompt.lang} className="font-semibold [overflow-wrap:anywhere]">
        {prompt.title}
      </p>
      <p lang={prompt.lang} className="measure whitespace-pre-line [overflow-wrap:anywhere]">
        {prompt.markdown}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-meta text-muted">
        <StateChip tone="neutral" look="inline">
          {t(prompt.isOwn ? "own" : "ofPortal")}
        </StateChip>
        {t("uses", { count: prompt.uses })}
      </p>
    </div>
  );
}

type BeginProps = {
  slug: string;
  prompt: ShownPrompt;
  library: Pick<Library, "categories" | "thread">;
  action: FormAction;
};

function Begin({ slug, prompt, library: { categories, thread }, action }: BeginProps) {
  const t = useTranslations("animation.prompts");
  const about = <span className="sr-only"> {t("about", { title: prompt.title })}</span>;
  if (thread)
    return (
      <ActionForm
        action={action}
        id={`begin-${prompt.id}`}
        hidden={{ id: prompt.id, programme: slug, threadId: thread.id }}
        className="no-print"
      >
        <SubmitButton variant="outline" size={40} name="next" value="later">
          {t("here")}
          {about}
        </SubmitButton>
      </ActionForm>
    );
  return (
    <ActionForm
      action={action}
      id={`begin-${prompt.id}`}
      hidden={{ id: prompt.id, programme: slug }}
      fieldLabels={{ categoryId: t("category") }}
      className="no-print flex flex-wrap items-end gap-3"
    >
      {categories.length > 0 ? (
        <Select
          name="categoryId"
          width="half"
          label={
            <>
              {t("category")}
              {about}
            </>
          }
          options={categories.map(({ id, title, isPublic }) => ({
            value: id,
            label: isPublic ? t("publicCategory", { title }) : title,
          }))}
        />
      ) : null}
      <SubmitButton variant="outline" size={40} name="next" value="now">
        {t("now")}
        {about}
      </SubmitButton>
      <SubmitButton variant="outline" size={40} name="next" value="later">
        {t("later")}
        {about}
      </SubmitButton>
    </ActionForm>
  );
}

function Own({ prompt, actions }: { prompt: ShownPrompt; actions: Acts }) {
  const t = useTranslations("animation.prompts");
  const labels = usePromptLabels();
  const hidden = { id: prompt.id, version: prompt.version };
  return (
    <details className="no-print">
      <summary className="cursor-pointer py-1 font-semibold text-link text-meta">
        {t("change")}
        <span className="sr-only"> {t("about", { title: prompt.title })}</span>
      </summary>
      <div className="max-w-[43rem] space-y-3 pt-3">
        <ActionForm
          action={actions.change}
          id={`change-${prompt.id}`}
          hidden={hidden}
          fieldLabels={labels}
          className="space-y-4"
        >
          <PromptFields prompt={prompt} />
          <SubmitButton variant="outline" size={40}>
            {t("changeDo")}
          </SubmitButton>
        </ActionForm>
        <ActionForm action={actions.remove} id={`remove-${prompt.id}`} hidden={hidden} className="">
          <SubmitButton variant="plain" size={40}>
            {t("remove")}
            <span className="sr-only"> {t("about", { title: prompt.title })}</span>
          </SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
