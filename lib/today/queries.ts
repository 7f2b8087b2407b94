import "server-only";
import { cache } from "react";
import { listOwed, listToReview } from "@/lib/documents/deliverables/queries";
import { ownBodies } from "@/lib/documents/policy";
import { countUnread, listUnreadThreads } from "@/lib/forum/queries";
import { canAdminister, canReadLog } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import { canEnter, workedOnBy } from "@/lib/programmes/policy";
import { findMyNextSession } from "@/lib/sessions/queries";

/** What stands around every reserved page: who, where, and what waits. */
export type Frame = {
  person: { name: string; roles: { role: Role; body: string | null }[] };
  programmes: { slug: string; shortTitle: string }[];
  current: { slug: string; owed: number; toReview: number; unread: number } | null;
  administers: boolean;
  readsLog: boolean;
};

/**
 * The frame of a reserved page; with a slug, that of one programme.
 * @throws NotFoundError when the actor has no part in the programme
 */
export const getFrame = cache(async (actor: Actor, slug?: string): Promise<Frame> => {
  const [person, programmes, assignments] = await Promise.all([
    db.person.findUniqueOrThrow({
      where: { id: actor.personId ?? "" },
      select: { givenName: true, familyName: true },
    }),
    db.programme.findMany({
      where: workedOnBy(actor),
      orderBy: [{ state: "asc" }, { createdAt: "desc" }],
      take: 30,
      select: { id: true, slug: true, shortTitle: true, promoterId: true },
    }),
    db.organisation.findMany({
      where: { id: { in: actor.assignments.flatMap((one) => one.organisationId ?? []) } },
      select: { id: true, shortName: true },
    }),
  ]);
  const programme = slug === undefined ? null : found(await findEntered(actor, slug), "programme");
  const names = new Map(assignments.map((one) => [one.id, one.shortName]));
  const here = actor.assignments.filter(
    (one) => !programme || one.programmeId === null || one.programmeId === programme.id,
  );
  return {
    person: {
      name: `${person.givenName} ${person.familyName}`,
      roles: here.map((one) => ({
        role: one.role,
        body: one.organisationId ? (names.get(one.organisationId) ?? null) : null,
      })),
    },
    programmes: programmes.map((one) => ({ slug: one.slug, shortTitle: one.shortTitle })),
    current: programme ? { slug: programme.slug, ...(await countWaiting(actor, programme.id)) } : null,
    administers: canAdminister(actor),
    readsLog: canReadLog(actor),
  };
});

async function findEntered(actor: Actor, slug: string) {
  const programme = await db.programme.findFirst({
    where: { AND: [{ slug }, workedOnBy(actor)] },
    select: { id: true, slug: true, promoterId: true },
  });
  return programme && canEnter(actor, programme) ? programme : null;
}

type Waiting = { owed: number; toReview: number; unread: number };

async function countWaiting(actor: Actor, programmeId: string): Promise<Waiting> {
  const own = ownBodies(actor)
    .filter((body) => body.programmeId === programmeId)
    .map((body) => body.organisationId);
  const reviews = actor.has(["COORDINATOR", "EXPERT"], { programme: programmeId });
  const [rows, unread] = await Promise.all([
    db.$queryRaw<{ owed: number; toReview: number }[]>`
      select
        count(*) filter (where d.organisation_id = any(${own}::uuid[])
          and d.state in ('TO_DO', 'CHANGES_REQUESTED'))::int as owed,
        count(*) filter (where ${reviews} and d.state in ('SUBMITTED', 'IN_REVIEW'))::int as "toReview"
      from deliverable d join deliverable_request r on r.id = d.request_id
      where r.programme_id = ${programmeId}::uuid`,
    countUnread(actor, programmeId),
  ]);
  return { ...found(rows[0], "counts"), unread };
}

/** What a person's day asks for: the next session, what is owed, what waits for a decision, what is unread. */
export async function getToday(actor: Actor) {
  const [session, owed, toReview, unread] = await Promise.all([
    findMyNextSession(actor),
    listOwed(actor, 10),
    listToReview(actor, 10),
    listUnreadThreads(actor, 6),
  ]);
  return { session, owed, toReview, unread };
}

export type Today = Awaited<ReturnType<typeof getToday>>;
