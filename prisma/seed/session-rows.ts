import type { SessionCreateManyInput } from "@/lib/platform/db/generated/models";
import { identifier, type Seeding } from "./store";

export type SessionRow = Omit<SessionCreateManyInput, "id" | "vevent" | "createdAt"> & { createdAt?: Date };

/** The one place at which the demonstration writes sessions. @returns their identifiers in the same order */
export async function insertSessions(
  { tx, now }: Seeding,
  sessions: readonly SessionRow[],
): Promise<string[]> {
  const rows = sessions.map((session) => ({
    createdAt: now,
    ...session,
    id: identifier(session.createdAt instanceof Date ? session.createdAt : now),
    vevent: null,
  }));
  await tx.session.createMany({ data: rows });
  return rows.map(({ id }) => id);
}
