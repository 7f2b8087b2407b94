import { useLocale, useTranslations } from "next-intl";
import { type ForumFace, permalink, threadHref } from "@/components/forum/addresses";
import { AssignmentMark } from "@/components/forum/assignment-state";
import { useMoment } from "@/components/forum/moment";
import { ThreadMarks } from "@/components/forum/thread-marks";
import { AppLink } from "@/components/ui/app-link";
import type { ListedThread } from "@/lib/forum/listing/queries";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  face: ForumFace;
  slug: string;
  threads: ListedThread[];
  at: Date;
  /** names of the categories, where threads of several are listed together */
  categories?: ReadonlyMap<string, string>;
};

/** Threads as rows: what is new weighs more, the state is said, the last word is named. */
export function ThreadList({ face, slug, threads, at, categories }: Props) {
  return (
    <ul>
      {threads.map((thread) => (
        <li key={thread.id} className="border-hairline border-b py-3.5">
          <ThreadRow
            face={face}
            slug={slug}
            thread={thread}
            at={at}
            category={categories?.get(thread.categoryId)}
          />
        </li>
      ))}
    </ul>
  );
}

type RowProps = { face: ForumFace; slug: string; thread: ListedThread; at: Date; category?: string };

/** One thread of a list. */
export function ThreadRow({ face, slug, thread, at, category }: RowProps) {
  const t = useTranslations("forum");
  const locale = useLocale() as Locale;
  const moment = useMoment(at);
  const last = thread.lastAuthor ?? thread.lastBody;
  const when = moment(thread.lastPostAt);
  return (
    <div className="grid gap-x-8 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p
          className={`text-[1.0625rem] leading-snug [overflow-wrap:anywhere] ${thread.unread > 0 ? "font-bold" : "font-semibold"}`}
        >
          <AppLink href={threadHref(face, { slug, id: thread.id })} className="no-underline hover:underline">
            {thread.title}
          </AppLink>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm">
          <ThreadMarks {...thread} />
          {thread.assignee && thread.dueAt ? (
            <AssignmentMark name={thread.assignee} dueAt={thread.dueAt} now={at} />
          ) : null}
          {category ? <span>{category}</span> : null}
          {thread.author ? <span>{t("threads.openedBy", { name: thread.author })}</span> : null}
        </p>
      </div>
      <div className="text-sm sm:text-right">
        <p className="flex flex-wrap gap-x-3 sm:justify-end">
          <span className="text-muted">{t("threads.posts", { count: thread.postCount })}</span>
          {thread.unread > 0 ? (
            <AppLink
              href={permalink(
                threadHref(face, { slug, id: thread.id }, thread.readTo + 1),
                locale,
                thread.readTo + 1,
              )}
              aria-label={t("threads.unreadOf", { count: thread.unread, title: thread.title })}
              className="font-bold"
            >
              {t("threads.unread", { count: thread.unread })}
            </AppLink>
          ) : null}
        </p>
        <p className="text-muted">
          {last ? t("threads.lastBy", { name: last, when }) : t("threads.last", { when })}
        </p>
      </div>
    </div>
  );
}
