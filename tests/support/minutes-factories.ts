import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { giveVerdict, proposeMinutes } from "@/lib/sessions/minutes/approval/mutations";
import { startMinutes, writePoint } from "@/lib/sessions/minutes/mutations";
import { type WritePoint, writePointSchema } from "@/lib/sessions/minutes/schema";
import { type aPilot, aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

/** A session held on 10 March 2026 with two points on its agenda, closed, at which expert and referent were present. */
export async function aHeldSession(
  pilot: Pilot,
  facts: { state?: "CONVENED" | "CLOSED"; audience?: "PUBLIC" | "ANNOUNCED"; present?: string[] } = {},
): Promise<{ id: string; version: number }> {
  const present = facts.present ?? [pilot.expert.personId, pilot.referent.personId];
  const { id, version } = await aSession(pilot.programme.id, {
    state: facts.state ?? "CLOSED",
    audience: facts.audience ?? "ANNOUNCED",
    startsAt: new Date("2026-03-10T09:30:00Z"),
    invitedIds: [...new Set([...present, pilot.staff.personId, pilot.coordinator.personId])],
  });
  await db.agendaItem.createMany({
    data: ["Criticità emerse", "Verifica della tempistica"].map((title, position) => ({
      sessionId: id,
      position,
      title,
    })),
  });
  await db.attendance.createMany({
    data: [
      ...present.map((personId) => ({ sessionId: id, personId, present: true })),
      { sessionId: id, personId: pilot.staff.personId, present: false },
    ],
  });
  return { id, version };
}

/** The parts of a session's minutes in their order: the opening, then the points of the agenda. */
export function pointsOf(sessionId: string) {
  return db.minutesPoint.findMany({
    where: { sessionId },
    orderBy: { position: "asc" },
    select: { id: true, version: true, title: true, markdown: true, html: true, agendaItemId: true },
  });
}

/** What the form of a part sends, read. */
export function aWriting(
  point: { id: string; version: number },
  fields: Partial<Pick<WritePoint, "title" | "text" | "decisions" | "tasks">> = {},
): WritePoint {
  return writePointSchema.parse({ point: point.id, version: point.version, ...fields });
}

/** Minutes begun by the coordinator, with a text and a decision under the first point. */
export async function writtenMinutes(pilot: Pilot, facts: Parameters<typeof aHeldSession>[1] = {}) {
  const session = await aHeldSession(pilot, facts);
  await startMinutes(pilot.coordinator, { id: session.id });
  const [, first] = await pointsOf(session.id);
  if (!first) throw new Error("the agenda gave no point");
  await writePoint(
    pilot.coordinator,
    aWriting(first, {
      text: "Si esaminano le **criticità**.",
      decisions: { new0: { text: "Ogni Camera completa la matrice." } },
    }),
  );
  return { ...session, point: first.id };
}

/** The same, proposed at the tests' moment: the term ends on Monday 30 March 2026. */
export async function proposedMinutes(pilot: Pilot, facts: Parameters<typeof aHeldSession>[1] = {}) {
  const minutes = await writtenMinutes(pilot, facts);
  await proposeMinutes(pilot.coordinator, { id: minutes.id, version: (await stateOf(minutes.id)).version });
  return minutes;
}

/** The same, approved by expert and referent. */
export async function approvedMinutes(pilot: Pilot, facts: Parameters<typeof aHeldSession>[1] = {}) {
  const minutes = await proposedMinutes(pilot, facts);
  for (const actor of [pilot.expert, pilot.referent])
    await giveVerdict(actor, { id: minutes.id, round: 1, verdict: "APPROVED", text: "" });
  return minutes;
}

/** State, version and round as they stand. */
export function stateOf(sessionId: string) {
  return db.sessionMinutes.findUniqueOrThrow({
    where: { sessionId },
    select: { state: true, version: true, round: true, text: true, termEndsAt: true, publishedAt: true },
  });
}

/** After the term of minutes that were proposed at the tests' moment. */
export const afterTerm = new Date("2026-03-30T22:10:00Z");
/** Its last second in Rome. */
export const lastSecond = new Date("2026-03-30T21:59:59Z");

export const worker = (at: Date) => systemActor("approve-minutes", at);

/** The proposals of a session's minutes, in their order. */
export function roundsOf(sessionId: string) {
  return db.minutesRound.findMany({
    where: { sessionId },
    orderBy: { number: "asc" },
    select: { number: true, endedAs: true, termEndsAt: true },
  });
}

/** The two verdicts, as their form sends them. */
export const approve = (id: string, round = 1) => ({ id, round, verdict: "APPROVED" as const, text: "" });
export const object = (id: string, round = 1) => ({
  id,
  round,
  verdict: "OBJECTED" as const,
  text: "Manca un nome",
});
