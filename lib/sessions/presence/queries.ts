import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { visibleTo } from "@/lib/sessions/policy";

/**
 * At how many of the sessions to which its people were invited each body was present. A body is present when one of its
 * people was; sessions whose attendance was not taken do not count.
 */
export async function countPresenceByBody(
  actor: Actor,
  programmeId: string,
): Promise<Map<string, { present: number; held: number }>> {
  const sessions = await db.session.findMany({
    where: {
      AND: [
        {
          programmeId,
          state: { in: ["CONVENED", "CLOSED"] },
          endsAt: { lte: actor.at },
          attendance: { some: {} },
        },
        visibleTo(actor),
      ],
    },
    select: {
      invitees: {
        where: { organisationId: { not: null } },
        select: { personId: true, organisationId: true },
      },
      attendance: { where: { present: true }, select: { personId: true, organisationId: true } },
    },
    orderBy: { startsAt: "desc" },
    take: 500,
  });
  const counts = new Map<string, { present: number; held: number }>();
  for (const { invitees, attendance } of sessions) {
    const there = new Set(attendance.map(({ personId }) => personId));
    // Who came without an invitation came for a body too.
    for (const [body, people] of peopleByBody([...invitees, ...attendance])) {
      const count = counts.get(body) ?? { present: 0, held: 0 };
      const isPresent = people.some((person) => there.has(person));
      counts.set(body, { present: count.present + (isPresent ? 1 : 0), held: count.held + 1 });
    }
  }
  return counts;
}

function peopleByBody(
  invitees: { personId: string; organisationId: string | null }[],
): Map<string, string[]> {
  const people = new Map<string, string[]>();
  for (const { personId, organisationId } of invitees) {
    if (organisationId) people.set(organisationId, [...(people.get(organisationId) ?? []), personId]);
  }
  return people;
}
