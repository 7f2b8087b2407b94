import type { Tx } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";

/**
 * Guards an edit: `updateMany({ where: { id, version }, … })` that touched no row came from a form shown before somebody
 * else's change, or lost a race against it.
 * @throws StaleError with who changed the thing last and when
 */
export async function assertUnchanged(
  tx: Tx,
  count: number,
  subject: { kind: string; id: string },
): Promise<void> {
  if (count > 0) return;
  const event = await tx.event.findFirst({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    orderBy: { seq: "desc" },
    select: { actorId: true, occurredAt: true },
  });
  const person = event?.actorId
    ? await tx.person.findUnique({
        where: { id: event.actorId },
        select: { givenName: true, familyName: true },
      })
    : null;
  throw new StaleError({
    who: person ? `${person.givenName} ${person.familyName}` : "Sperimenta",
    at: event?.occurredAt ?? new Date(0),
  });
}
