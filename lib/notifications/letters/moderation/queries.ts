import "server-only";
import type { Letter, LoggedEvent } from "@/lib/notifications/letters/letter";
import { flaggedContent, warningContent } from "@/lib/notifications/moderation/contents";
import { findFlagged, findWarning } from "@/lib/notifications/moderation/queries";
import { listRecipients, listRoleHolders } from "@/lib/notifications/queries";
import type { Subject } from "@/lib/notifications/subject";
import type { Actor } from "@/lib/platform/actor";

/** Tells the coordinators of a flag that waits for them. */
export async function flaggedLetters(actor: Actor, event: LoggedEvent): Promise<Letter[]> {
  const flagged = await findFlagged(actor, event.subjectId);
  if (!flagged) return [];
  const { number, thread } = flagged.post;
  const coordinators = await listRoleHolders(actor, ["COORDINATOR"], {
    programmeId: thread.category.programme.id,
  });
  const subject: Subject = { kind: "thread", id: thread.id, number };
  return coordinators
    .filter((person) => person.id !== event.actorId)
    .map((person) => ({ person, params: flaggedContent(flagged, person), subject }));
}

/** Tells somebody that they were warned. */
export async function warningLetters(actor: Actor, event: LoggedEvent): Promise<Letter[]> {
  const warning = await findWarning(actor, event.subjectId);
  if (!warning) return [];
  const people = await listRecipients(actor, [warning.personId]);
  const { number, thread } = warning.post;
  const subject: Subject = { kind: "thread", id: thread.id, number };
  return people.map((person) => ({ person, params: warningContent(warning, person), subject }));
}
