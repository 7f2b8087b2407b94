import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { pollVisibleTo } from "@/lib/sessions/polls/policy";

/** Where a page goes on after a change of a poll. */
export type PollPlace = { id: string; slug: string };

export type Poll = Awaited<ReturnType<typeof findPoll>>;

/** A poll that exists for the actor, with the draft whose date it looks for. */
export async function findPoll(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.datePoll.findFirst({
      where: { AND: [{ id }, pollVisibleTo(actor)] },
      select: {
        id: true,
        state: true,
        closesAt: true,
        options: { select: { id: true, startsAt: true, endsAt: true } },
        session: {
          select: {
            id: true,
            state: true,
            programmeId: true,
            deputyId: true,
            allBodies: true,
            bodies: { select: { organisationId: true } },
            agenda: { select: { minutes: true } },
            programme: { select: { slug: true } },
          },
        },
      },
    }),
    "poll",
  );
}
