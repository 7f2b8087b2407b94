import type { Actor } from "@/lib/platform/actor";
import { canSeePeople, canWriteMinutes, type Run } from "@/lib/sessions/policy";

/** Starting and ending points, and writing what is said under them: whoever writes the minutes. */
export function canRunPoints(actor: Actor, session: Run): boolean {
  return canWriteMinutes(actor, session);
}

/** Who is there and who is still expected: the members of the programme, as on the page of the session. */
export function canSeeWhoIsHere(actor: Actor, session: Run): boolean {
  return canSeePeople(actor, session);
}
