import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** What was read: a list by its name, or a thing by its identifier. */
export type NewRead = {
  subject: { kind: string; id: string };
  /** identifiers, codes, numbers and dates only: the log outlives erasure, so no personal text */
  data?: Record<string, string | number | boolean>;
};

/**
 * Writes one entry into the append-only log of reads, before what it is about is handed out: who cannot be recorded is
 * given nothing.
 */
export async function recordRead(actor: Actor, { subject, data = {} }: NewRead): Promise<void> {
  await db.readRecord.create({
    data: {
      actorId: actor.personId,
      actorKind: actor.label,
      subjectKind: subject.kind,
      subjectId: subject.id,
      data,
      readAt: actor.at,
    },
  });
}
