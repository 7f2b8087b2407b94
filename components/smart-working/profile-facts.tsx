import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { inLanguage } from "@/lib/platform/i18n/bilingual";
import type { SmartWorkingProfile, SmartWorkingProfiles } from "@/lib/smart-working/schema";

type Props = { profile: SmartWorkingProfile; scales: SmartWorkingProfiles["scales"] };

/** What is compared between profiles, in the order of the rows. */
export const profileRows = ["limit", "activity", "person"] as const;
export type ProfileRow = (typeof profileRows)[number];

/** One cell of the comparison: the rule in our words, then the words of the source. */
export function ProfileFact({ row, ...props }: Props & { row: ProfileRow }) {
  if (row === "limit") return <Limit {...props} />;
  return row === "activity" ? <Activity {...props} /> : <Person {...props} />;
}

function Limit({ profile: { limit } }: Props) {
  const t = useTranslations("smart-working.profiles");
  const locale = useLocale();
  return (
    <>
      <p className="mb-1">
        <span className="mr-1 font-bold text-[2.5rem] text-action tabular-nums leading-none">
          {limit.days}
        </span>{" "}
        <span className="font-semibold">
          {t(limit.isMaximum ? "upTo" : "exactly", { days: limit.days, period: t(`period.${limit.period}`) })}
        </span>
      </p>
      {limit.periodIsStated ? null : <Ours>{t("periodOurs", { period: t(`period.${limit.period}`) })}</Ours>}
      {limit.note ? <p className="mt-1 text-meta text-muted">{inLanguage(limit.note, locale)}</p> : null}
      <Words>{limit.quote}</Words>
    </>
  );
}

function Activity({ profile: { activity }, scales }: Props) {
  const t = useTranslations("smart-working.profiles");
  const locale = useLocale();
  const levelName = (scale: "activity" | "skills", key: string) => {
    const level = scales[scale].levels.find((one) => one.key === key);
    return level ? inLanguage(level.name, locale) : key;
  };
  return (
    <>
      <p>{inLanguage(activity.text, locale)}</p>
      <p className="mt-2 font-semibold text-meta">
        {activity.conditions.length > 1 ? t(activity.match) : t("one")}
      </p>
      <ul className="list-disc pl-5 text-base">
        {activity.conditions.map((condition) => (
          <li key={condition.kind}>
            {"level" in condition
              ? t(`conditions.${condition.kind}`, {
                  level: levelName(
                    condition.kind === "skills-at-most" ? "skills" : "activity",
                    condition.level,
                  ),
                })
              : t(`conditions.${condition.kind}`)}
          </li>
        ))}
      </ul>
      <Words>{activity.quote}</Words>
    </>
  );
}

function Person({ profile: { person }, scales }: Props) {
  const t = useTranslations("smart-working.profiles");
  const locale = useLocale();
  const name = (scale: "skills" | "performance", key: string) => {
    const level = scales[scale].levels.find((one) => one.key === key);
    return level ? inLanguage(level.name, locale) : key;
  };
  return (
    <>
      <p>{inLanguage(person.text, locale)}</p>
      <ul className="mt-2 list-disc pl-5 text-base">
        {person.roles.length > 0 ? (
          <li>{t("roles", { roles: person.roles.map((role) => t(`role.${role}`)).join(", ") })}</li>
        ) : null}
        <li>{t("skills", { level: name("skills", person.skillsAtLeast) })}</li>
        <li>{t("performance", { level: name("performance", person.performanceAtLeast) })}</li>
      </ul>
      <Words>{person.quote}</Words>
    </>
  );
}

function Words({ children }: { children: ReactNode }) {
  const t = useTranslations("smart-working");
  return (
    <p className="mt-3 border-hairline border-l-3 pl-3 text-meta text-muted">
      {t("inSource")} <q lang="it">{children}</q>
    </p>
  );
}

/** What the portal reads or adds where the source says nothing. */
export function Ours({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded border border-control border-dashed px-1.5 font-semibold text-muted text-sm leading-[1.375rem]">
      {children}
    </span>
  );
}
