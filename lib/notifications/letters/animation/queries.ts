import "server-only";
import { refusedContent, silenceContent } from "@/lib/notifications/animation/contents";
import { findRefused, findSilent } from "@/lib/notifications/animation/queries";
import type { Letter, LoggedEvent } from "@/lib/notifications/letters/letter";
import { listRoleHolders } from "@/lib/notifications/queries";
import type { Subject } from "@/lib/notifications/subject";
import type { Actor } from "@/lib/platform/actor";

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
