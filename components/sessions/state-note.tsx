import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { SessionState } from "@/lib/platform/db/generated/enums";

type Props = {
  state: SessionState;
  /** the states in which what the page does can be done */
  allowed: readonly SessionState[];
  /** which of the refusals says it: of a change, or of a move to another state */
  refusal: "locked" | "moveNotAllowed";
};

/** Says before anything is typed what sending the form would be refused for. */
export function StateNote({ state, allowed, refusal }: Props) {
  const t = useTranslations("sessions.errors");
  return allowed.includes(state) ? null : <Notice tone="warning" title={t(refusal, { state })} />;
}
