import { useTranslations } from "next-intl";
import { type AssignActions, AssignForm } from "@/components/forum/assign-form";
import { useDue } from "@/components/forum/assignment-state";
import type { AssigningFacts, Assignment } from "@/lib/forum/assignments/queries";

type Props = {
  thread: { id: string; title: string; assignment: Assignment | null };
  /** who could answer, for whoever says so */
  facts: AssigningFacts | null;
  /** who reads */
  personId: string | null;
  now: Date;
  actions: AssignActions;
};

/** On the page of a thread: who is to answer, by when, and for whoever coordinates the form that says so. */
export function AssignmentSection({ thread, facts, personId, now, actions }: Props) {
  const t = useTranslations("answers.assignment");
  const due = useDue(now);
  const current = thread.assignment;
  if (!current && !facts) return null;
  return (
    <section id="assignment" aria-labelledby="assignment-title" className="border-hairline border-b py-4">
      <h2 id="assignment-title" className="mb-2.5 font-semibold text-base">
        {t("title")}
      </h2>
      {current ? (
        <div className="text-meta">
          <p className="[overflow-wrap:anywhere]">
            {current.assigneeId === personId ? t("toMe") : t("to", { name: current.name })}
          </p>
          <Due {...due(current.dueAt)} />
        </div>
      ) : (
        <p className="text-meta text-muted">{t("nobody")}</p>
      )}
      {facts ? (
        <div className="no-print pt-3">
          <AssignForm thread={thread} current={current} facts={facts} actions={actions} />
        </div>
      ) : null}
    </section>
  );
}

function Due({ text, isLate }: { text: string; isLate: boolean }) {
  return (
    <p className={`first-letter:uppercase ${isLate ? "font-semibold text-late" : "text-muted"}`}>{text}</p>
  );
}
