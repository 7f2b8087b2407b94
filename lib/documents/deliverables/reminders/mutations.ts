import "server-only";
import { canRequestDeliverables } from "@/lib/documents/deliverables/policy";
import { owedNow } from "@/lib/documents/deliverables/reminders/owed";
import type { RemindBodies } from "@/lib/documents/deliverables/reminders/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs/queue";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

/**
 * Reminds every body that owes something now, or one body of all that it owes; each at most once a day, whoever presses.
 * @throws DomainError deliverables.nobodyOwes, deliverables.remindedToday
 */
export async function remindBodies(
  actor: Actor,
  input: RemindBodies,
): Promise<{ slug: string; reminded: number }> {
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ slug: input.programme }, programmeVisibleTo(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    authorise(canRequestDeliverables(actor, programme.id));
    const owing = await tx.deliverable.findMany({
      where: owedNow(programme.id, actor.at, input.body),
      distinct: ["organisationId"],
      select: { organisationId: true },
    });
    if (owing.length === 0) throw new DomainError("deliverables.nobodyOwes");
    const day = romeDay(actor.at);
    const written = await tx.bodyReminder.createManyAndReturn({
      data: owing.map(({ organisationId }) => ({
        programmeId: programme.id,
        organisationId,
        sentOn: fromDateOnly(day),
        sentAt: actor.at,
      })),
      skipDuplicates: true,
      select: { organisationId: true },
    });
    if (written.length === 0) throw new DomainError("deliverables.remindedToday");
    const isWhole = input.body !== undefined;
    for (const { organisationId } of written) {
      await enqueue(tx, "remind-body", { programmeId: programme.id, organisationId, day, isWhole });
    }
    await recordEvent(tx, actor, {
      kind: "documents.bodiesReminded",
      subject: { kind: "programme", id: programme.id },
      programmeId: programme.id,
      organisationId: input.body ?? null,
      data: { bodies: written.map((one) => one.organisationId) },
    });
    return { slug: programme.slug, reminded: written.length };
  });
}
