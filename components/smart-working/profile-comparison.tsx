import { useLocale, useTranslations } from "next-intl";
import { ProfileFact, profileRows } from "@/components/smart-working/profile-facts";
import { inLanguage } from "@/lib/platform/i18n/bilingual";
import type { SmartWorkingProfile, SmartWorkingProfiles } from "@/lib/smart-working/schema";

type Props = { profiles: SmartWorkingProfiles };

/** The profiles side by side: a table from 1024 px, one block each below. */
export function ProfileComparison({ profiles: { profiles, scales, title } }: Props) {
  const t = useTranslations("smart-working.profiles");
  const locale = useLocale();
  return (
    <>
      <table className="w-full table-fixed border-collapse text-left text-base max-lg:hidden">
        <caption className="sr-only">{inLanguage(title, locale)}</caption>
        <colgroup>
          <col className="w-40" />
        </colgroup>
        <thead>
          <tr className="border-control border-b">
            <th scope="col" className="py-3 pr-4 font-semibold text-meta text-muted">
              {t("what")}
            </th>
            {profiles.map((profile) => (
              <th key={profile.code} scope="col" className="px-4 py-3 last:pr-0">
                <Name profile={profile} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {profileRows.map((row) => (
            <tr key={row} className="border-hairline border-b align-top">
              <th scope="row" className="py-5 pr-4 font-semibold">
                {t(`rows.${row}`)}
              </th>
              {profiles.map((profile) => (
                <td key={profile.code} className="px-4 py-5 last:pr-0">
                  <ProfileFact row={row} profile={profile} scales={scales} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="divide-y divide-control border-control border-b lg:hidden">
        {profiles.map((profile) => (
          <section key={profile.code} aria-labelledby={`profile-${profile.code}`} className="py-6">
            <h3 id={`profile-${profile.code}`}>
              <Name profile={profile} />
            </h3>
            <dl className="mt-4 space-y-5 text-base">
              {profileRows.map((row) => (
                <div key={row}>
                  <dt className="mb-1 font-semibold text-meta text-muted">{t(`rows.${row}`)}</dt>
                  <dd>
                    <ProfileFact row={row} profile={profile} scales={scales} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}

function Name({ profile: { code, name } }: { profile: SmartWorkingProfile }) {
  const locale = useLocale();
  return (
    <span className="flex items-center gap-3 text-h3">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-place font-bold text-white">
        {code}
      </span>
      <span className="font-bold">{inLanguage(name, locale)}</span>
    </span>
  );
}
