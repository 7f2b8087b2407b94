import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { sessions: { id: string; title: string; startsAt: Date; programme: { slug: string } }[] };

/** On the page of a question or a deliverable: the sessions that speak of it. */
export function OnAgendas({ sessions }: Props) {
  const t = useTranslations("planning.agenda");
  const locale = useLocale() as Locale;
  if (sessions.length === 0) return null;
  return (
    <Notice title={t("spokenOf")}>
      <ul>
        {sessions.map(({ id, title, startsAt, programme }) => (
          <li key={id}>
            <AppLink
              href={{
                pathname: "/area/programmes/[slug]/sessions/[id]/agenda",
                params: { slug: programme.slug, id },
              }}
            >
              {title}
            </AppLink>
            , {formatDay(startsAt, locale)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
