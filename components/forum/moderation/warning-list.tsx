import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { StateChip } from "@/components/ui/state-chip";
import type { WarningRow } from "@/lib/forum/warnings/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { slug: string; warnings: WarningRow[]; person?: string };

/** Warnings in a programme, each with whom it was given and whether it was read. */
export function WarningList({ slug, warnings, person }: Props) {
  const t = useTranslations("moderation");
  const locale = useLocale() as Locale;
  return (
    <ul className="max-w-[52rem] divide-y divide-hairline border-hairline border-y">
      {warnings.map((one) => {
        const name = `${one.person.givenName} ${one.person.familyName}`;
        const day = formatDay(one.createdAt, locale);
        const { warnedBy } = one;
        return (
          <li key={one.id} className="space-y-2 py-5">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <h2 className="text-h4 [overflow-wrap:anywhere]">{name}</h2>
              {one.acknowledgedAt ? (
                <StateChip tone="approved">
                  {t("warnings.acknowledged", { day: formatDay(one.acknowledgedAt, locale) })}
                </StateChip>
              ) : (
                <StateChip tone="sent">{t("warnings.open")}</StateChip>
              )}
            </div>
            <p className="font-semibold text-meta">{t(`reasons.${one.reason}`)}</p>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{one.text}</p>
            <p className="text-meta text-muted [overflow-wrap:anywhere]">
              <AppLink
                href={{
                  pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]",
                  params: { slug, id: one.post.thread.id, number: String(one.post.number) },
                }}
              >
                {t("warnings.about", { number: one.post.number, title: one.post.thread.title })}
              </AppLink>
              {", "}
              {warnedBy
                ? t("warnings.by", { name: `${warnedBy.givenName} ${warnedBy.familyName}`, day })
                : t("warnings.on", { day })}
            </p>
            {person ? null : (
              <AppLink
                href={{
                  pathname: "/area/programmes/[slug]/moderation/warnings",
                  params: { slug },
                  query: { person: one.person.id },
                }}
                className="inline-block py-1 font-semibold text-meta"
              >
                {t("warnings.onlyOf", { name })}
              </AppLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
