import { useLocale, useTranslations } from "next-intl";
import { type ForumFace, permalink, threadHref } from "@/components/forum/addresses";
import { ThreadMarks } from "@/components/forum/thread-marks";
import { AppLink } from "@/components/ui/app-link";
import type { ThreadPage } from "@/lib/forum/reading/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

/** The line under a thread's title: state, size, age, and where to jump. */
export function ThreadFacts({ face, slug, thread }: { face: ForumFace; slug: string; thread: ThreadPage }) {
  const t = useTranslations("forum");
  const locale = useLocale() as Locale;
  const { accepted, readTo, lastPostNumber } = thread;
  const to = (number: number) => permalink(threadHref(face, { slug, id: thread.id }, number), locale, number);
  const hasNew = readTo !== null && readTo > 0 && readTo < lastPostNumber;
  return (
    <>
      <ThreadMarks
        state={thread.state}
        isPinned={thread.isPinned}
        isLocked={thread.lockedAt !== null}
        isHidden={thread.hiddenAt !== null}
      />
      <span className="text-meta text-muted">
        {thread.circle
          ? t("thread.count", { posts: thread.postCount, people: thread.circle.people.length })
          : t("threads.posts", { count: thread.postCount })}
      </span>
      <span className="text-meta text-muted">
        {t("thread.opened", { day: formatDay(thread.createdAt, locale) })}
      </span>
      {accepted ? (
        <AppLink href={to(accepted.number)} className="font-semibold text-meta">
          {t("thread.toAccepted")}
        </AppLink>
      ) : null}
      {hasNew ? (
        <AppLink href={to(readTo + 1)} className="font-semibold text-meta">
          {t("thread.toUnread")}
        </AppLink>
      ) : null}
    </>
  );
}
