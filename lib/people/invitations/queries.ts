import "server-only";
import { hasWayIn, waysIn } from "@/lib/people/identities/ways-in";
import { hashOfSecret } from "@/lib/people/secret-link";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/db/generated/enums";

export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** Where an invitation stands at a moment. */
export function invitationState(
  actor: Actor,
  row: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
): InvitationState {
  if (row.acceptedAt) return "accepted";
  if (row.revokedAt) return "revoked";
  return row.expiresAt <= actor.at ? "expired" : "open";
}

/**
 * The invitation behind a link, for the page that shows it. Reading changes nothing: mail scanners open links too.
 */
export async function findInvitation(actor: Actor, token: string) {
  const row = await db.accountInvitation.findUnique({
    where: { tokenHash: hashOfSecret(token) },
    select: {
      email: true,
      givenName: true,
      familyName: true,
      role: true,
      expiresAt: true,
      acceptedAt: true,
      revokedAt: true,
      organisation: { select: { name: true } },
      programme: { select: { title: true, lang: true } },
    },
  });
  if (!row) return null;
  const known = await db.person.findUnique({ where: { email: row.email }, select: waysIn });
  const { acceptedAt, revokedAt, ...facts } = row;
  return {
    ...facts,
    state: invitationState(actor, { acceptedAt, revokedAt, expiresAt: row.expiresAt }),
    hasAccount: known !== null && hasWayIn(known),
  };
}

export type InvitationView = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

export type InvitationRow = {
  id: string;
  email: string;
  name: string | null;
  role: Role;
  organisationId: string | null;
  organisation: string | null;
  programmeId: string | null;
  programme: string | null;
  createdAt: Date;
  expiresAt: Date;
  state: InvitationState;
};

/** Columns of a list of invitations; the secret's hash is not among them. */
export const invitationColumns = {
  id: true,
  email: true,
  givenName: true,
  familyName: true,
  role: true,
  organisationId: true,
  programmeId: true,
  createdAt: true,
  expiresAt: true,
  acceptedAt: true,
  revokedAt: true,
  organisation: { select: { name: true } },
  programme: { select: { shortTitle: true } },
} as const;

/** A row of `invitationColumns` as lists show it. */
export function invitationRow(
  actor: Actor,
  row: {
    id: string;
    email: string;
    givenName: string | null;
    familyName: string | null;
    role: Role;
    organisationId: string | null;
    programmeId: string | null;
    createdAt: Date;
    expiresAt: Date;
    acceptedAt: Date | null;
    revokedAt: Date | null;
    organisation: { name: string } | null;
    programme: { shortTitle: string } | null;
  },
): InvitationRow {
  const { givenName, familyName, acceptedAt, revokedAt, organisation, programme, ...rest } = row;
  return {
    ...rest,
    name: [givenName, familyName].filter(Boolean).join(" ") || null,
    organisation: organisation?.name ?? null,
    programme: programme?.shortTitle ?? null,
    state: invitationState(actor, { acceptedAt, revokedAt, expiresAt: row.expiresAt }),
  };
}
