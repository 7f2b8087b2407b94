import { useLocale, useTranslations } from "next-intl";
import type { ScheduledShown } from "@/lib/animation/scheduling/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  post: Pick<ScheduledShown, "anchor" | "dueAt" | "offsetDays" | "offsetHours" | "phase" | "session">;
};

/** When a post comes, and what that depends on. */
export function ScheduleMoment({ post }: Props) {
  const t = useTranslations("animation.scheduled");
  const locale = useLocale() as Locale;
  const { anchor, dueAt, offsetDays, offsetHours, phase, session } = post;
  const of = phase?.title ?? session?.title;
  const side = offsetDays < 0 || offsetHours < 0 ? "before" : "after";
  return (
    <span>
      <strong className="font-semibold">{dueAt ? formatInstant(dueAt, locale) : t("noMoment")}</strong>
      {of ? (
        <span className="block text-meta text-muted [overflow-wrap:anywhere]">
          {offsetDays === 0 && offsetHours === 0
            ? t(`at.${anchor}`, { of })
            : t("offset", {
                days: Math.abs(offsetDays),
                hours: Math.abs(offsetHours),
                side,
                anchor: t(`at.${anchor}`, { of }),
              })}
        </span>
      ) : null}
      {!of && anchor !== "MOMENT" ? <span className="block text-meta text-muted">{t("gone")}</span> : null}
    </span>
  );
}
