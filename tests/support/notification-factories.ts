import { randomUUID } from "node:crypto";
import { mailLine } from "@/lib/notifications/merging/jobs";
import { systemActor } from "@/lib/platform/actor";
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
    count?: number;
    createdAt?: Date;
    latestAt?: Date;
    openUntil?: Date | null;
    readAt?: Date | null;
    awaitsDigest?: boolean;
  },
): Promise<{ id: string }> {
  const createdAt = facts.createdAt ?? new Date(moment.getTime() - 3_600_000);
  return db.notification.create({
    data: {
      personId,
      group: "FORUM",
      kind: "posted",
      subjectKind: "thread",
      createdAt,
      latestAt: createdAt,
      ...facts,
      events: { create: [{ eventId: randomUUID(), personId, toldAt: createdAt }] },
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

/** Lets the windows pass of the lines that tell of an event: their mails are written. @returns the keys of those mails */
export async function windowsPass(eventId: string, at: Date): Promise<string[]> {
  const lines = await db.notificationEvent.findMany({ where: { eventId }, select: { notificationId: true } });
  const actor = systemActor("mail-line", at);
  for (const { notificationId } of lines) await mailLine(actor, { notificationId });
  return lines.map(({ notificationId }) => `line:${notificationId}`);
}
