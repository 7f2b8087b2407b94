import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { fillPlaces, lockSession } from "@/lib/sessions/replies/commands";

type Left = { sessionId: string; programmeId: string; people: string[] };

/**
 * Ends the invitations to sessions to come of people who left the programme or were disabled: their places go to those
 * who wait, and their calendars lose the session. Their links had stopped at once.
 * @returns how many invitations ended
 */
export async function endInvitations(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const left = await db.$queryRaw<Left[]>`
    select s.id as "sessionId", s.programme_id as "programmeId", array_agg(i.person_id) as people
    from session s join session_invitee i on i.session_id = s.id join person p on p.id = i.person_id
    where s.state = 'CONVENED' and s.starts_at > ${actor.at} and (p.disabled_at is not null or not exists (
      select from role_assignment r where r.person_id = p.id and r.programme_id = s.programme_id
        and r.from_at <= ${actor.at} and (r.to_at is null or r.to_at > ${actor.at})))
    group by s.id order by s.id`;
  for (const { sessionId, programmeId, people } of left) {
    await inTransaction(async (tx) => {
      await lockSession(tx, actor, sessionId);
      const { count } = await tx.sessionInvitee.deleteMany({
        where: { sessionId, personId: { in: people } },
      });
      if (count === 0) return;
      await recordEvent(tx, actor, {
        kind: "sessions.invitationsEnded",
        subject: { kind: "session", id: sessionId },
        programmeId,
        data: { removed: people },
      });
      await fillPlaces(tx, actor, sessionId);
    });
  }
  return left.reduce((sum, one) => sum + one.people.length, 0);
}
