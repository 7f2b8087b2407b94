import type { Claims } from "@/lib/people/identities/claims";
import { hasWayIn, waysIn } from "@/lib/people/identities/ways-in";
import { type InvitedRole, takeUpInvitation } from "@/lib/people/invitations/commands";
import { hashOfSecret } from "@/lib/people/secret-link";
import { type Actor, personActor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { authorise, DomainError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { isLocale } from "@/lib/platform/i18n/routing";
import { log } from "@/lib/platform/log";
import { queueMail } from "@/lib/platform/mail/queue";

type Invitation = InvitedRole & {
  email: string;
  locale: string;
  givenName: string | null;
  familyName: string | null;
};

/**
 * Binds an identity that the portal sees for the first time to a person: to the one whose address the provider has
 * verified, or to the one who was invited, by the link that they followed or at that address.
 * @param arrival what the provider said, and the secret of the invitation's link when they came from one
 * @returns the person
 * @throws DomainError when there is no such person: no account is made for anybody who was not invited
 */
export async function bindIdentity(
  tx: Tx,
  actor: Actor,
  { claims, invitation }: { claims: Claims; invitation: string | null },
): Promise<string> {
  authorise(actor.kind !== "system", "bind an identity");
  const followed = invitation
    ? await openInvitation(tx, actor, { tokenHash: hashOfSecret(invitation) })
    : null;
  // The link stands for its address only while nobody has an account there.
  const isNewcomer = followed !== null && !(await hasAccount(tx, followed.email));
  const email = isNewcomer ? followed.email : claims.verifiedEmail;
  if (!email) throw logged(new DomainError("people.providerUnverified"), "no verified address");
  const known = await tx.person.findUnique({
    where: { email },
    select: { id: true, email: true, givenName: true, locale: true, disabledAt: true, ...waysIn },
  });
  if (known?.disabledAt) throw logged(new DomainError("people.providerUnknown"), "disabled");
  const invited = followed?.email === email ? followed : await invitationOf(tx, actor, email, known !== null);
  if (!known && !invited) throw logged(new DomainError("people.providerUnknown"), "nobody of that address");
  const arrive = async () => {
    const personId = known?.id ?? (await makePerson(tx, actor, { claims, invited }));
    await writeIdentity(tx, actor, { claims, personId });
    return personId;
  };
  const personId = invited ? await takeUpInvitation(tx, actor, invited, arrive) : await arrive();
  if (known && hasWayIn(known)) await tellOwner(tx, { ...known, subject: claims.subject });
  return personId;
}

// Whoever has an account accepts further roles where they are shown what they accept.
async function invitationOf(tx: Tx, actor: Actor, email: string, isKnown: boolean) {
  return isKnown ? null : openInvitation(tx, actor, { email });
}

function openInvitation(
  tx: Tx,
  actor: Actor,
  which: { tokenHash: string } | { email: string },
): Promise<Invitation | null> {
  return tx.accountInvitation.findFirst({
    where: { ...which, acceptedAt: null, revokedAt: null, expiresAt: { gt: actor.at } },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      email: true,
      locale: true,
      givenName: true,
      familyName: true,
      role: true,
      organisationId: true,
      programmeId: true,
    },
  });
}

async function hasAccount(tx: Tx, email: string): Promise<boolean> {
  const person = await tx.person.findUnique({ where: { email }, select: waysIn });
  return person !== null && hasWayIn(person);
}

async function makePerson(
  tx: Tx,
  actor: Actor,
  { claims, invited }: { claims: Claims; invited: Invitation | null },
): Promise<string> {
  const givenName = claims.givenName ?? invited?.givenName;
  const familyName = claims.familyName ?? invited?.familyName;
  if (!invited || !givenName || !familyName)
    throw logged(new DomainError("people.providerNameless"), "no name");
  const { id } = await tx.person.create({
    data: { givenName, familyName, email: invited.email, locale: invited.locale, createdAt: actor.at },
    select: { id: true },
  });
  return id;
}

async function writeIdentity(
  tx: Tx,
  actor: Actor,
  { claims: { issuer, subject }, personId }: { claims: Claims; personId: string },
): Promise<void> {
  const row = { issuer, subject, personId, createdAt: actor.at, lastUsedAt: actor.at };
  const { count } = await tx.identity.createMany({ data: [row], skipDuplicates: true });
  if (count > 0) {
    await recordEvent(tx, personActor({ personId, assignments: [] }, actor.at), {
      kind: "people.identityBound",
      subject: { kind: "person", id: personId },
    });
  }
  // Bound a moment ago by another request of theirs, or the provider has given their address to somebody else.
  const held = await tx.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { personId: true },
  });
  if (held?.personId !== personId)
    throw logged(new DomainError("people.providerUnknown"), "another identity is bound");
}

async function tellOwner(
  tx: Tx,
  person: { id: string; email: string; givenName: string; locale: string; subject: string },
): Promise<void> {
  await queueMail(tx, {
    template: "people.identityBound",
    dedupeKey: `identity:${person.id}:${hashOfSecret(person.subject).slice(0, 12)}`,
    locale: isLocale(person.locale) ? person.locale : "it",
    to: { address: person.email, personId: person.id },
    params: { name: person.givenName, provider: env().oidc?.name ?? "" },
  });
}

function logged(refusal: DomainError, reason: string): DomainError {
  log.warn({ event: "people.signInRefused", provider: true, reason });
  return refusal;
}
