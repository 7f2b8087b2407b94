import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { roomOpensAt } from "@/lib/sessions/lifecycle";
import { type BodyNow, type Facts, whoIsHere } from "@/lib/sessions/live/people/here";
import { canSeeWhoIsHere } from "@/lib/sessions/live/policy";
import { canManage } from "@/lib/sessions/policy";

type Session = {
  id: string;
  programmeId: string;
  deputyId: string | null;
  startsAt: Date;
  doorsMinutes: number;
};

const person = { select: { givenName: true, familyName: true } } as const;
const organisation = { select: { shortName: true } } as const;

/**
 * Who is at a session now, and who is expected; null for whoever does not see its people. When somebody came into the room
 * is told to whoever leads it alone, as on the page of the room.
 */
export async function findWhoIsHere(actor: Actor, session: Session): Promise<BodyNow[] | null> {
  if (!canSeeWhoIsHere(actor, session)) return null;
  const bodies = whoIsHere(await findFacts(actor, session));
  if (canManage(actor, session)) return bodies;
  return bodies.map((body) => ({
    ...body,
    people: body.people.map((one) => ({ ...one, since: null })),
  }));
}

async function findFacts(_actor: Actor, session: Session): Promise<Facts> {
  const [invitees, attendance, joins] = await Promise.all([
    db.sessionInvitee.findMany({
      where: { sessionId: session.id },
      select: {
        personId: true,
        reply: true,
        person,
        organisation,
        substitution: { select: { substitute: { select: { person } } } },
      },
    }),
    db.attendance.findMany({
      where: { sessionId: session.id },
      select: { personId: true, present: true, person, organisation },
    }),
    // A session that was moved has stays of its other day.
    db.sessionJoin.findMany({
      where: { sessionId: session.id, joinedAt: { gte: roomOpensAt(session) } },
      orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
      take: 2000,
      select: {
        personId: true,
        guestId: true,
        joinedAt: true,
        leftAt: true,
        person,
        guest: { select: { name: true } },
        organisation,
      },
    }),
  ]);
  return {
    invited: invitees.map((one) => ({
      personId: one.personId,
      name: nameOf(one.person),
      body: one.organisation?.shortName ?? null,
      declined: one.reply === "NO",
      representedBy: one.substitution ? nameOf(one.substitution.substitute.person) : null,
    })),
    said: attendance.map((one) => ({
      personId: one.personId,
      name: nameOf(one.person),
      body: one.organisation?.shortName ?? null,
      present: one.present,
    })),
    stays: joins.map(({ person: member, guest, organisation: body, ...stay }) => ({
      ...stay,
      name: member ? nameOf(member) : (guest?.name ?? ""),
      body: body?.shortName ?? null,
    })),
  };
}

function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`;
}
