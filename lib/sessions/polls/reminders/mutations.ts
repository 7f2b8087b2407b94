import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError } from "@/lib/platform/errors";
import { findPoll, type PollPlace } from "@/lib/sessions/polls/commands";
import { takesAnswers } from "@/lib/sessions/polls/lifecycle";
import { canRunPoll } from "@/lib/sessions/polls/policy";
import { listSilent, sendReminder } from "@/lib/sessions/polls/reminders/commands";
import type { RemindPoll } from "@/lib/sessions/polls/schema";

/**
 * Reminds those who have not answered an open poll, once a day at most.
 * @throws DomainError "planning.pollClosed", "planning.nobodySilent", "planning.remindedToday"
 */
export async function remindPoll(actor: Actor, { id }: RemindPoll): Promise<PollPlace> {
  return inTransaction(async (tx) => {
    const poll = await findPoll(tx, actor, id);
    authorise(canRunPoll(actor, poll.session));
    if (!takesAnswers(poll, actor.at)) throw new DomainError("planning.pollClosed");
    if ((await listSilent(tx, actor, poll)).length === 0) throw new DomainError("planning.nobodySilent");
    if (!(await sendReminder(tx, actor, { poll, isAutomatic: false }))) {
      throw new DomainError("planning.remindedToday");
    }
    return { id, slug: poll.session.programme.slug };
  });
}
