import type { Tx } from "@/lib/platform/db";
import { findConvened } from "@/lib/sessions/convocation";

/**
 * Makes the invitations agree with the session's bodies at a moment; who stays keeps the reply. A substitute stays for as
 * long as the person is convened in whose place it comes.
 */
export async function renewInvitees(
  tx: Tx,
  at: Date,
  sessionId: string,
): Promise<{ added: string[]; removed: string[] }> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: {
      programmeId: true,
      allBodies: true,
      bodies: { select: { organisationId: true } },
      invitees: {
        select: { personId: true, standsFor: { select: { personId: true } } },
      },
    },
  });
  const circle = { ...session, bodyIds: session.bodies.map((one) => one.organisationId) };
  const wanted = await findConvened(tx, circle, at);
  const before = new Set(session.invitees.map((one) => one.personId));
  const after = new Set(wanted.map((one) => one.personId));
  const added = wanted.filter((one) => !before.has(one.personId));
  const removed = session.invitees
    .filter(
      ({ personId, standsFor }) => !after.has(personId) && !(standsFor && after.has(standsFor.personId)),
    )
    .map((one) => one.personId);
  await tx.sessionInvitee.createMany({
    data: added.map((one) => ({ ...one, sessionId })),
    skipDuplicates: true,
  });
  await tx.sessionInvitee.deleteMany({ where: { sessionId, personId: { in: removed } } });
  return { added: added.map((one) => one.personId), removed };
}
