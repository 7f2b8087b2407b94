import { useLocale, useTranslations } from "next-intl";
import { ThingFacts } from "@/components/discussions/thing-facts";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import { addressOf, type Href } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilters } from "@/components/ui/list-filters";
import { SectionHead } from "@/components/ui/section-head";
import type { Thing } from "@/lib/discussions/things";
import { targetKinds } from "@/lib/links/schema";

type Props = { threadId: string; things: Thing[]; text: string; here: Href; at: Date; link: FormAction };

/** What a thread could be about: looked for by name, chosen by a button each. */
export function ThingChooser({ threadId, things, text, here, at, link }: Props) {
  const t = useTranslations("discussions");
  const locale = useLocale();
  return (
    <div className="max-w-[52rem] space-y-7">
      <ListFilters
        action={addressOf(here, locale)}
        reset={text ? here : undefined}
        submitLabel={t("searchDo")}
      >
        <TextInput name="q" label={t("searchThings")} defaultValue={text} maxLength={100} />
      </ListFilters>
      {things.length === 0 ? <EmptyState title={t("noThings")}>{t("noThingsNext")}</EmptyState> : null}
      {targetKinds.map((kind) => {
        const those = things.filter((thing) => thing.kind === kind);
        if (those.length === 0) return null;
        return (
          <section key={kind} aria-labelledby={kind}>
            <SectionHead size="area" id={kind} title={t(`kinds.${kind}`)} />
            <ul className="divide-y divide-hairline">
              {those.map((thing) => (
                <li
                  key={thing.id}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
                >
                  <div className="min-w-0 flex-1 basis-72 space-y-1">
                    <p className="line-clamp-3 font-semibold [overflow-wrap:anywhere]">{thing.title}</p>
                    <ThingFacts thing={thing} at={at} />
                  </div>
                  <ActionForm
                    action={link}
                    id={`link-${thing.id}`}
                    hidden={{ threadId, kind, target: thing.id, from: "thread" }}
                    className=""
                  >
                    <SubmitButton variant="outline" size={40}>
                      {t("link")}
                      <span className="sr-only"> {t("about", { title: thing.title })}</span>
                    </SubmitButton>
                  </ActionForm>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
