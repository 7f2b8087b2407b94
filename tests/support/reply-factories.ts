import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type ReplyUse, replyToken } from "@/lib/sessions/replies/reply-token";
import { actorAs } from "@/tests/support/actors";
import type { aPilot } from "@/tests/support/session-factories";
import { aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;
export type Member = Actor & { personId: string };

/** People of the pilot's body. */
export function colleagues(pilot: Pilot, count: number): Promise<Member[]> {
  const scope = { programmeId: pilot.programme.id, organisationId: pilot.body.id };
  return Promise.all(Array.from({ length: count }, () => actorAs("STAFF", scope)));
}

/** A convened session of the pilot to which these people are invited, for the pilot's body. */
export async function anInvited(
  pilot: Pilot,
  people: readonly Member[],
  facts: Parameters<typeof aSession>[1] & { capacity?: number } = {},
): Promise<{ id: string; startsAt: Date }> {
  const { capacity, ...rest } = facts;
  const session = await aSession(pilot.programme.id, { state: "CONVENED", ...rest });
  await db.session.update({ where: { id: session.id }, data: { capacity: capacity ?? null } });
  await db.sessionInvitee.createMany({
    data: people.map(({ personId }) => ({ sessionId: session.id, personId, organisationId: pilot.body.id })),
  });
  return session;
}

/** The secret of a person's invitation. */
export async function tokenOf(
  sessionId: string,
  { personId }: Member,
  use: ReplyUse = "page",
): Promise<string> {
  const { id, person } = await db.sessionInvitee.findUniqueOrThrow({
    where: { sessionId_personId: { sessionId, personId } },
    select: { id: true, person: { select: { email: true } } },
  });
  return replyToken({ id, sessionId, personId, email: person.email }, use);
}

/** What everybody said, with the number under which they wait. */
export async function repliesTo(sessionId: string): Promise<Map<string, string>> {
  const rows = await db.sessionInvitee.findMany({
    where: { sessionId },
    select: { personId: true, reply: true, queueNumber: true },
  });
  return new Map(
    rows.map(({ personId, reply, queueNumber }) => [
      personId,
      queueNumber === null ? (reply ?? "NONE") : `WAITS ${queueNumber}`,
    ]),
  );
}
