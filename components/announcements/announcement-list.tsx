import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { StateChip } from "@/components/ui/state-chip";
import type { ListedAnnouncement } from "@/lib/announcements/queries";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { slug: string; announcements: ListedAnnouncement[] };

/** Announcements, latest first; what the reader has not opened, or not acknowledged, says so. */
export function AnnouncementList({ slug, announcements }: Props) {
  const t = useTranslations("announcements");
  const locale = useLocale() as Locale;
  return (
    <ol className="max-w-[54rem] border-hairline border-t">
      {announcements.map((one) => (
        <li key={one.id} className="space-y-1 border-hairline border-b py-4">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h2 lang={one.lang} className={`text-[1.125rem] ${one.isUnread ? "font-bold" : "font-semibold"}`}>
              <AppLink
                href={{
                  pathname: "/area/programmes/[slug]/announcements/[id]",
                  params: { slug, id: one.id },
                }}
              >
                {one.title}
              </AppLink>
            </h2>
            {one.isUnread ? <StateChip tone="sent">{t("unread")}</StateChip> : null}
            {one.isOwed ? <StateChip tone="correct">{t("owed")}</StateChip> : null}
            {one.state === "PUBLISHED" ? null : (
              <StateChip tone={one.state === "WITHDRAWN" ? "cancelled" : "extension"}>
                {t(`states.${one.state}`)}
              </StateChip>
            )}
          </div>
          <p className="text-meta text-muted">
            {t("line", {
              state: one.state,
              when: formatInstant(one.publishAt, locale),
              author: one.author ? `${one.author.givenName} ${one.author.familyName}` : "none",
              edited: one.editedAt ? "yes" : "no",
            })}
          </p>
          <p className="text-meta text-muted">
            {one.isForAll ? t("toAll") : t("toBodies", { bodies: one.bodies.join(", ") })}
          </p>
        </li>
      ))}
    </ol>
  );
}
