import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/lib/platform/db";
import { canManage, managedBy, type Run } from "@/lib/sessions/policy";

/** The register to be signed, and that of who was there: it names everybody. */
export function canReadRegister(actor: Actor, session: Run): boolean {
  return canManage(actor, session);
}

/** Ticking, while the session runs, who is there: whoever takes the attendance. */
export function canTickPresence(actor: Actor, session: Run): boolean {
  return canManage(actor, session);
}

/** Giving certificates to all who were there. */
export function canIssueCertificates(actor: Actor, session: Run): boolean {
  return canManage(actor, session);
}

/**
 * Certificates that exist for this actor: one's own, kept even when the programme was left, and those of the sessions
 * that the actor manages. Withdrawn ones are nobody's.
 */
export function certificatesVisibleTo(actor: Actor): Prisma.AttendanceCertificateWhereInput {
  return {
    withdrawnAt: null,
    OR: [...(actor.personId === null ? [] : [{ personId: actor.personId }]), { session: managedBy(actor) }],
  };
}

/** Asking for one's own certificate: whoever was there, and for nobody else. */
export function canClaimCertificate(actor: Actor, session: { presentIds: readonly string[] }): boolean {
  return session.presentIds.some((personId) => isOwn(actor, personId));
}

/** Numbers of the office's register on the convening letter. */
export function canSetProtocol(actor: Actor, session: Run): boolean {
  return canManage(actor, session);
}

/** The convening letter: whoever manages the session each body's, whoever was convened that of the own. */
export function canReadLetter(
  actor: Actor,
  letter: Run & { organisationId: string | null; convened: readonly Convened[] },
): boolean {
  if (canManage(actor, letter)) return true;
  return letter.convened.some(
    (one) => isOwn(actor, one.personId) && one.organisationId === letter.organisationId,
  );
}

type Convened = { personId: string; organisationId: string | null };

function isOwn(actor: Actor, personId: string): boolean {
  return actor.personId !== null && actor.personId === personId;
}
