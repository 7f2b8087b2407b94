import { useLocale, useTranslations } from "next-intl";
import { ClockAlert, UserCheck } from "@/components/ui/icons";
import { daysUntil, formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

/** By when an answer is due, and by how many days it is late. */
export function useDue(now: Date): (dueAt: Date) => { text: string; isLate: boolean } {
  const t = useTranslations("answers.due");
  const locale = useLocale() as Locale;
  return (dueAt) => {
    const isLate = dueAt < now;
    const days = Math.abs(daysUntil(now, dueAt));
    const day = formatDay(dueAt, locale);
    if (isLate) return { text: t("late", { day, days }), isLate };
    return { text: days === 0 ? t("today") : t("by", { day }), isLate };
  };
}

/** Who is to answer a thread and by when, as a mark in a list. */
export function AssignmentMark({ name, dueAt, now }: { name: string; dueAt: Date; now: Date }) {
  const t = useTranslations("answers.due");
  const { text, isLate } = useDue(now)(dueAt);
  const Icon = isLate ? ClockAlert : UserCheck;
  // As a mark beside the state looks, but it breaks where a line ends.
  return (
    <span className={`inline-flex items-start gap-1.5 font-semibold ${isLate ? "text-late" : ""}`}>
      <Icon className="mt-0.5 size-4 shrink-0" />
      {t("mark", { name, due: text })}
    </span>
  );
}
