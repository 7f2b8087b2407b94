import { useLocale, useTranslations } from "next-intl";
import { deadlineHref, deadlineTitle } from "@/components/calendar/calendar-events";
import { KindIcon } from "@/components/sessions/kind-icon";
import { SessionState } from "@/components/sessions/session-state";
import { AppLink, type Href } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StateChip } from "@/components/ui/state-chip";
import { daysOnSheet, holidaysAmong } from "@/lib/calendar/month";
import type { Deadline } from "@/lib/calendar/queries";
import { formatInstant, formatMonth, formatRange, formatShortDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { romeInstant } from "@/lib/platform/rome-time";
import { sessionPhase } from "@/lib/sessions/lifecycle";
import type { SessionRow } from "@/lib/sessions/session-row";

type Props = {
  month: string;
  now: Date;
  sessions: SessionRow[];
  deadlines?: Deadline[];
  area: "public" | "reserved";
  isFiltered: boolean;
};

type Line = { at: Date } & ({ session: SessionRow } | { deadline: Deadline });

/** A month as a table, one line an appointment. */
export function MonthList({ month, now, sessions, deadlines = [], area, isFiltered }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale() as Locale;
  const name = formatMonth(romeInstant(`${month}-01`, "12:00"), locale);
  const lines: Line[] = [
    ...sessions.map((session) => ({ at: session.startsAt, session })),
    ...deadlines.map((deadline) => ({ at: deadline.dueAt, deadline })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <div className="space-y-3">
      <Holidays month={month} />
      <DataTable
        caption={t("listCaption", { month: name })}
        hiddenCaption
        rows={lines}
        rowKey={(line) => ("session" in line ? line.session.id : line.deadline.id)}
        empty={
          <EmptyState title={isFiltered ? t("emptyFiltered", { month: name }) : t("empty", { month: name })}>
            {t("emptyNote")}
          </EmptyState>
        }
        columns={[
          { key: "when", header: t("when"), cell: (line) => <When line={line} /> },
          {
            key: "what",
            header: t("what"),
            rowHeader: true,
            cell: (line) => <What line={line} area={area} />,
          },
          {
            key: "programme",
            header: t("programme"),
            cell: (line) => ("session" in line ? line.session : line.deadline).programme.shortTitle,
          },
          { key: "state", header: t("state"), cell: (line) => <State line={line} now={now} area={area} /> },
        ]}
      />
    </div>
  );
}

function Holidays({ month }: { month: string }) {
  const t = useTranslations("calendar");
  const locale = useLocale() as Locale;
  const days = daysOnSheet(month).filter((day) => day.startsWith(month));
  const names = Object.entries(holidaysAmong(days)).map(([day, name]) =>
    t("holiday", { day: formatShortDay(romeInstant(day, "12:00"), locale), name }),
  );
  return names.length > 0 ? (
    <p className="text-meta text-muted">{t("holidays", { names: names.join(", ") })}</p>
  ) : null;
}

function When({ line }: { line: Line }) {
  const locale = useLocale() as Locale;
  return "session" in line
    ? formatRange(line.session.startsAt, line.session.endsAt, locale)
    : formatInstant(line.deadline.dueAt, locale);
}

function What({ line, area }: { line: Line; area: Props["area"] }) {
  const t = useTranslations();
  if ("deadline" in line) {
    return <AppLink href={deadlineHref(line.deadline)}>{deadlineTitle(line.deadline, t)}</AppLink>;
  }
  const { session } = line;
  return (
    <>
      <span className="flex items-center gap-1.5 font-normal text-meta text-muted [&_svg]:size-4">
        <KindIcon kind={session.kind} />
        {t(`sessions.kind.${session.kind}`)}, {t(`sessions.mode.${session.mode}`)}
      </span>
      <AppLink href={sessionHref(session, area)}>{session.title}</AppLink>
    </>
  );
}

function State({ line, now, area }: { line: Line; now: Date; area: Props["area"] }) {
  const t = useTranslations("calendar");
  if ("deadline" in line) return <StateChip tone="todo">{t("deadline")}</StateChip>;
  return <SessionState phase={sessionPhase(line.session, now)} isOpen={area === "public"} />;
}

function sessionHref({ id, programme }: SessionRow, area: Props["area"]): Href {
  const params = { slug: programme.slug, id };
  return area === "public"
    ? { pathname: "/programmes/[slug]/sessions/[id]", params }
    : { pathname: "/area/programmes/[slug]/sessions/[id]", params };
}
