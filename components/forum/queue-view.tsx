import { useLocale, useTranslations } from "next-intl";
import { TextInput } from "@/components/form/text-input";
import { threadHref } from "@/components/forum/addresses";
import { type AssignActions, AssignForm } from "@/components/forum/assign-form";
import { AssignmentMark } from "@/components/forum/assignment-state";
import { ThreadMarks } from "@/components/forum/thread-marks";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilters } from "@/components/ui/list-filters";
import { Pager } from "@/components/ui/pager";
import { SectionHead } from "@/components/ui/section-head";
import type { Queue, WaitingThread } from "@/lib/forum/assignments/queries";
import { daysUntil, formatDay } from "@/lib/platform/i18n/format";
import { getPathname, type Href } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { slug: string; queue: Queue; now: Date; actions: AssignActions };

/** What waits in a forum: what is late, then questions without an answer from the oldest, each to be assigned. */
export function QueueView({ slug, queue, now, actions }: Props) {
  const t = useTranslations("answers.queue");
  const locale = useLocale() as Locale;
  const { days, usualDays, late, rows, next, facts } = queue;
  const here = (query: Record<string, string> = {}): Href => ({
    pathname: "/area/programmes/[slug]/forum/waiting",
    params: { slug },
    ...(Object.keys(query).length > 0 ? { query } : {}),
  });
  const chosen: Record<string, string> = days === usualDays ? {} : { days: String(days) };
  const back = { from: "queue", ...chosen } as const;
  const list = (threads: WaitingThread[]) => (
    <ul>
      {threads.map((thread) => (
        <li key={thread.id} className="border-hairline border-b py-4">
          <Row {...{ slug, thread, now, actions, facts, back }} />
        </li>
      ))}
    </ul>
  );
  return (
    <div className="space-y-9">
      <ListFilters
        action={getPathname({ href: here(), locale })}
        reset={days === usualDays ? undefined : here()}
        submitLabel={t("show")}
      >
        <TextInput
          name="days"
          type="number"
          min={0}
          max={365}
          width="number"
          label={t("days")}
          hint={t("daysHint", { days: usualDays })}
          defaultValue={days}
        />
      </ListFilters>
      {late.length > 0 ? (
        <section aria-labelledby="late">
          <SectionHead size="area" id="late" title={t("late")} note={late.length} />
          {list(late)}
        </section>
      ) : null}
      <section aria-labelledby="questions">
        <SectionHead size="area" id="questions" title={t("questions", { days })} />
        {rows.length > 0 ? list(rows) : <EmptyState title={t("empty")}>{t("emptyNext")}</EmptyState>}
        <Pager next={next ? here({ ...chosen, after: next }) : undefined} />
      </section>
    </div>
  );
}

type RowProps = Pick<Props, "slug" | "now" | "actions"> & {
  thread: WaitingThread;
  facts: Queue["facts"];
  back: { from: "queue" };
};

function Row({ slug, thread, now, actions, facts, back }: RowProps) {
  const t = useTranslations("answers.queue");
  const locale = useLocale() as Locale;
  const { assignment } = thread;
  const day = formatDay(thread.createdAt, locale);
  const people = facts.people.filter(({ id }) => id !== thread.authorId);
  return (
    <div className="grid gap-x-8 gap-y-2 sm:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="min-w-0">
        <p className="font-semibold text-[1.0625rem] leading-snug [overflow-wrap:anywhere]">
          <AppLink
            href={threadHref("area", { slug, id: thread.id })}
            className="no-underline hover:underline"
          >
            {thread.title}
          </AppLink>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm">
          <ThreadMarks state={thread.state} />
          <span>{thread.category}</span>
          <span>
            {thread.author ? t("openedBy", { name: thread.author, day }) : t("opened", { day })}
            {", "}
            {t("since", { days: Math.max(0, daysUntil(thread.createdAt, now)) })}
          </span>
        </p>
        {assignment ? (
          <p className="mt-1.5 text-sm">
            <AssignmentMark name={assignment.name} dueAt={assignment.dueAt} now={now} />
          </p>
        ) : null}
      </div>
      <div className="no-print">
        <AssignForm
          thread={thread}
          current={assignment}
          facts={{ ...facts, people }}
          actions={actions}
          back={back}
        />
      </div>
    </div>
  );
}
