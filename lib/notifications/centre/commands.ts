import type { TemplateName } from "@/lib/notifications/rules";
import type { Subject } from "@/lib/notifications/subject";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import type { NotificationGroup } from "@/lib/platform/db/generated/enums";
import { authorise } from "@/lib/platform/errors";

/** What one person is told on the page. */
export type Notice = {
  personId: string;
  eventId: string;
  programmeId: string | null;
  group: NotificationGroup;
  kind: TemplateName;
  subject: Subject;
  awaitsDigest: boolean;
};

/**
 * Tells people on their page, each once of an event.
 * @returns who had not been told before
 */
export async function tell(tx: Tx, actor: Actor, notices: readonly Notice[]): Promise<Set<string>> {
  authorise(actor.kind === "system");
  const told = await tx.notification.createManyAndReturn({
    data: notices.map(({ subject, ...notice }) => ({
      ...notice,
      subjectKind: subject.kind,
      subjectId: subject.id,
      number: subject.number ?? null,
      createdAt: actor.at,
    })),
    skipDuplicates: true,
    select: { personId: true },
  });
  return new Set(told.map(({ personId }) => personId));
}

/** Notes that one has read what one was told; only the person sees it, so it is no event. */
export async function noteRead(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (actor.personId === null) return;
  await tx.notification.updateMany({
    where: { id, personId: actor.personId, readAt: null },
    data: { readAt: actor.at },
  });
}
