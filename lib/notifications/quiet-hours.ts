import { addDays } from "date-fns";
import { fromDateOnly, romeDay, romeInstant, romeTime } from "@/lib/platform/rome-time";

/** Between these hours of Rome no mail leaves that can wait. */
export const quietHours = { from: "20:00", to: "07:00" } as const;

/** When a mail that can wait leaves: now (undefined), or in the morning. */
export function afterQuietHours(at: Date): Date | undefined {
  const time = romeTime(at);
  if (time < quietHours.to) return romeInstant(romeDay(at), quietHours.to);
  if (time >= quietHours.from) return romeInstant(dayAfter(romeDay(at)), quietHours.to);
  return undefined;
}

function dayAfter(day: string): string {
  return addDays(fromDateOnly(day), 1).toISOString().slice(0, 10);
}
