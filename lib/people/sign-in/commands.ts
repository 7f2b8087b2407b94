import { type Actor, personActor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { signInLimits } from "@/lib/platform/sign-in-token";

/** How long a sign-in waits for its code. */
const pendingLife = 10 * 60_000;

/** A new sign-in; while it awaits a code it opens nothing. */
export type OpenedSignIn = { signInId: string; awaits: "code" | null };

/** Who signs in, from where, and whether a second factor was proved on the way. */
export type NewSignIn = {
  personId: string;
  device: string | null;
  network: string | null;
  /** the sign-in that this browser held before: it ends */
  replaces: string | null;
  secondFactor?: boolean;
};

/**
 * Opens a sign-in for somebody who has just proved who they are: by password, through a provider, or by the code that a
 * first sign-in awaited. Whoever has a second factor and did not prove it gets one that awaits the code. Each one is new,
 * and the one that the browser brought along ends, so that a planted cookie is worth nothing afterwards.
 */
export async function openSignIn(tx: Tx, actor: Actor, input: NewSignIn): Promise<OpenedSignIn> {
  authorise(actor.kind !== "system", "sign-in of a system actor");
  const { personId, device, network, secondFactor = false } = input;
  const factor = await tx.secondFactor.findUnique({ where: { personId }, select: { confirmedAt: true } });
  const awaits = factor?.confirmedAt && !secondFactor ? "code" : null;
  const ends = new Date(actor.at.getTime() + (awaits ? pendingLife : signInLimits().absolute));
  const { id } = await tx.signIn.create({
    data: {
      personId,
      device,
      network,
      createdAt: actor.at,
      lastSeenAt: actor.at,
      expiresAt: ends,
      provedAt: awaits ? null : actor.at,
      secondFactorAt: secondFactor ? actor.at : null,
      pendingUntil: awaits ? ends : null,
    },
    select: { id: true },
  });
  if (input.replaces) {
    await tx.signIn.updateMany({ where: { id: input.replaces, endedAt: null }, data: { endedAt: actor.at } });
  }
  if (awaits) return { signInId: id, awaits };
  await recordEvent(tx, personActor({ personId, assignments: [] }, actor.at), {
    kind: "people.signedIn",
    subject: { kind: "person", id: personId },
    data: { secondFactor },
  });
  return { signInId: id, awaits };
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
  // Whoever ends sign-ins fears that others read along: mails that they may have answer nothing either.
  await tx.person.update({
    where: { id: input.personId },
    data: { repliesFrom: actor.at },
    select: { id: true },
  });
  return count;
}
