import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/form/radio-group";
import { flagReasons } from "@/lib/forum/flags/schema";

/** Why a post is flagged, or its author warned. */
export function ReasonChoice({ label }: { label: string }) {
  const t = useTranslations("moderation.reasons");
  return (
    <RadioGroup
      name="reason"
      label={label}
      choices={flagReasons.map((reason) => ({ value: reason, label: t(reason) }))}
    />
  );
}
