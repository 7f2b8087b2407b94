/** Hours within which the link of a mail confirms; what was not confirmed goes with it. */
export const hoursToConfirm = 48;

/** Until when a link that is sent at a moment confirms. */
export function confirmableUntil(at: Date): Date {
  return new Date(at.getTime() + hoursToConfirm * 3_600_000);
}
