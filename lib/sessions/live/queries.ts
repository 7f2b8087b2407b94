import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MinutesState } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import { roomOpensAt, type SessionPhase, sessionPhase } from "@/lib/sessions/lifecycle";
import { findLiveMark } from "@/lib/sessions/live/mark/queries";
import { type Pace, type PointTime, paceOf, timeOf } from "@/lib/sessions/live/pace";
import type { BodyNow } from "@/lib/sessions/live/people/here";
import { findWhoIsHere } from "@/lib/sessions/live/people/queries";
import { canRunPoints } from "@/lib/sessions/live/policy";
import type { ItemName } from "@/lib/sessions/live/schema";
import { countedUntil, type LivePhase, livePhase } from "@/lib/sessions/live/window";
import { isHeld, isWritable } from "@/lib/sessions/minutes/lifecycle";
import { type MinutesPart, minutesSelect, nameOf, partsOf } from "@/lib/sessions/minutes/minutes-row";
import { listTaskOwners } from "@/lib/sessions/minutes/queries";
import { canManage, onReservedPage } from "@/lib/sessions/policy";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";

/** What is written under a point; version 1 also where nobody has written yet. */
export type Written = Pick<MinutesPart, "markdown" | "html" | "decisions" | "tasks"> & {
  lang: string;
  version: number;
  at: Date | null;
  who: string | null;
};

export type LivePoint = {
  item: ItemName;
  title: string;
  owner: string | null;
  minutes: number | null;
  time: PointTime;
  /** null for those who do not write the minutes: drafts are not for them */
  written: Written | null;
  /** whether its forms for decisions and tasks are shown */
  isOpen: boolean;
};

export type LiveView = {
  session: SessionRow & { phase: SessionPhase };
  phase: LivePhase;
  opensAt: Date;
  points: LivePoint[];
  /** what is said before the first point; only for those who write */
  opening: LivePoint | null;
  running: LivePoint | null;
  /** the point after the one that goes on, or the first */
  next: LivePoint | null;
  pace: Pace;
  bodies: BodyNow[] | null;
  minutesState: MinutesState | null;
  may: { run: boolean; start: boolean; write: boolean; tick: boolean; manage: boolean };
  owners: { id: string; name: string }[];
  /** of the page as it stands, to be compared with a later one */
  mark: string;
};

/** A form that somebody still types in must not go because the next point has begun. */
const keptOpenMs = 10 * 60_000;

/**
 * A session on its day: the agenda with its times and who is here for all members, what is written under each point for
 * those who write the minutes.
 * @param at.item the point that the reader has opened
 */
export async function getLive(
  actor: Actor,
  at: { slug: string; id: string; item?: string },
): Promise<LiveView> {
  // Before all else: what changes while the rest is read is then asked for again.
  const mark = await findLiveMark(actor, at.id);
  const row = found(
    await db.session.findFirst({
      where: onReservedPage(actor, at),
      select: liveSelect,
    }),
    "session",
  );
  const { agenda, runs, minutes, deputyId, doorsMinutes, ...session } = row;
  const scope = { id: session.id, programmeId: session.programme.id, deputyId };
  const times = { ...session, doorsMinutes };
  const phase = livePhase(times, actor.at);
  const mayRun = canRunPoints(actor, scope);
  const parts = mayRun ? writtenParts(minutes) : null;
  const recently = actor.at.getTime() - keptOpenMs;
  const points = agenda.map(({ id, title, owner, minutes: planned }): LivePoint => {
    const time = timeOf(id, runs);
    const isRecent = time.lastEndedAt !== null && time.lastEndedAt.getTime() > recently;
    return {
      item: id,
      title,
      owner,
      minutes: planned,
      time,
      written: parts && (parts.get(id) ?? nothing),
      isOpen: time.state === "running" || isRecent || at.item === id,
    };
  });
  const running = points.find((point) => point.time.state === "running") ?? null;
  const opening: LivePoint | null = parts && {
    item: "opening",
    title: "",
    owner: null,
    minutes: null,
    time: timeOf("", []),
    written: parts.get("opening") ?? nothing,
    isOpen: at.item === "opening" || runs.length === 0,
  };
  const isManager = canManage(actor, scope);
  const mayWrite = mayRun && isHeld({ ...session, runs }, actor.at) && isWritable(minutes?.state ?? "DRAFT");
  return {
    session: { ...session, phase: sessionPhase(session, actor.at) },
    phase,
    opensAt: roomOpensAt(times),
    points,
    opening,
    running,
    next: nextOf(points, running),
    pace: paceOf(session, agenda, { runs, at: countedUntil(times, actor.at) }),
    bodies: await findWhoIsHere(actor, { ...scope, startsAt: session.startsAt, doorsMinutes }),
    minutesState: mayRun ? (minutes?.state ?? null) : null,
    may: {
      run: mayRun,
      start: mayRun && phase === "open",
      write: mayWrite,
      tick: isManager && phase === "open",
      manage: isManager,
    },
    owners: mayWrite ? await listTaskOwners(actor, scope.programmeId) : [],
    mark,
  };
}

const liveSelect = {
  ...rowSelect,
  deputyId: true,
  doorsMinutes: true,
  agenda: {
    orderBy: { position: "asc" },
    select: { id: true, title: true, owner: true, minutes: true },
  },
  runs: {
    orderBy: { startedAt: "asc" },
    select: { agendaItemId: true, startedAt: true, endedAt: true },
  },
  minutes: {
    select: {
      state: true,
      lang: true,
      points: {
        select: {
          ...minutesSelect.points.select,
          version: true,
          writtenAt: true,
          writtenBy: { select: { givenName: true, familyName: true } },
        },
      },
    },
  },
} as const;

/** Minutes are written in Italian unless they say otherwise. */
const nothing: Written = {
  lang: "it",
  markdown: "",
  html: "",
  version: 1,
  decisions: [],
  tasks: [],
  at: null,
  who: null,
};

type Parts = Parameters<typeof partsOf>[0];
type WrittenRow = Parts[number] & {
  version: number;
  writtenAt: Date;
  writtenBy: { givenName: string; familyName: string } | null;
};

function writtenParts(
  minutes: { lang: string; points: readonly WrittenRow[] } | null,
): Map<ItemName, Written> {
  const { lang = nothing.lang, points: rows = [] } = minutes ?? {};
  const numbered = new Map(partsOf(rows, { withPeople: true }).map((part) => [part.id, part]));
  return new Map(
    rows.flatMap((row): [ItemName, Written][] => {
      const part = numbered.get(row.id);
      const isOpening = row.agendaItemId === null && row.title === "";
      const item = isOpening ? "opening" : row.agendaItemId;
      if (!part || item === null) return [];
      const { version, writtenAt, writtenBy } = row;
      // The first version is the empty part: nobody has written it.
      const isBlank = version === 1;
      const written = {
        lang,
        markdown: part.markdown,
        html: part.html,
        decisions: part.decisions,
        tasks: part.tasks,
        version,
        at: isBlank ? null : writtenAt,
        who: isBlank || !writtenBy ? null : nameOf(writtenBy),
      };
      return [[item, written]];
    }),
  );
}

function nextOf(points: readonly LivePoint[], running: LivePoint | null): LivePoint | null {
  const after = running ? points.indexOf(running) + 1 : 0;
  return points.slice(after).find((point) => point.time.state === "waiting") ?? null;
}
