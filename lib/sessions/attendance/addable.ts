import type { Prisma } from "@/lib/platform/db";

/**
 * Roles whose people may have come to a session without an invitation: those of its programme that hold at the moment, of
 * people who were not invited.
 */
export function addableWhere(
  session: { id: string; programmeId: string },
  at: Date,
): Prisma.RoleAssignmentWhereInput {
  return {
    programmeId: session.programmeId,
    fromAt: { lte: at },
    OR: [{ toAt: null }, { toAt: { gt: at } }],
    person: { disabledAt: null, invitees: { none: { sessionId: session.id } } },
  };
}
