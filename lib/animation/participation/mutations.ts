import "server-only";
import { getParticipation } from "@/lib/animation/participation/queries";
import type { RemindSilent } from "@/lib/animation/participation/schema";
import { mondayOf } from "@/lib/animation/participation/silence";
import { canAnimate } from "@/lib/animation/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { fromDateOnly } from "@/lib/platform/rome-time";

/**
 * Reminds the referents of a silent body that the others wait to hear of it; once a week, whoever presses.
 * @throws DomainError animation.notSilent, animation.remindedThisWeek
 */
export async function remindSilent(actor: Actor, input: RemindSilent): Promise<{ slug: string }> {
  const { programme, rows } = await getParticipation(actor, input.programme);
  const programmeId = programme.id;
  authorise(canAnimate(actor, { programmeId }));
  const body = found(rows.find(({ id }) => id === input.body) ?? null, "organisation");
  if (!body.isSilent) throw new DomainError("animation.notSilent", { body: body.shortName });
  return inTransaction(async (tx) => {
    const { count } = await tx.silenceReminder.createMany({
      data: [
        {
          programmeId,
          organisationId: body.id,
          week: fromDateOnly(mondayOf(actor.at)),
          remindedById: actor.personId,
          remindedAt: actor.at,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("animation.remindedThisWeek", { body: body.shortName });
    await recordEvent(tx, actor, {
      kind: "animation.bodyReminded",
      subject: { kind: "programme", id: programmeId },
      programmeId,
      organisationId: body.id,
    });
    return { slug: programme.slug };
  });
}
