import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { PartActs } from "@/components/sessions/minutes/part-acts";
import { Check, Undo2 } from "@/components/ui/icons";
import { StateChip } from "@/components/ui/state-chip";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { MinutesPart } from "@/lib/sessions/minutes/minutes-row";

type Props = { task: MinutesPart["tasks"][number]; acts?: PartActs };

/** A task: what, who, by when, whether it is done; whoever may say so has a button. */
export function TaskItem({ task, acts }: Props) {
  const t = useTranslations("minutes.part");
  const locale = useLocale() as Locale;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold text-meta">{t("task")}</p>
        <p className="measure whitespace-pre-line">{task.text}</p>
        <p className="text-meta text-muted">
          {t("taskLine", { owner: task.owner ?? "none", due: formatDay(task.dueOn, locale) })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <StateChip tone={task.doneAt ? "approved" : "todo"}>
          {task.doneAt ? t("done", { when: formatDay(task.doneAt, locale) }) : t("open")}
        </StateChip>
        {acts?.completable.includes(task.id) ? (
          <ActionForm
            action={task.doneAt ? acts.resume : acts.complete}
            hidden={{ task: task.id, from: "minutes" }}
            className="no-print"
          >
            <SubmitButton size={40} variant="outline" icon={task.doneAt ? <Undo2 /> : <Check />}>
              {task.doneAt ? t("resume") : t("complete")}
              <span className="sr-only"> {task.text}</span>
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </li>
  );
}
