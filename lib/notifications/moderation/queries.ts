import "server-only";
import type { Letter, LoggedEvent } from "@/lib/notifications/letters/queries";
import { flaggedContent, warningContent } from "@/lib/notifications/moderation/contents";
import { listRecipients, listRoleHolders } from "@/lib/notifications/queries";
import type { Subject } from "@/lib/notifications/subject";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";

const onlySystem = (actor: Actor) => authorise(actor.kind === "system");

const thread = {
  select: {
    id: true,
    title: true,
    category: { select: { programme: { select: { id: true, slug: true, shortTitle: true } } } },
  },
} as const;

/** What the mail of a flagged post says; null when it was decided on meanwhile. */
async function findFlagged(actor: Actor, id: string) {
  onlySystem(actor);
  return db.flagCase.findFirst({
    where: { id, decidedAt: null },
    select: { id: true, post: { select: { number: true, thread } } },
  });
}

/** What the mail of a warning says. */
async function findWarning(actor: Actor, id: string) {
  onlySystem(actor);
  return db.postWarning.findUnique({
    where: { id },
    select: { text: true, personId: true, post: { select: { number: true, thread } } },
  });
}

export type FlaggedFacts = NonNullable<Awaited<ReturnType<typeof findFlagged>>>;
export type WarningFacts = NonNullable<Awaited<ReturnType<typeof findWarning>>>;

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
