import { type Actor, personActor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { absoluteHours } from "@/lib/platform/sign-in-token";

const hour = 3_600_000;

/**
 * Opens a sign-in for somebody who has just proved who they are. Each one is new, and the one that the browser brought
 * along ends, so that a planted cookie is worth nothing afterwards.
 */
export async function openSignIn(
  tx: Tx,
  actor: Actor,
  input: { personId: string; device: string | null; replaces: string | null },
): Promise<{ signInId: string }> {
  authorise(actor.kind !== "system", "sign-in of a system actor");
  const { id } = await tx.signIn.create({
    data: {
      personId: input.personId,
      device: input.device,
      createdAt: actor.at,
      lastSeenAt: actor.at,
      expiresAt: new Date(actor.at.getTime() + absoluteHours * hour),
    },
    select: { id: true },
  });
  if (input.replaces) {
    await tx.signIn.updateMany({ where: { id: input.replaces, endedAt: null }, data: { endedAt: actor.at } });
  }
  const person = personActor({ personId: input.personId, assignments: [] }, actor.at);
  await recordEvent(tx, person, { kind: "people.signedIn", subject: { kind: "person", id: input.personId } });
  return { signInId: id };
}

/** Ends every sign-in of a person, but for one when it is named: after a new password, or when the person is disabled. */
export async function endSignIns(
  tx: Tx,
  actor: Actor,
  input: { personId: string; except?: string | null },
): Promise<number> {
  const { count } = await tx.signIn.updateMany({
    where: {
      personId: input.personId,
      endedAt: null,
      ...(input.except ? { id: { not: input.except } } : {}),
    },
    data: { endedAt: actor.at },
  });
  return count;
}
