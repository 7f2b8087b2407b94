import type { Mentionable } from "@/lib/forum/mentions/names";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";

/**
 * Keeps whom a post calls, in place of whom it called before.
 * @returns the mentions that are new: those people are told
 */
export async function keepMentions(
  tx: Tx,
  actor: Actor,
  postId: string,
  called: readonly Mentionable[],
): Promise<string[]> {
  const before = await tx.postMention.findMany({
    where: { postId },
    select: { id: true, personId: true, organisationId: true, role: true },
  });
  const known = new Map(before.map((one) => [one.personId ?? one.organisationId ?? one.role, one.id]));
  const kept = new Set(called.map(({ id }) => id as string));
  const gone = before.filter((one) => !kept.has((one.personId ?? one.organisationId ?? one.role) as string));
  if (gone.length > 0) await tx.postMention.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  const added = called.filter(({ id }) => !known.has(id));
  if (added.length === 0) return [];
  const made = await tx.postMention.createManyAndReturn({
    data: added.map((one) => ({ postId, name: one.name, createdAt: actor.at, ...calledIn(one) })),
    select: { id: true },
  });
  return made.map(({ id }) => id);
}

function calledIn(one: Mentionable) {
  if (one.kind === "person") return { personId: one.id };
  return one.kind === "body" ? { organisationId: one.id } : { role: one.id };
}
