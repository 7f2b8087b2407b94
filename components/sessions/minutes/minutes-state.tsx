import { useTranslations } from "next-intl";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import type { MinutesState as State } from "@/lib/platform/db/generated/enums";

const tones: Record<State, StateTone> = {
  DRAFT: "draft",
  PROPOSED: "review",
  OBJECTED: "correct",
  APPROVED: "locked",
  PUBLISHED: "approved",
};

/** Where the minutes stand, in a word. */
export function MinutesState({ state }: { state: State }) {
  const t = useTranslations("minutes.state");
  return <StateChip tone={tones[state]}>{t(state)}</StateChip>;
}
