import { useLocale, useTranslations } from "next-intl";
import type { FlagCaseRow } from "@/lib/forum/flags/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { decided: Pick<FlagCaseRow, "outcome" | "decidedAt" | "decidedBy"> };

/** What became of a post that was flagged; nothing while it waits. */
export function CaseDecision({ decided: { outcome, decidedAt, decidedBy } }: Props) {
  const t = useTranslations("moderation");
  const locale = useLocale() as Locale;
  if (!outcome || !decidedAt) return null;
  const facts = { outcome: t(`outcomes.${outcome}`), day: formatDay(decidedAt, locale) };
  return (
    <p className="text-meta">
      {decidedBy
        ? t("case.decidedBy", { ...facts, name: `${decidedBy.givenName} ${decidedBy.familyName}` })
        : t("case.decidedOn", facts)}
    </p>
  );
}
