import "server-only";
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
export async function findFlagged(actor: Actor, id: string) {
  onlySystem(actor);
  return db.flagCase.findFirst({
    where: { id, decidedAt: null },
    select: { id: true, post: { select: { number: true, thread } } },
  });
}

/** What the mail of a warning says. */
export async function findWarning(actor: Actor, id: string) {
  onlySystem(actor);
  return db.postWarning.findUnique({
    where: { id },
    select: { text: true, personId: true, post: { select: { number: true, thread } } },
  });
}

export type FlaggedFacts = NonNullable<Awaited<ReturnType<typeof findFlagged>>>;
export type WarningFacts = NonNullable<Awaited<ReturnType<typeof findWarning>>>;
