import "server-only";
import { ownPerson } from "@/lib/people/policy";
import type { ChangeProfile } from "@/lib/people/profile/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/** Changes one's own name and language. */
export async function changeProfile(actor: Actor, input: ChangeProfile): Promise<void> {
  const personId = ownPerson(actor);
  await inTransaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, disabledAt: null },
      data: { givenName: input.givenName, familyName: input.familyName, locale: input.locale },
    });
    found(count || null, "person");
    await recordEvent(tx, actor, {
      kind: "people.profileChanged",
      subject: { kind: "person", id: personId },
    });
  });
}

/** Makes one's secret calendar address anew; every earlier one stops working. */
export async function renewFeed(actor: Actor): Promise<void> {
  const personId = ownPerson(actor);
  await inTransaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, disabledAt: null },
      data: { feedVersion: { increment: 1 } },
    });
    found(count || null, "person");
    await recordEvent(tx, actor, { kind: "people.feedRenewed", subject: { kind: "person", id: personId } });
  });
}
