import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { OnceKey } from "@/components/form/once-key";
import { Select } from "@/components/form/select";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextInput } from "@/components/form/text-input";
import type { LiveActs, PointPlace } from "@/components/sessions/live/place";
import { Plus } from "@/components/ui/icons";

type Props = {
  item: string;
  title: string;
  place: PointPlace;
  owners: { id: string; name: string }[];
  /** fresh identifiers of the rows */
  keys: { decision: string; task: string };
  acts: Pick<LiveActs, "addDecision" | "addTask">;
};

/** One line each: what was decided, and who does what by when. They go into the minutes under this point. */
export function QuickForms({ item, title, place, owners, keys, acts }: Props) {
  const t = useTranslations("live.quick");
  const hidden = { id: place.id, item };
  return (
    <div className="no-print space-y-5 rounded border border-hairline bg-ground p-4">
      <QuickForm
        action={acts.addDecision}
        id={`decision-${item}`}
        hidden={hidden}
        fresh={keys.decision}
        short={t("decision")}
        long={t("decisionOf", { title })}
        add={t("addDecision")}
      />
      <QuickForm
        action={acts.addTask}
        id={`task-${item}`}
        hidden={hidden}
        fresh={keys.task}
        short={t("task")}
        long={t("taskOf", { title })}
        add={t("addTask")}
        labels={{ owner: t("owner"), due: t("due") }}
        className="border-hairline border-t pt-4"
      >
        <div className="grid items-start gap-x-8 gap-y-3 sm:grid-cols-2">
          <Select
            name="owner"
            label={t("owner")}
            placeholder={t("chooseOwner")}
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DateField name="due" label={t("due")} />
        </div>
      </QuickForm>
    </div>
  );
}

type FormProps = {
  action: FormAction;
  id: string;
  hidden: Record<string, string>;
  /** the identifier of the row that it makes */
  fresh: string;
  /** what the line is, for the eye; with its point for whoever hears one form after the other */
  short: string;
  long: string;
  add: string;
  labels?: Record<string, string>;
  className?: string;
  children?: ReactNode;
};

function QuickForm({ fresh, short, long, add, labels, className = "", children, ...form }: FormProps) {
  return (
    <ActionForm
      {...form}
      fieldLabels={{ text: short, ...labels }}
      resetWhenDone
      className={`space-y-3 ${className}`}
    >
      <OnceKey name="key" fresh={fresh} />
      <TextInput
        name="text"
        label={
          <>
            <span aria-hidden="true">{short}</span>
            <span className="sr-only">{long}</span>
          </>
        }
        maxLength={2000}
      />
      {children}
      <SubmitButton variant="outline" size={40} icon={<Plus />}>
        {add}
      </SubmitButton>
    </ActionForm>
  );
}
