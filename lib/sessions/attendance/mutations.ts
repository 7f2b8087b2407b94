import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { addableWhere } from "@/lib/sessions/attendance/addable";
import type { AddAttendee } from "@/lib/sessions/attendance/schema";
import type { SessionPlace } from "@/lib/sessions/mutations";
import { canManage, visibleTo } from "@/lib/sessions/policy";

/**
 * Puts somebody of the programme who came without an invitation on the list of those present. Adding twice is adding once;
 * who did not come after all is taken off by saying nothing of that person in the attendance.
 */
export async function addAttendee(actor: Actor, input: AddAttendee): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = found(
      await tx.session.findFirst({
        where: { AND: [{ id: input.id }, visibleTo(actor)] },
        select: {
          id: true,
          programmeId: true,
          deputyId: true,
          startsAt: true,
          programme: { select: { slug: true } },
        },
      }),
      "session",
    );
    authorise(canManage(actor, session));
    // The attendance of a closed session is locked: a closing that comes now waits for this to end, or this for it.
    const [row] = await tx.$queryRaw<{ state: string }[]>`
      select state::text from session where id = ${session.id}::uuid for update`;
    const { state } = found(row, "session");
    if (state !== "CONVENED") throw new DomainError("sessions.locked", { state });
    if (session.startsAt > actor.at) throw new DomainError("sessions.notBegun", { start: session.startsAt });
    const role = await tx.roleAssignment.findFirst({
      where: { AND: [addableWhere(session, actor.at), { personId: input.person }] },
      orderBy: [{ organisationId: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      select: { organisationId: true },
    });
    if (!role) throw new DomainError("sessions.notToBeAdded", {}, "person");
    const { count } = await tx.attendance.createMany({
      data: [
        {
          sessionId: session.id,
          personId: input.person,
          organisationId: role.organisationId,
          present: true,
        },
      ],
      skipDuplicates: true,
    });
    if (count > 0) {
      // A form of the attendance that was opened before would take the person off again: it is told that it is stale.
      await tx.session.update({
        where: { id: session.id },
        data: { version: { increment: 1 }, updatedAt: actor.at },
        select: { id: true },
      });
      await recordEvent(tx, actor, {
        kind: "sessions.attendeeAdded",
        subject: { kind: "session", id: session.id },
        programmeId: session.programmeId,
        organisationId: role.organisationId,
        data: { person: input.person },
      });
    }
    return { id: session.id, slug: session.programme.slug };
  });
}
