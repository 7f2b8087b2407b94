import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { StateChip } from "@/components/ui/state-chip";
import type { ListedIssue } from "@/lib/newsletter/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

const tones = { DRAFT: "extension", SCHEDULED: "sent", SENT: "approved" } as const;

/** The issues of a programme as who writes them sees them. */
export function IssueList({ slug, issues }: { slug: string; issues: ListedIssue[] }) {
  const t = useTranslations("newsletter.area");
  const locale = useLocale() as Locale;
  return (
    <ol className="max-w-[54rem] border-hairline border-t">
      {issues.map((one) => (
        <li key={one.id} className="space-y-1 border-hairline border-b py-4">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h2 lang={one.lang} className="font-semibold text-[1.125rem]">
              <AppLink
                href={{
                  pathname: "/area/programmes/[slug]/newsletter/[id]",
                  params: { slug, id: one.id },
                }}
              >
                {one.title}
              </AppLink>
            </h2>
            <StateChip tone={tones[one.state]}>{t(`states.${one.state}`)}</StateChip>
          </div>
          <p className="text-meta text-muted">
            {t("line", {
              state: one.state,
              when: formatInstant(one.sentAt ?? one.sendAt ?? one.createdAt, locale),
              author: one.author ? `${one.author.givenName} ${one.author.familyName}` : "none",
            })}
            {one.state === "SENT" ? `, ${t("recipients", { count: one.recipients })}` : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
