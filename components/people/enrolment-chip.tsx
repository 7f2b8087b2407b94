import { useTranslations } from "next-intl";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import type { EnrolmentState } from "@/lib/platform/db/generated/enums";

const tones: Record<EnrolmentState, StateTone> = {
  APPLIED: "sent",
  UNDER_ASSESSMENT: "review",
  SELECTED: "approved",
  WAITING: "extension",
  REFUSED: "cancelled",
  ACTIVE: "running",
  WITHDRAWN: "cancelled",
  CONCLUDED: "closed",
};

/** How far a body has come in a programme. */
export function EnrolmentChip({ state }: { state: EnrolmentState }) {
  const t = useTranslations("people.enrolment");
  return <StateChip tone={tones[state]}>{t(state)}</StateChip>;
}
