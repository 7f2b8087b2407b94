import "server-only";
import { passwordMatches } from "@/lib/people/passwords/hashing";
import { canAdminister, demonstrationMaySignIn, ownPerson } from "@/lib/people/policy";
import { spendCode } from "@/lib/people/second-factor/commands";
import { endSignIns, type OpenedSignIn, openSignIn } from "@/lib/people/sign-in/commands";
import type { SignInInput } from "@/lib/people/sign-in/schema";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { log } from "@/lib/platform/log";
import { consume, forgive } from "@/lib/platform/rate-limit";

/** What the request says of who asks to sign in. */
export type Circumstances = {
  /** the network client, as the portal's own server names it */
  client: string;
  /** came through a proxy */
  proxied: boolean;
  device: string | null;
  /** the network of the client, shortened */
  network: string | null;
  /** the sign-in that this browser held before */
  replaces: string | null;
};

/**
 * Signs in by mail address and password; whoever has a second factor gives its code next. Unknown people, people without a password, disabled people and wrong passwords
 * are answered alike, after the same work.
 * @throws DomainError "people.signInRefused", "people.demonstrationClosed", "tooManyAttempts"
 */
export async function signIn(
  actor: Actor,
  input: Pick<SignInInput, "email" | "password">,
  from: Circumstances,
): Promise<OpenedSignIn & { personId: string }> {
  const account = `${from.client} ${input.email}`;
  await consume("sign-in-client", from.client);
  await consume("sign-in", account);
  const person = await db.person.findUnique({
    where: { email: input.email },
    select: { id: true, passwordHash: true, disabledAt: true, isDemo: true },
  });
  const matches = await passwordMatches(person?.passwordHash ?? null, input.password);
  if (!person || !matches || person.disabledAt) {
    log.warn({
      event: "people.signInRefused",
      personId: person?.id ?? null,
      disabled: Boolean(person?.disabledAt),
    });
    throw new DomainError("people.signInRefused");
  }
  if (person.isDemo && !demonstrationMaySignIn(env().demoSignIn, from.proxied)) {
    throw new DomainError("people.demonstrationClosed");
  }
  await forgive("sign-in", account);
  const { device, network, replaces } = from;
  const opened = await inTransaction((tx) =>
    openSignIn(tx, actor, { personId: person.id, device, network, replaces }),
  );
  return { ...opened, personId: person.id };
}

/**
 * Completes a sign-in that awaits its code, by one of the app or a recovery code. The attempts are counted per person, so
 * that giving the password again gains none. What the browser gets is a new sign-in.
 * @throws NotFoundError when this browser holds none; DomainError "people.signInLapsed", "people.codeWrong",
 * "tooManyAttempts"
 */
export async function completeSignIn(
  actor: Actor,
  input: { code: string },
  from: Pick<Circumstances, "device" | "network" | "replaces">,
): Promise<OpenedSignIn> {
  const pending = found(
    await db.signIn.findFirst({
      where: {
        id: found(from.replaces, "sign-in"),
        pendingUntil: { not: null },
        person: { disabledAt: null },
      },
      select: { id: true, personId: true, endedAt: true, pendingUntil: true },
    }),
    "sign-in",
  );
  const { id, personId } = pending;
  if (pending.endedAt || !pending.pendingUntil || pending.pendingUntil <= actor.at) {
    throw new DomainError("people.signInLapsed");
  }
  await consume("second-factor", personId);
  const opened = await inTransaction(async (tx) => {
    await spendCode(tx, actor, { personId, code: input.code });
    const { count } = await tx.signIn.updateMany({
      where: { id, endedAt: null, pendingUntil: { gt: actor.at } },
      data: { endedAt: actor.at },
    });
    if (count === 0) throw new DomainError("people.signInLapsed");
    const { device, network } = from;
    return openSignIn(tx, actor, { personId, device, network, replaces: null, secondFactor: true });
  });
  await forgive("second-factor", personId);
  return opened;
}

/** Ends the sign-in of this browser. A visitor whose sign-in ended before is left as is. */
export async function signOut(actor: Actor, input: { signInId: string | null }): Promise<void> {
  const { personId } = actor;
  if (!personId || !input.signInId) return;
  const signInId = input.signInId;
  await inTransaction(async (tx) => {
    const { count } = await tx.signIn.updateMany({
      where: { id: signInId, personId, endedAt: null },
      data: { endedAt: actor.at },
    });
    found(count || null, "sign-in");
    await recordEvent(tx, actor, { kind: "people.signedOut", subject: { kind: "person", id: personId } });
  });
}

/** Ends one sign-in from the list of one's own, or, for the administrator, of anybody's. */
export async function endSignIn(actor: Actor, input: { id: string }): Promise<void> {
  const personId = ownPerson(actor);
  await inTransaction(async (tx) => {
    const row = found(
      await tx.signIn.findFirst({
        where: {
          id: input.id,
          endedAt: null,
          ...(canAdminister(actor) ? {} : { personId }),
        },
        select: { id: true, personId: true },
      }),
      "sign-in",
    );
    const { count } = await tx.signIn.updateMany({
      where: { id: row.id, endedAt: null },
      data: { endedAt: actor.at },
    });
    if (count === 0) return;
    await recordEvent(tx, actor, {
      kind: "people.signInEnded",
      subject: { kind: "person", id: row.personId },
    });
  });
}

/** Ends all of one's own sign-ins but the present one. */
export async function endOtherSignIns(actor: Actor, input: { signInId: string | null }): Promise<void> {
  const personId = ownPerson(actor);
  await inTransaction(async (tx) => {
    const count = await endSignIns(tx, actor, { personId, except: input.signInId });
    if (count === 0) return;
    await recordEvent(tx, actor, {
      kind: "people.signInEnded",
      subject: { kind: "person", id: personId },
    });
  });
}
