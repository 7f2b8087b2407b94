import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import type { NotificationGroup } from "@/lib/platform/db/generated/enums";
import { moment } from "@/tests/support/factories";

/** What one person was told; of a thread unless said. */
export async function aNotice(
  personId: string,
  facts: {
    id?: string;
    programmeId: string;
    subjectId: string;
    subjectKind?: string;
    number?: number | null;
    group?: NotificationGroup;
    kind?: string;
    createdAt?: Date;
    readAt?: Date | null;
    awaitsDigest?: boolean;
  },
): Promise<{ id: string }> {
  return db.notification.create({
    data: {
      personId,
      eventId: randomUUID(),
      group: "FORUM",
      kind: "posted",
      subjectKind: "thread",
      createdAt: new Date(moment.getTime() - 3_600_000),
      ...facts,
    },
    select: { id: true },
  });
}

/** Chooses a pace for a group of mails. */
export async function aPace(
  personId: string,
  group: NotificationGroup,
  pace: "AT_ONCE" | "DAILY" | "WEEKLY" | "NEVER",
): Promise<void> {
  await db.notificationPreference.upsert({
    where: { personId_group: { personId, group } },
    create: { personId, group, pace },
    update: { pace },
  });
}
