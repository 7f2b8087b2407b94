import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import type { PilotChamber } from "./cast";

/** A moment of the past: days from the due day, days before today, or minutes before the moment of loading. */
export type Moment =
  | { fromDue: number; time: string }
  | { daysAgo: number; time: string }
  | { minutesAgo: number };

export type Attempt = {
  sent: Moment;
  opened?: Moment;
  /** places of the chain approved before the decision, by the accounts in order */
  stepped?: readonly Moment[];
  decided?: { at: Moment; decision: "APPROVED" | "CHANGES_REQUESTED"; comment: string };
};

export type Cell = {
  state: DeliverableState;
  attempts: readonly Attempt[];
  lockedAt?: Moment;
  /** sent while the last attempt is under review, and not taken yet */
  newer?: Moment;
  /** prepared together, not sent yet */
  draft?: { at: Moment; by: string; note: string; isReady?: boolean };
  extension?: { until: "sixthDue" | { inDays: number }; reason: string; grantedAt: Moment };
};

const fromDue = (days: number, time: string): Moment => ({ fromDue: days, time });
const daysAgo = (days: number, time: string): Moment => ({ daysAgo: days, time });
const minutesAgo = (minutes: number): Moment => ({ minutesAgo: minutes });

const toDo: Cell = { state: "TO_DO", attempts: [] };

const approved = (at: Moment): Attempt["decided"] => ({
  at,
  decision: "APPROVED",
  comment: "Completo e conforme alle istruzioni.",
});

/** Sent and locked on days counted from the due day. */
function locked(sent: number, lock: number, time = "15:05"): Cell {
  const read = Math.max(sent, lock - 1);
  const late = read === sent;
  return {
    state: "LOCKED",
    attempts: [
      {
        sent: fromDue(sent, late ? "09:20" : time),
        opened: fromDue(read, late ? "10:40" : "14:10"),
        decided: approved(fromDue(read, late ? "11:35" : "15:20")),
      },
    ],
    lockedAt: fromDue(lock, "16:15"),
  };
}

const submitted = (sent: Moment): Cell => ({ state: "SUBMITTED", attempts: [{ sent }] });

const inReview = (sent: Moment, opened: Moment): Cell => ({
  state: "IN_REVIEW",
  attempts: [{ sent, opened }],
});

const approvedNow = (sent: Moment, opened: Moment, minutes: number): Cell => ({
  state: "APPROVED",
  attempts: [{ sent, opened, decided: approved(minutesAgo(minutes)) }],
});

const busy =
  "Un componente del gruppo di lavoro è assente: la Camera chiede di consegnare con le prime schede.";

/** Eight requests for each of the six chambers. */
export const cells: Readonly<Record<PilotChamber, readonly Cell[]>> = {
  valfiorita: [
    locked(-1, 3),
    locked(0, 3),
    {
      state: "LOCKED",
      attempts: [
        {
          sent: fromDue(-7, "12:10"),
          opened: fromDue(-4, "09:15"),
          decided: {
            at: fromDue(-4, "10:05"),
            decision: "CHANGES_REQUESTED",
            comment:
              "Per gli uffici di sportello l’attività prevalente è troppo generica: serve il dettaglio indicato nel modello.",
          },
        },
        {
          sent: fromDue(0, "16:30"),
          opened: fromDue(4, "11:00"),
          decided: approved(fromDue(4, "11:40")),
        },
      ],
      lockedAt: fromDue(5, "12:00"),
    },
    {
      state: "CHANGES_REQUESTED",
      attempts: [
        {
          sent: fromDue(-1, "17:10"),
          opened: daysAgo(5, "09:40"),
          decided: {
            at: daysAgo(5, "10:25"),
            decision: "CHANGES_REQUESTED",
            comment: "Indicare i destinatari per ufficio e chi tiene i colloqui; il resto è chiaro.",
          },
        },
      ],
      extension: {
        until: { inDays: 2 },
        reason: "Termine per la correzione chiesta nella revisione.",
        grantedAt: daysAgo(5, "10:30"),
      },
    },
    submitted(fromDue(0, "16:40")),
    {
      ...toDo,
      draft: { at: daysAgo(1, "15:45"), by: "staff.a", note: "Bozza condivisa: le 14 schede", isReady: true },
    },
    toDo,
    toDo,
  ],
  "rocca-serena": [
    locked(-2, -1),
    locked(-3, -1),
    locked(-2, 0),
    locked(-1, 3),
    approvedNow(fromDue(-2, "11:30"), fromDue(0, "15:30"), 68),
    submitted(minutesAgo(100)),
    toDo,
    toDo,
  ],
  pontelungo: [
    locked(-1, 3),
    locked(0, 4),
    locked(0, 6),
    // With its second reviewer, after the first has approved.
    {
      state: "IN_REVIEW",
      attempts: [{ sent: fromDue(0, "12:50"), opened: daysAgo(7, "16:00"), stepped: [daysAgo(6, "11:20")] }],
    },
    { ...inReview(fromDue(-1, "10:15"), fromDue(0, "14:45")), newer: daysAgo(1, "12:35") },
    toDo,
    toDo,
    toDo,
  ],
  "borgo-marittimo": [
    locked(0, 4),
    locked(3, 5, "10:10"),
    approvedNow(fromDue(0, "17:20"), daysAgo(1, "17:05"), 50),
    submitted(fromDue(4, "09:50")),
    toDo,
    toDo,
    toDo,
    toDo,
  ],
  "colle-d-ulivo": [
    locked(0, 5),
    locked(0, 3),
    {
      state: "CHANGES_REQUESTED",
      attempts: [
        {
          sent: fromDue(3, "09:05"),
          opened: daysAgo(12, "11:10"),
          decided: {
            at: daysAgo(12, "12:00"),
            decision: "CHANGES_REQUESTED",
            comment:
              "Mancano i dipendenti a tempo parziale e la colonna delle ore annue è vuota per due uffici.",
          },
        },
      ],
    },
    { ...toDo, extension: { until: "sixthDue", reason: busy, grantedAt: fromDue(-1, "09:30") } },
    { ...toDo, extension: { until: "sixthDue", reason: busy, grantedAt: fromDue(-2, "15:10") } },
    toDo,
    toDo,
    toDo,
  ],
  terrefonde: [
    locked(-1, 0),
    locked(-1, 0),
    locked(0, 4),
    approvedNow(fromDue(-1, "16:05"), daysAgo(2, "10:30"), 85),
    submitted(fromDue(1, "10:10")),
    toDo,
    toDo,
    toDo,
  ],
};
