import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { canEnter, visibleTo } from "@/lib/programmes/policy";

export type HistoryEntry = {
  id: string;
  /** what happened: the last part of the event's kind */
  verb: string;
  who: string | null;
  at: Date;
  /** the body concerned, where there is one */
  body: string | null;
};

/** The last acts on a programme, its bodies and outcomes, the latest first, for those who work in it. */
export async function listProgrammeHistory(actor: Actor, slug: string, size = 50): Promise<HistoryEntry[]> {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, visibleTo(actor)] },
      select: { id: true, promoterId: true },
    }),
    "programme",
  );
  authorise(canEnter(actor, programme), "programme history");
  const events = await db.event.findMany({
    where: { programmeId: programme.id, kind: { startsWith: "programmes." } },
    orderBy: { seq: "desc" },
    take: size,
    select: {
      id: true,
      kind: true,
      actorId: true,
      organisationId: true,
      subjectKind: true,
      occurredAt: true,
    },
  });
  const [people, bodies] = await Promise.all([
    db.person.findMany({
      where: { id: { in: events.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, givenName: true, familyName: true },
    }),
    db.organisation.findMany({
      where: { id: { in: events.flatMap(({ organisationId }) => organisationId ?? []) } },
      select: { id: true, shortName: true },
    }),
  ]);
  const nameOf = new Map(people.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  const bodyOf = new Map(bodies.map(({ id, shortName }) => [id, shortName]));
  return events.map(({ id, kind, actorId, organisationId, subjectKind, occurredAt }) => ({
    id,
    verb: kind.slice("programmes.".length),
    who: actorId ? (nameOf.get(actorId) ?? null) : null,
    at: occurredAt,
    body: subjectKind === "enrolment" && organisationId ? (bodyOf.get(organisationId) ?? null) : null,
  }));
}
