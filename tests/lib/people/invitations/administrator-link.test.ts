import { describe, expect, test } from "vitest";
import { inviteAdministrator } from "@/lib/people/invitations/commands";
import { acceptInvitation, inviteToRole } from "@/lib/people/invitations/mutations";
import { findInvitation } from "@/lib/people/invitations/queries";
import { loadActorFacts } from "@/lib/people/queries";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, ProofNeededError } from "@/lib/platform/errors";
import { actorAs, actorWithoutRole, withoutRecentProof } from "@/tests/support/actors";
import { moment } from "@/tests/support/factories";

const visitor = visitorActor(moment);
const inDays = (days: number) => visitorActor(new Date(moment.getTime() + days * 86_400_000));
const from = { client: "192.0.2.1", device: null, network: null, replaces: null };
const newcomer = { givenName: "Orsola", familyName: "Brezzi", password: "quattro parole scelte a caso" };

describe("the administrator’s link", () => {
  const ask = (actor: Actor, email: string) =>
    db.$transaction((tx) => inviteAdministrator(tx, actor, { email }));

  test("holds for a day and once, and makes an administrator", async () => {
    const { token } = await ask(systemActor("admin", moment), " Capo@Ente.Test ");
    expect(await findInvitation(inDays(1), token)).toMatchObject({
      state: "expired",
      email: "capo@ente.test",
    });
    const { signInId } = await acceptInvitation(visitor, { token, ...newcomer }, from);
    expect((await loadActorFacts(signInId ?? "", moment))?.assignments).toEqual([
      { role: "ADMINISTRATOR", programmeId: null, organisationId: null },
    ]);
  });

  test("is given by the portal itself or an administrator", async () => {
    await expect(ask(await actorWithoutRole(), "x@ente.test")).rejects.toThrow(ForbiddenError);
    await expect(ask(visitor, "x@ente.test")).rejects.toThrow(ForbiddenError);
    await ask(await actorAs("ADMINISTRATOR"), "y@ente.test");
  });

  test("asks an administrator for a recent proof, as other invitations do not", async () => {
    const administrator = await actorAs("ADMINISTRATOR");
    const invite = (actor: Actor, role: "ADMINISTRATOR" | "PRIVACY_OFFICER") =>
      inviteToRole(actor, { email: `${role}@ente.test`.toLowerCase(), locale: "it", role });
    await expect(invite(withoutRecentProof(administrator), "ADMINISTRATOR")).rejects.toThrow(
      ProofNeededError,
    );
    await invite(withoutRecentProof(administrator), "PRIVACY_OFFICER");
    await invite(administrator, "ADMINISTRATOR");
  });
});
