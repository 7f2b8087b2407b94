import "server-only";
import type { Letter, LoggedEvent } from "@/lib/notifications/letters/letter";
import { listRecipients } from "@/lib/notifications/queries";
import type { Subject } from "@/lib/notifications/subject";
import { seatContent } from "@/lib/notifications/tables/contents";
import { findSeats } from "@/lib/notifications/tables/queries";
import type { Actor } from "@/lib/platform/actor";

/** Tells somebody of the place at a table that they were given by somebody else. */
export async function seatLetters(
  actor: Actor,
  { subjectId, actorId }: LoggedEvent,
  people: readonly string[],
): Promise<Letter[]> {
  const table = await findSeats(actor, subjectId, people);
  if (!table) return [];
  const subject: Subject = { kind: "table", id: table.id };
  const seated = await listRecipients(
    actor,
    table.people.filter((id) => id !== actorId),
  );
  return seated.map((person) => ({ person, params: seatContent(table, person), subject }));
}
