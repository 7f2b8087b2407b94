import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { CalendarDays, CircleQuestionMark, ListTree } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

/** The ways in which a coordinator plans several sessions or looks for a date. */
export function PlanningTools({ slug }: { slug: string }) {
  const t = useTranslations("planning.tools");
  const tools = [
    { page: "template", icon: <ListTree /> },
    { page: "find-a-date", icon: <CircleQuestionMark /> },
    { page: "free-slots", icon: <CalendarDays /> },
  ] as const;
  return (
    <nav aria-label={t("title")} className="no-print flex flex-wrap gap-3">
      {tools.map(({ page, icon }) => (
        <ButtonLink
          key={page}
          size={40}
          variant="outline"
          icon={icon}
          href={{ pathname: `/area/programmes/[slug]/sessions/${page}`, params: { slug } }}
        >
          {t(page)}
        </ButtonLink>
      ))}
    </nav>
  );
}

type PollProps = {
  polls: { id: string; title: string; closesAt: Date; isOpen: boolean }[];
  slug: string;
};

/** Polls that wait for an answer or for a decision. */
export function OpenPolls({ polls, slug }: PollProps) {
  const t = useTranslations("planning.tools");
  const locale = useLocale() as Locale;
  if (polls.length === 0) return null;
  return (
    <Notice title={t("polls", { count: polls.length })}>
      <ul>
        {polls.map(({ id, title, closesAt, isOpen }) => (
          <li key={id}>
            <AppLink href={{ pathname: "/area/programmes/[slug]/polls/[id]", params: { slug, id } }}>
              {title}
            </AppLink>
            , {t(isOpen ? "until" : "over", { when: formatInstant(closesAt, locale) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
