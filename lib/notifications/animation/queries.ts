import "server-only";
import { refusedContent, silenceContent } from "@/lib/notifications/animation/contents";
import type { Letter, LoggedEvent } from "@/lib/notifications/letters/queries";
import { listRoleHolders } from "@/lib/notifications/queries";
import type { Subject } from "@/lib/notifications/subject";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";

const onlySystem = (actor: Actor) => authorise(actor.kind === "system");

const programme = { select: { id: true, slug: true, shortTitle: true } } as const;

/** What the mail of a post says that did not come; null when it is gone. */
async function findRefused(actor: Actor, id: string) {
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
async function findSilent(actor: Actor, programmeId: string) {
  onlySystem(actor);
  return db.programme.findUnique({ where: { id: programmeId }, ...programme });
}

export type RefusedFacts = NonNullable<Awaited<ReturnType<typeof findRefused>>>;
export type SilentFacts = NonNullable<Awaited<ReturnType<typeof findSilent>>>;

/** Tells the coordinators of a post that was not published when its moment had come. */
export async function refusedLetters(actor: Actor, event: LoggedEvent): Promise<Letter[]> {
  const post = await findRefused(actor, event.subjectId);
  if (!post) return [];
  const coordinators = await listRoleHolders(actor, ["COORDINATOR"], { programmeId: post.programme.id });
  const subject: Subject = { kind: "programme", id: post.programme.id };
  return coordinators.map((person) => ({ person, params: refusedContent(post, person), subject }));
}

/** Reminds the referents of a body that has not written for long. */
export async function silenceLetters(
  actor: Actor,
  { subjectId, organisationId }: LoggedEvent,
): Promise<Letter[]> {
  const programme = await findSilent(actor, subjectId);
  if (!programme || !organisationId) return [];
  const scope = { programmeId: programme.id, organisationIds: [organisationId] };
  const subject: Subject = { kind: "programme", id: programme.id };
  const referents = await listRoleHolders(actor, ["REFERENT"], scope);
  return referents.map((person) => ({ person, params: silenceContent(programme, person), subject }));
}
