import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { listSilent, sendReminder } from "@/lib/sessions/polls/reminders/commands";

const day = 86_400_000;
const atOnce = 200;

/**
 * Reminds of the polls that close within a day, once each. Whoever was asked less than a day ago is not reminded of it,
 * nor a second time on the day on which somebody pressed the button. May run as often as one likes.
 * @returns of how many polls people were reminded
 */
export async function remindBeforeClosing(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const tomorrow = new Date(actor.at.getTime() + day);
  const polls = await db.datePoll.findMany({
    where: {
      state: "OPEN",
      closesAt: { gt: actor.at, lte: tomorrow },
      createdAt: { lte: new Date(actor.at.getTime() - day) },
      session: { state: "DRAFT" },
      reminders: { none: { isAutomatic: true } },
    },
    orderBy: [{ closesAt: "asc" }, { id: "asc" }],
    take: atOnce,
    select: {
      id: true,
      session: {
        select: { programmeId: true, allBodies: true, bodies: { select: { organisationId: true } } },
      },
    },
  });
  let reminded = 0;
  for (const poll of polls) {
    if ((await listSilent(db, actor, poll)).length === 0) continue;
    if (await inTransaction((tx) => sendReminder(tx, actor, { poll, isAutomatic: true }))) reminded += 1;
  }
  return reminded;
}
