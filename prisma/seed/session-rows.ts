import type { SessionCreateManyInput } from "@/lib/platform/db/generated/models";
import { buildVevent } from "@/lib/sessions/vevent";
import { identifier, type Seeding } from "./store";

export type AgendaPoint = { title: string; minutes: number; owner: string | null };

export type SessionRow = Omit<
  SessionCreateManyInput,
  "id" | "vevent" | "createdAt" | "startsAt" | "endsAt" | "state" | "convenedAt"
> & {
  startsAt: Date;
  endsAt: Date;
  state: "CONVENED" | "CLOSED";
  convenedAt: Date | null;
  createdAt: Date;
  agenda: readonly AgendaPoint[];
};

/**
 * The one place at which the demonstration writes sessions, with their agenda and calendar entry.
 * @returns their identifiers in the same order
 */
export async function insertSessions({ tx }: Seeding, sessions: readonly SessionRow[]): Promise<string[]> {
  const rows = sessions.map((session) => ({ ...session, id: identifier(session.createdAt) }));
  await tx.session.createMany({
    data: rows.map(({ agenda, ...row }) => ({
      ...row,
      vevent: buildVevent(
        { ...row, description: row.description ?? "", place: row.place ?? null, sequence: 0, agenda },
        row.convenedAt ?? row.createdAt,
      ),
    })),
  });
  await tx.agendaItem.createMany({
    data: rows.flatMap(({ id, agenda }) =>
      agenda.map((point, index) => ({ ...point, sessionId: id, position: index + 1 })),
    ),
  });
  return rows.map(({ id }) => id);
}
