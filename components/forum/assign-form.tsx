import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import type { AssigningFacts, Assignment } from "@/lib/forum/assignments/queries";

export type AssignActions = Record<"assign" | "takeBack", FormAction>;

type Props = {
  thread: { id: string; title: string };
  current: Assignment | null;
  facts: AssigningFacts;
  actions: AssignActions;
  /** what leads back to another page than the thread's */
  back?: { from?: "queue"; days?: string };
};

/** Who answers a thread and by when: to be said, changed, taken back. */
export function AssignForm({ thread, current, facts, actions, back = {} }: Props) {
  const t = useTranslations("answers.assignment");
  const labels = { assigneeId: t("who"), dueOn: t("dueOn") };
  const about = <span className="sr-only"> {t("about", { title: thread.title })}</span>;
  if (facts.people.length === 0) return <p className="text-meta text-muted">{t("none")}</p>;
  return (
    <div className="space-y-3">
      <ActionForm
        // Made anew when somebody else is to answer, so that it knows of them.
        key={current?.id ?? "none"}
        action={actions.assign}
        id={`assign-${thread.id}`}
        hidden={{ threadId: thread.id, ...(current ? { current: current.id } : {}), ...back }}
        fieldLabels={labels}
        className="space-y-3"
      >
        <Select
          name="assigneeId"
          label={labels.assigneeId}
          placeholder={t("choose")}
          defaultValue={current?.assigneeId}
          options={facts.people.map(({ id, name, role }) => ({
            value: id,
            label: t("candidate", { name, role: role === "EXPERT" ? t("expert") : t("coordinator") }),
          }))}
        />
        <TextInput name="dueOn" type="date" width="half" label={labels.dueOn} defaultValue={facts.dueOn} />
        <SubmitButton variant="outline" size={40}>
          {current ? t("reassign") : t("assign")}
          {about}
        </SubmitButton>
      </ActionForm>
      {current ? (
        <ActionForm
          action={actions.takeBack}
          id={`take-back-${thread.id}`}
          hidden={{ id: current.id, ...back }}
          className=""
        >
          <SubmitButton variant="outline" size={40}>
            {t("takeBack")}
            {about}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
