import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FirstSteps } from "@/components/animation/first-steps";
import { DeliverableChip, DueDay } from "@/components/documents/state";
import type { FormAction } from "@/components/form/sent-form";
import { SessionList } from "@/components/sessions/session-list";
import { AssignedToMe, QuestionsWaiting } from "@/components/today/answers-waiting";
import { FlagsToDecide } from "@/components/today/flags-to-decide";
import { MinutesToJudge } from "@/components/today/minutes-to-judge";
import { NextSession } from "@/components/today/next-session";
import { OpenTasks } from "@/components/today/open-tasks";
import { ToClose } from "@/components/today/to-close";
import { AppLink, type Href } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import {
  CalendarDays,
  CalendarPlus,
  FileCheck2,
  Gavel,
  MessageCircle,
  MessagesSquare,
} from "@/components/ui/icons";
import { SectionHead } from "@/components/ui/section-head";
import { StateChip } from "@/components/ui/state-chip";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Today } from "@/lib/today/queries";

/** The first page of the reserved area: what waits, and nothing else. */
export function TodayView({
  today,
  now,
  completeTask,
  dismissFirstSteps,
}: {
  today: Today;
  now: Date;
  completeTask: FormAction;
  dismissFirstSteps: FormAction;
}) {
  const t = useTranslations("today.day");
  const { toClose, minutes, tasks, owed, toReview, unread } = today;
  const { assigned, queues, flags } = today;
  const { extensions } = today;
  const waiting = [toClose, minutes, tasks, owed, toReview, unread, extensions, flags, assigned, queues];
  const idle = waiting.every(({ length }) => length === 0);
  return (
    <>
      <FirstSteps cards={today.firstSteps} from="today" dismiss={dismissFirstSteps} />
      <NextSession session={today.session} now={now} />
      {toClose.length > 0 ? <ToClose sessions={toClose} /> : null}
      {minutes.length > 0 ? <MinutesToJudge minutes={minutes} now={now} /> : null}
      {tasks.length > 0 ? <OpenTasks tasks={tasks} now={now} complete={completeTask} /> : null}
      {owed.length > 0 ? <Owed owed={owed} now={now} /> : null}
      {assigned.length > 0 ? <AssignedToMe threads={assigned} now={now} /> : null}
      {queues.length > 0 ? <QuestionsWaiting queues={queues} /> : null}
      {today.later.length > 0 ? (
        <section>
          <SectionHead size="area" icon={<CalendarDays />} title={t("later")} />
          <SessionList rows={today.later} now={now} />
        </section>
      ) : null}
      {today.extensions.length > 0 ? <ExtensionsAsked requests={today.extensions} /> : null}
      {today.flags.length > 0 ? <FlagsToDecide flags={today.flags} /> : null}
      {toReview.length > 0 || unread.length > 0 ? (
        <div className="grid gap-x-8 gap-y-8 lg:grid-cols-2">
          {unread.length > 0 ? <Unread threads={unread} /> : null}
          {toReview.length > 0 ? <ToReview deliverables={toReview} /> : null}
        </div>
      ) : null}
      {idle ? <EmptyState title={t("nothing")}>{t("nothingNext")}</EmptyState> : null}
    </>
  );
}

function Owed({ owed, now }: { owed: Today["owed"]; now: Date }) {
  const t = useTranslations("today.day.owed");
  return (
    <section>
      <SectionHead
        size="area"
        icon={<FileCheck2 />}
        title={t("title")}
        note={t("count", { count: owed.length })}
      />
      <ul>
        {owed.map((one, index) => {
          const href: Href = {
            pathname: "/area/programmes/[slug]/deliverables/[id]",
            params: { slug: one.request.programme.slug, id: one.id },
          };
          const draft = one.document?.versions[0];
          const [review] = one.reviews;
          const correct = one.state === "CHANGES_REQUESTED";
          const begun = draft ? t("continue") : t("open");
          return (
            <li
              key={one.id}
              className="grid items-center gap-x-6 gap-y-1 border-hairline border-b py-2.5 sm:grid-cols-[minmax(0,1fr)_15rem_9rem_7rem]"
            >
              <div className="min-w-0">
                <AppLink href={href} className="font-semibold no-underline hover:underline">
                  {one.request.title}
                </AppLink>
                <p className="truncate text-meta text-muted">
                  {correct && review ? review.comment : null}
                  {!correct && draft ? t("draft", { number: draft.number }) : null}
                </p>
              </div>
              <DueDay at={one.dueAt} now={now} />
              <span>
                <DeliverableChip state={one.state} />
              </span>
              <ButtonLink href={href} size={40} variant={index === 0 ? "primary" : "outline"}>
                {correct ? t("correct") : begun}
                <span className="sr-only"> {one.request.title}</span>
              </ButtonLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ToReview({ deliverables }: { deliverables: Today["toReview"] }) {
  const t = useTranslations("today.day.review");
  return (
    <section>
      <SectionHead size="area" icon={<Gavel />} title={t("title")} note={deliverables.length} />
      <ul>
        {deliverables.map((one) => (
          <Row
            key={one.id}
            href={{
              pathname: "/area/programmes/[slug]/deliverables/[id]",
              params: { slug: one.request.programme.slug, id: one.id },
            }}
            title={one.request.title}
            note={t("from", {
              body: one.organisation.shortName,
              programme: one.request.programme.shortTitle,
            })}
          >
            <DeliverableChip state={one.state} />
            {one.isLate ? <StateChip tone="late">{t("late")}</StateChip> : null}
          </Row>
        ))}
      </ul>
    </section>
  );
}

function ExtensionsAsked({ requests }: { requests: Today["extensions"] }) {
  const t = useTranslations("today.day.extensions");
  const locale = useLocale() as Locale;
  return (
    <section>
      <SectionHead size="area" icon={<CalendarPlus />} title={t("title")} note={requests.length} />
      <ul>
        {requests.map(({ id, deliverable, wantedDueAt }) => (
          <Row
            key={id}
            href={{
              pathname: "/area/programmes/[slug]/deliverables/[id]",
              params: { slug: deliverable.request.programme.slug, id: deliverable.id },
            }}
            title={deliverable.request.title}
            note={t("from", {
              body: deliverable.organisation.shortName,
              programme: deliverable.request.programme.shortTitle,
            })}
          >
            <StateChip tone="extension">{t("until", { day: formatDay(wantedDueAt, locale) })}</StateChip>
          </Row>
        ))}
      </ul>
    </section>
  );
}

function Unread({ threads }: { threads: Today["unread"] }) {
  const t = useTranslations("today.day.unread");
  return (
    <section>
      <SectionHead size="area" icon={<MessagesSquare />} title={t("title")} />
      <ul>
        {threads.map((thread) => (
          <Row
            key={thread.id}
            href={{
              pathname: "/area/programmes/[slug]/forum/threads/[id]",
              params: { slug: thread.slug, id: thread.id },
            }}
            title={thread.title}
            note={thread.programme}
          >
            <StateChip tone="sent" icon={<MessageCircle />}>
              {t("new", { count: thread.unread })}
            </StateChip>
          </Row>
        ))}
      </ul>
    </section>
  );
}

function Row({
  href,
  title,
  note,
  children,
}: {
  href: Href;
  title: string;
  note: string;
  children: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5 border-hairline border-b py-3">
      <div className="min-w-0 flex-1 basis-52">
        <AppLink href={href} className="font-semibold no-underline hover:underline">
          {title}
        </AppLink>
        <p className="text-meta text-muted">{note}</p>
      </div>
      <span className="flex flex-wrap gap-2">{children}</span>
    </li>
  );
}
