import { useTranslations } from "next-intl";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import type { SessionPhase } from "@/lib/sessions/lifecycle";

const tones = {
  DRAFT: "draft",
  CONVENED: "open",
  RUNNING: "running",
  HELD: "correct",
  CLOSED: "closed",
  CANCELLED: "cancelled",
} as const satisfies Record<SessionPhase, StateTone>;

/** The state of a session for its members; for the public, a session that was held is not "to be closed". */
export function SessionState({ phase, isOpen }: { phase: SessionPhase; isOpen?: boolean }) {
  const t = useTranslations("sessions");
  const tone = isOpen && phase === "HELD" ? "closed" : tones[phase];
  return <StateChip tone={tone}>{isOpen ? t(`openState.${phase}`) : t(`state.${phase}`)}</StateChip>;
}
