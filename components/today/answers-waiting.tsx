import { useTranslations } from "next-intl";
import { useDue } from "@/components/forum/assignment-state";
import { AppLink } from "@/components/ui/app-link";
import { MessageCircleQuestionMark, UserCheck } from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import type { Today } from "@/lib/today/queries";

const row =
  "flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5 border-hairline border-b py-3 [&>:first-child]:min-w-0 [&>:first-child]:flex-1 [&>:first-child]:basis-52";

/** Threads that the person is to answer, each with its day. */
export function AssignedToMe({ threads, now }: { threads: Today["assigned"]; now: Date }) {
  const t = useTranslations("answers.today");
  const due = useDue(now);
  return (
    <section>
      <SectionHead size="area" icon={<UserCheck />} title={t("mine")} note={threads.length} />
      <ul>
        {threads.map(({ id, title, slug, programme, dueAt }) => {
          const { text, isLate } = due(dueAt);
          return (
            <li key={id} className={row}>
              <div>
                <AppLink
                  href={{ pathname: "/area/programmes/[slug]/forum/threads/[id]", params: { slug, id } }}
                  className="font-semibold no-underline hover:underline"
                >
                  {title}
                </AppLink>
                <p className="text-meta text-muted">{programme}</p>
              </div>
              <StateChip tone={isLate ? "late" : "todo"}>{text}</StateChip>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Where questions wait for somebody who answers them, for whoever coordinates. */
export function QuestionsWaiting({ queues }: { queues: Today["queues"] }) {
  const t = useTranslations("answers.today");
  return (
    <section>
      <SectionHead size="area" icon={<MessageCircleQuestionMark />} title={t("title")} />
      <ul>
        {queues.map(({ slug, programme, questions, late }) => (
          <li key={slug} className={row}>
            <div>
              <AppLink
                href={{ pathname: "/area/programmes/[slug]/forum/waiting", params: { slug } }}
                className="font-semibold no-underline hover:underline"
              >
                {t("in", { programme })}
              </AppLink>
            </div>
            <span className="flex flex-wrap gap-2">
              {questions > 0 ? (
                <StateChip tone="todo">{t("questions", { count: questions })}</StateChip>
              ) : null}
              {late > 0 ? <StateChip tone="late">{t("late", { count: late })}</StateChip> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
