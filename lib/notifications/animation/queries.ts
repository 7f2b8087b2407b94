import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";

const onlySystem = (actor: Actor) => authorise(actor.kind === "system");

const programme = { select: { id: true, slug: true, shortTitle: true } } as const;

/** What the mail of a post says that did not come; null when it is gone. */
export async function findRefused(actor: Actor, id: string) {
  onlySystem(actor);
  return db.scheduledPost.findFirst({
    where: { id, state: "REFUSED" },
    select: {
      title: true,
      thread: { select: { title: true } },
      author: { select: { givenName: true, familyName: true } },
      programme,
    },
  });
}

/** The programme in whose forum a body is silent. */
export async function findSilent(actor: Actor, programmeId: string) {
  onlySystem(actor);
  return db.programme.findUnique({ where: { id: programmeId }, ...programme });
}

export type RefusedFacts = NonNullable<Awaited<ReturnType<typeof findRefused>>>;
export type SilentFacts = NonNullable<Awaited<ReturnType<typeof findSilent>>>;
