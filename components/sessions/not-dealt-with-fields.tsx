import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/form/checkbox";
import type { RecordForm } from "@/lib/sessions/record/queries";

/** At the closing: which points were left open, for the next session to take up. */
export function NotDealtWithFields({ points }: { points: RecordForm["agenda"] }) {
  const t = useTranslations("planning.agenda");
  if (points.length === 0) return null;
  return (
    <CheckboxGroup
      name="notDealtWith[]"
      label={t("notDealtWith")}
      hint={t("notDealtWithHint")}
      optional
      choices={points.map((one) => ({ value: one.id, label: one.title }))}
      defaultValues={points.filter((one) => one.notDealtWith).map((one) => one.id)}
    />
  );
}
