import { useTranslations } from "next-intl";
import { DueDay } from "@/components/documents/state";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AppLink } from "@/components/ui/app-link";
import { Check, ListTree } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { dateOnly, endOfRomeDay } from "@/lib/platform/rome-time";
import type { Today } from "@/lib/today/queries";

type Props = { tasks: Today["tasks"]; now: Date; complete: FormAction };

/** What the person took on in sessions, until it is done. */
export function OpenTasks({ tasks, now, complete }: Props) {
  const t = useTranslations("today.day.tasks");
  return (
    <section>
      <SectionHead
        size="area"
        icon={<ListTree />}
        title={t("title")}
        note={t("count", { count: tasks.length })}
      />
      <ul>
        {tasks.map((task) => (
          <li
            key={task.id}
            className="grid items-center gap-x-6 gap-y-1 border-hairline border-b py-2.5 sm:grid-cols-[minmax(0,1fr)_15rem_auto]"
          >
            <div className="min-w-0">
              <p className="whitespace-pre-line font-semibold">{task.text}</p>
              <p className="text-meta text-muted">
                <AppLink
                  href={{
                    pathname: "/area/programmes/[slug]/sessions/[id]",
                    params: { slug: task.session.programme.slug, id: task.session.id },
                  }}
                >
                  {t("from", { session: task.session.title })}
                </AppLink>
              </p>
            </div>
            <DueDay at={endOfRomeDay(dateOnly(task.dueOn))} now={now} />
            <ActionForm action={complete} hidden={{ task: task.id, from: "today" }} className="">
              <SubmitButton size={40} variant="outline" icon={<Check />}>
                {t("complete")}
                <span className="sr-only"> {task.text}</span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
