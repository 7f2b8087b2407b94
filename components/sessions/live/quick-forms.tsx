import { useTranslations } from "next-intl";
import { DateField } from "@/components/form/date-time-fields";
import { ActionForm } from "@/components/form/form";
import { OnceKey } from "@/components/form/once-key";
import { Select } from "@/components/form/select";
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
      <ActionForm
        action={acts.addDecision}
        id={`decision-${item}`}
        hidden={hidden}
        fieldLabels={{ text: t("decision") }}
        resetWhenDone
        className="space-y-3"
      >
        <OnceKey name="key" fresh={keys.decision} />
        <TextInput
          name="text"
          label={<Named short={t("decision")} long={t("decisionOf", { title })} />}
          maxLength={2000}
        />
        <SubmitButton variant="outline" size={40} icon={<Plus />}>
          {t("addDecision")}
        </SubmitButton>
      </ActionForm>
      <ActionForm
        action={acts.addTask}
        id={`task-${item}`}
        hidden={hidden}
        fieldLabels={{ text: t("task"), owner: t("owner"), due: t("due") }}
        resetWhenDone
        className="space-y-3 border-hairline border-t pt-4"
      >
        <OnceKey name="key" fresh={keys.task} />
        <TextInput
          name="text"
          label={<Named short={t("task")} long={t("taskOf", { title })} />}
          maxLength={2000}
        />
        <div className="grid items-start gap-x-8 gap-y-3 sm:grid-cols-2">
          <Select
            name="owner"
            label={t("owner")}
            placeholder={t("chooseOwner")}
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DateField name="due" label={t("due")} />
        </div>
        <SubmitButton variant="outline" size={40} icon={<Plus />}>
          {t("addTask")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

/** A short label for the eye, with its point for whoever hears one form after the other. */
function Named({ short, long }: { short: string; long: string }) {
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span className="sr-only">{long}</span>
    </>
  );
}
