import "server-only";
import { canAnimate } from "@/lib/animation/policy";
import { listDue, publish, refuse, type Waiting } from "@/lib/animation/scheduling/commands";
import { renderPost } from "@/lib/forum/mentions/queries";
import { findPersonActor } from "@/lib/people/queries";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";

const atOnce = 200;

/**
 * Publishes what was written beforehand and whose moment has come, each once, whoever runs this besides. What its author
 * may not write any more is refused, and told. What fails otherwise waits for the next run, and keeps nothing else back.
 * @returns how many were published
 */
export async function publishDue(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const failures: unknown[] = [];
  let published = 0;
  let after: string | undefined;
  do {
    const { due, next } = await listDue(db, actor, { after, size: atOnce });
    for (const post of due) {
      try {
        if (await publishOne(actor, post)) published += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    after = next;
  } while (after);
  if (failures.length > 0) throw failures[0];
  return published;
}

async function publishOne(actor: Actor, post: Waiting & { authorId: string }): Promise<boolean> {
  try {
    const author = await findPersonActor(actor, post.authorId);
    if (!author || !canAnimate(author, post)) throw new ForbiddenError("scheduledPost");
    const rendered = await renderPost(author, post.programmeId, post.markdown);
    return (await inTransaction((tx) => publish(tx, actor, { post, author, rendered }))) !== null;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) await inTransaction((tx) => refuse(tx, actor, { post, refusal }));
    else if (!isEarly(error)) throw error;
    return false;
  }
}

// A thread that is slowed down takes it a little later.
const isEarly = (error: unknown) => error instanceof DomainError && error.code === "forum.tooSoon";

function refusalOf(error: unknown): string | null {
  if (error instanceof ForbiddenError) return "notAllowed";
  if (error instanceof NotFoundError) return "gone";
  return error instanceof DomainError && !isEarly(error) ? error.code : null;
}
