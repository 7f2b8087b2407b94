import type { Prisma } from "@/lib/platform/db";
import type { Seeding } from "./store";

/** One entry of the log, as a mutation of the running portal would have written it. */
export type HistoryEntry = {
  kind: `${string}.${string}`;
  at: Date;
  /** identifier of the person who acted; none = the portal itself */
  by: string | null;
  subject: { kind: string; id: string };
  organisationId?: string | null;
  data?: Prisma.InputJsonObject;
};

/** Writes the log of what the demonstration shows as done, in the order of time; nobody is told of it by mail. */
export async function writeHistory(
  { tx, now }: Seeding,
  programmeId: string,
  entries: readonly HistoryEntry[],
): Promise<void> {
  await tx.event.createMany({
    data: entries
      .filter(({ at }) => at <= now)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ kind, at, by, subject, organisationId, data }) => ({
        kind,
        actorId: by,
        actorKind: by ? "person" : "system:demonstration",
        subjectKind: subject.kind,
        subjectId: subject.id,
        programmeId,
        organisationId: organisationId ?? null,
        data: data ?? {},
        occurredAt: at,
      })),
  });
}
