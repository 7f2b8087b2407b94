const minute = 60_000;

/** When people are reminded of a session, and how long before its start. */
export const reminderMoments = {
  DAYS_7: 7 * 24 * 60 * minute,
  HOURS_24: 24 * 60 * minute,
  MINUTES_15: 15 * minute,
} as const;

export type ReminderMoment = keyof typeof reminderMoments;

const inOrder = Object.keys(reminderMoments) as ReminderMoment[];

/** The moments that are still to come: who is convened later than one of them was just told. */
export function momentsToCome(startsAt: Date, at: Date): { moment: ReminderMoment; runAt: Date }[] {
  return inOrder
    .map((moment) => ({ moment, runAt: new Date(startsAt.getTime() - reminderMoments[moment]) }))
    .filter(({ runAt }) => runAt > at);
}

/** How far the clocks of the portal and of its database may be apart. */
const tolerance = 10 * minute;

/**
 * Whether a reminder says something at this moment: not long before its time, by whose clock ever it was called, and a
 * worker that was away does not make up for it once the next is due.
 */
export function isInTime(moment: ReminderMoment, startsAt: Date, at: Date): boolean {
  const next = inOrder[inOrder.indexOf(moment) + 1];
  const left = startsAt.getTime() - at.getTime();
  return left <= reminderMoments[moment] + tolerance && left > (next ? reminderMoments[next] : 0);
}
