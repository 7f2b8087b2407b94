import { must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { minutesAgo } from "./calendar";
import type { Edition } from "./programme";
import type { SessionKey } from "./session-keys";

/** Places for the open meeting's room, and somebody who comes in a colleague's place. */
export async function seedSubstitutes(
  { tx }: Seeding,
  { days }: Edition,
  cast: Cast,
  sessions: ReadonlyMap<SessionKey, string>,
): Promise<void> {
  await tx.session.update({
    where: { id: must(sessions, "open") },
    data: { capacity: 40 },
    select: { id: true },
  });
  await tx.sessionSubstitute.create({
    data: {
      sessionId: must(sessions, "second"),
      personId: must(cast.people, "pia.sambuchi"),
      substituteId: must(cast.people, "orsola.brezzi"),
      isInvited: false,
      namedAt: minutesAgo(days, 2 * 1440),
    },
    select: { sessionId: true },
  });
}
