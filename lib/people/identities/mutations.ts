import "server-only";
import type { Claims } from "@/lib/people/identities/claims";
import { bindIdentity } from "@/lib/people/identities/commands";
import { demonstrationMaySignIn } from "@/lib/people/policy";
import { type OpenedSignIn, openSignIn } from "@/lib/people/sign-in/commands";
import type { Circumstances } from "@/lib/people/sign-in/mutations";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { consume } from "@/lib/platform/rate-limit";

/**
 * Signs in somebody whom the identity provider has recognised. The first time their identity is bound to the person who
 * has that address or was invited to it; nobody gets in who was not invited. Unknown and disabled people are answered
 * alike.
 * @param claims what the provider said, verified by the protocol
 * @param invitation the secret of the invitation's link that they came from, when they did
 * @throws DomainError "people.providerUnknown", "people.providerUnverified", "people.providerNameless",
 *   "people.demonstrationClosed", "tooManyAttempts"
 */
export async function signInByProvider(
  actor: Actor,
  input: { claims: Claims; invitation: string | null },
  from: Circumstances,
): Promise<OpenedSignIn & { personId: string }> {
  const { claims } = input;
  await consume("sign-in-client", from.client);
  return inTransaction(async (tx) => {
    const key = { issuer: claims.issuer, subject: claims.subject };
    const bound = await tx.identity.findUnique({
      where: { issuer_subject: key },
      select: { personId: true },
    });
    const personId = bound?.personId ?? (await bindIdentity(tx, actor, input));
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { disabledAt: true, isDemo: true },
    });
    if (person.disabledAt) {
      log.warn({ event: "people.signInRefused", personId, disabled: true, provider: true });
      throw new DomainError("people.providerUnknown");
    }
    if (person.isDemo && !demonstrationMaySignIn(env().demoSignIn, from.proxied)) {
      throw new DomainError("people.demonstrationClosed");
    }
    await tx.identity.update({ where: { issuer_subject: key }, data: { lastUsedAt: actor.at } });
    const { device, network, replaces } = from;
    const { secondFactor, acr, amr } = claims;
    const opened = await openSignIn(tx, actor, { personId, device, network, replaces, secondFactor });
    await tx.signIn.update({ where: { id: opened.signInId }, data: { acr, amr } });
    return { ...opened, personId };
  });
}
