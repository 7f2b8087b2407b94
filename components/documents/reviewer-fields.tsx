import { useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { reviewerFields } from "@/lib/documents/deliverables/schema";

type Props = {
  people: { id: string; name: string }[];
  chosen: string[];
  /** the request has been made already, and rounds may run */
  running: boolean;
};

/** The labels of the places in the chain, by field, for the summary of errors. */
export function useReviewerLabels(): Record<string, string> {
  const t = useTranslations("deliverables.chain");
  return Object.fromEntries(reviewerFields.map((field, index) => [field, t("place", { number: index + 1 })]));
}

/** Who reviews, in order: one list a place, so that it is set without a script. */
export function ReviewerFields({ people, chosen, running }: Props) {
  const t = useTranslations("deliverables.chain");
  const labels = useReviewerLabels();
  const options = people.map((one) => ({ value: one.id, label: one.name }));
  return (
    <fieldset className="space-y-4">
      <legend className="font-semibold">{t("legend")}</legend>
      <p className="measure text-meta text-muted">{t(running ? "hintRunning" : "hint")}</p>
      {reviewerFields.slice(0, Math.min(reviewerFields.length, people.length)).map((field, index) => (
        <Select
          key={field}
          name={field}
          label={labels[field] ?? field}
          optional
          placeholder={t("nobody")}
          defaultValue={chosen[index]}
          options={options}
        />
      ))}
    </fieldset>
  );
}
