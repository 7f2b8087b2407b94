import { useLocale, useTranslations } from "next-intl";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import type { DeliverableState, DocumentKind } from "@/lib/platform/db/generated/enums";
import { daysUntil, formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

/** The look of each state. */
export const deliverableTones: Record<DeliverableState, StateTone> = {
  TO_DO: "todo",
  SUBMITTED: "sent",
  IN_REVIEW: "review",
  CHANGES_REQUESTED: "correct",
  APPROVED: "approved",
  LOCKED: "locked",
};

/** A deliverable's state as icon and word. */
export function DeliverableChip({ state, look }: { state: DeliverableState; look?: "chip" | "inline" }) {
  const t = useTranslations("documents.states");
  return (
    <StateChip tone={deliverableTones[state]} look={look}>
      {t(state)}
    </StateChip>
  );
}

/** A due day with its distance: "25 marzo 2026, fra 2 giorni". */
export function DueDay({ at, now }: { at: Date; now: Date }) {
  const t = useTranslations("documents.due");
  const locale = useLocale() as Locale;
  const days = daysUntil(now, at);
  const distance = days === 0 ? t("today") : t(days > 0 ? "ahead" : "past", { days: Math.abs(days) });
  return (
    <span>
      <strong className="font-semibold">{formatDay(at, locale)}</strong>, {distance}
    </span>
  );
}

/** The kind of a document as a word. */
export function KindName({ kind }: { kind: DocumentKind }) {
  return useTranslations("documents.kinds")(kind);
}
