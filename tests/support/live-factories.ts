import { db } from "@/lib/platform/db";
import { aPerson, aRole, moment } from "@/tests/support/factories";
import { type aPilot, aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

/** Half an hour before the tests' moment: a session that began then runs. */
export const halfAnHourAgo = new Date(moment.getTime() - 30 * 60_000);

/** A convened session that began half an hour ago, with three points of 10, 20 and no minutes. */
export async function aLiveSession(
  pilot: Pilot,
  facts: Parameters<typeof aSession>[1] = {},
): Promise<{ id: string; startsAt: Date; endsAt: Date; version: number; items: [string, string, string] }> {
  const session = await aSession(pilot.programme.id, {
    state: "CONVENED",
    startsAt: halfAnHourAgo,
    invitedIds: [pilot.referent.personId, pilot.staff.personId],
    ...facts,
  });
  const items: string[] = [];
  for (const [position, [title, minutes]] of agenda.entries()) {
    const { id } = await db.agendaItem.create({
      data: { sessionId: session.id, position, title, minutes },
      select: { id: true },
    });
    items.push(id);
  }
  return { ...session, items: items as [string, string, string] };
}

const agenda = [
  ["Criticità emerse", 10],
  ["Verifica della tempistica", 20],
  ["Varie", null],
] as const;

/** The runs of a session's points, in their order. */
export function runsOf(sessionId: string) {
  return db.agendaRun.findMany({
    where: { sessionId },
    orderBy: { startedAt: "asc" },
    select: { agendaItemId: true, startedAt: true, endedAt: true, startedById: true },
  });
}

/** The tests' moment, some minutes later. */
export const inMinutes = (minutes: number) => new Date(moment.getTime() + minutes * 60_000);

/** Somebody who runs a session in the coordinator's place: staff of a body, and of no other session. */
export async function aDeputy(pilot: Pilot, sessionId: string) {
  const person = await aPerson({ familyName: "Supplente" });
  const inBody = { programmeId: pilot.programme.id, organisationId: pilot.body.id };
  await aRole(person.id, "STAFF", inBody);
  await db.session.update({ where: { id: sessionId }, data: { deputyId: person.id }, select: { id: true } });
  return person.id;
}
