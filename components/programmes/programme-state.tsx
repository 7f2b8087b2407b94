import { useTranslations } from "next-intl";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import type { ProgrammeState as State } from "@/lib/platform/db/generated/enums";

const tones: Record<State, StateTone> = {
  DRAFT: "draft",
  CALL_OPEN: "open",
  RUNNING: "running",
  CLOSED: "closed",
  ARCHIVED: "archived",
};

/** How far a programme has come. */
export function ProgrammeState({ state }: { state: State }) {
  const t = useTranslations("programmes.state");
  return <StateChip tone={tones[state]}>{t(state)}</StateChip>;
}
