import { useTranslations } from "next-intl";
import { Select } from "@/components/form/select";
import { hideReasons } from "@/lib/forum/schema";

/** Why something is hidden. */
export function HideFields() {
  const t = useTranslations("forum.manage");
  return (
    <Select
      name="reason"
      label={t("reason")}
      hint={t("reasonHint")}
      placeholder=""
      width="half"
      options={hideReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
    />
  );
}
