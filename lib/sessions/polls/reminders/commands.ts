import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { recordEvent } from "@/lib/platform/events";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { findConvened } from "@/lib/sessions/convocation";

type Poll = {
  id: string;
  session: { programmeId: string; allBodies: boolean; bodies: readonly { organisationId: string }[] };
};

/** Those who are asked at the actor's moment and have said nothing of any date. */
export async function listSilent(tx: Tx, actor: Actor, { id, session }: Poll): Promise<string[]> {
  const circle = { ...session, bodyIds: session.bodies.map((one) => one.organisationId) };
  const [asked, answers] = await Promise.all([
    findConvened(tx, circle, actor.at),
    tx.pollAnswer.findMany({
      where: { option: { pollId: id } },
      distinct: ["personId"],
      select: { personId: true },
    }),
  ]);
  const answered = new Set(answers.map((one) => one.personId));
  return asked.map((one) => one.personId).filter((personId) => !answered.has(personId));
}

/**
 * Has those written to who have not answered; who that is, the mails find out when they are made.
 * @returns false when they were reminded on the same day, or by the portal before: the database takes no second
 */
export async function sendReminder(
  tx: Tx,
  actor: Actor,
  { poll, isAutomatic }: { poll: Poll; isAutomatic: boolean },
): Promise<boolean> {
  const { count } = await tx.pollReminder.createMany({
    data: [{ pollId: poll.id, sentOn: fromDateOnly(romeDay(actor.at)), sentAt: actor.at, isAutomatic }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await recordEvent(tx, actor, {
    kind: "sessions.pollReminded",
    subject: { kind: "poll", id: poll.id },
    programmeId: poll.session.programmeId,
    data: { isAutomatic },
  });
  return true;
}
