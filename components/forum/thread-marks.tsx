import { useTranslations } from "next-intl";
import {
  BellOff,
  BellRing,
  EyeOff,
  Lock,
  MessageCircleQuestionMark,
  MessageSquareReply,
  Pin,
} from "@/components/ui/icons";
import { StateChip } from "@/components/ui/state-chip";
import type { ThreadState, WatchLevel } from "@/lib/platform/db/generated/enums";

type Props = {
  state: ThreadState;
  isPinned?: boolean;
  isLocked?: boolean;
  isHidden?: boolean;
  watch?: WatchLevel;
};

/** State of a thread and the marks beside it. */
export function ThreadMarks({ state, isPinned, isLocked, isHidden, watch }: Props) {
  const t = useTranslations("forum");
  return (
    <>
      {state === "SOLVED" ? <StateChip tone="approved">{t("states.SOLVED")}</StateChip> : null}
      {state === "ANSWERED" ? (
        <StateChip tone="sent" icon={<MessageSquareReply />}>
          {t("states.ANSWERED")}
        </StateChip>
      ) : null}
      {state === "OPEN" ? (
        <StateChip tone="todo" icon={<MessageCircleQuestionMark />}>
          {t("states.OPEN")}
        </StateChip>
      ) : null}
      {isPinned ? (
        <StateChip tone="neutral" look="inline" icon={<Pin />}>
          {t("marks.pinned")}
        </StateChip>
      ) : null}
      {isLocked ? (
        <StateChip tone="neutral" look="inline" icon={<Lock />}>
          {t("marks.locked")}
        </StateChip>
      ) : null}
      {isHidden ? (
        <StateChip tone="late" look="inline" icon={<EyeOff />}>
          {t("marks.hidden")}
        </StateChip>
      ) : null}
      {watch === "WATCHING" || watch === "MUTED" ? (
        <StateChip tone="neutral" look="inline" icon={watch === "MUTED" ? <BellOff /> : <BellRing />}>
          {t(`watch.marks.${watch}`)}
        </StateChip>
      ) : null}
    </>
  );
}
