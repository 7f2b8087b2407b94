/** When a point was spoken of; without an end while it goes on. */
export type Run = { agendaItemId: string; startedAt: Date; endedAt: Date | null };

export type PlannedPoint = { id: string; minutes: number | null };

/** What the runs of a point come to. */
export type PointTime = {
  state: "waiting" | "running" | "done";
  /** of all runs that have ended */
  spentMs: number;
  /** since when it goes on */
  runningSince: Date | null;
  firstStartedAt: Date | null;
  lastEndedAt: Date | null;
};

/** The whole agenda against its plan. */
export type Pace = {
  plannedMinutes: number;
  actualMinutes: number;
  /** minutes by which the end moves at this pace: positive is late; null before the first point, or without a plan */
  behindMinutes: number | null;
};

const minute = 60_000;

/** The times of one point, out of the runs of its session. */
export function timeOf(pointId: string, runs: readonly Run[]): PointTime {
  const own = runs.filter((run) => run.agendaItemId === pointId);
  const running = own.find((run) => run.endedAt === null);
  const ended = own.flatMap((run) => (run.endedAt ? [{ ...run, endedAt: run.endedAt }] : []));
  const state = own.length > 0 ? "done" : "waiting";
  return {
    state: running ? "running" : state,
    spentMs: ended.reduce((sum, run) => sum + (run.endedAt.getTime() - run.startedAt.getTime()), 0),
    runningSince: running?.startedAt ?? null,
    firstStartedAt: earliest(own.map((run) => run.startedAt)),
    lastEndedAt: running ? null : latest(ended.map((run) => run.endedAt)),
  };
}

/** The minutes a point has taken until a moment. */
export function spentMinutes({ spentMs, runningSince }: PointTime, at: Date): number {
  const going = runningSince ? Math.max(0, at.getTime() - runningSince.getTime()) : 0;
  return Math.round((spentMs + going) / minute);
}

/** The minutes that a point took, null when it was never started. */
export function spentOn(pointId: string, runs: readonly Run[], at: Date): number | null {
  const time = timeOf(pointId, runs);
  return time.state === "waiting" ? null : spentMinutes(time, at);
}

/**
 * How an agenda goes. What is left of the plan is added to the moment: where that comes out later than the plan of all, the
 * session is behind. Breaks count, as time that is gone; points without a plan have no part in it. Once nothing is left or
 * goes on, the moment is that at which the last point ended.
 */
export function paceOf(
  session: { startsAt: Date },
  points: readonly PlannedPoint[],
  { runs, at }: { runs: readonly Run[]; at: Date },
): Pace {
  const times = points.map((point) => ({ planned: point.minutes ?? 0, time: timeOf(point.id, runs) }));
  const plannedMinutes = times.reduce((sum, one) => sum + one.planned, 0);
  const actualMinutes = times.reduce((sum, one) => sum + spentMinutes(one.time, at), 0);
  const left = times.reduce((sum, { planned, time }) => {
    if (time.state === "waiting") return sum + planned;
    return time.state === "running" ? sum + Math.max(0, planned - spentMinutes(time, at)) : sum;
  }, 0);
  const isRunning = times.some(({ time }) => time.state === "running");
  const lastEnd = latest(times.flatMap(({ time }) => time.lastEndedAt ?? []));
  const moment = (isRunning || left > 0 ? latest([at, lastEnd ?? at]) : lastEnd) ?? at;
  const end = moment.getTime() + left * minute;
  const hasBegun = times.some(({ time }) => time.state !== "waiting");
  return {
    plannedMinutes,
    actualMinutes,
    behindMinutes:
      hasBegun && plannedMinutes > 0
        ? Math.round((end - session.startsAt.getTime()) / minute) - plannedMinutes
        : null,
  };
}

/**
 * When a point that still goes on ends with the closing of its session: at the end that was written down, else at the
 * scheduled one, never after the closing itself. Nobody ended it, so that its time is as good as that.
 */
export function endAtClosing(
  run: { startedAt: Date },
  session: { endsAt: Date; actualEndsAt: Date | null },
  at: Date,
): Date {
  const end = session.actualEndsAt ?? session.endsAt;
  return new Date(Math.max(run.startedAt.getTime(), Math.min(end.getTime(), at.getTime())));
}

function earliest(moments: readonly Date[]): Date | null {
  return moments.length > 0 ? new Date(Math.min(...moments.map(Number))) : null;
}

function latest(moments: readonly Date[]): Date | null {
  return moments.length > 0 ? new Date(Math.max(...moments.map(Number))) : null;
}
