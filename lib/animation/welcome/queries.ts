import "server-only";
import { canWelcome } from "@/lib/animation/policy";
import { getAnimated } from "@/lib/animation/scheduling/queries";
import { isWelcoming, newSince } from "@/lib/animation/welcome/newness";
import { canPost, postingRoles, threadVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { memberRoles, workedOnBy } from "@/lib/programmes/policy";

/** More discussions than anybody looks through for one to name. */
const mostThreads = 200;
/** More than begin in a month. */
const mostNewcomers = 200;

/** How the new in a programme are greeted, for the coordinator's form. */
export async function getWelcome(actor: Actor, slug: string) {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, workedOnBy(actor)] },
      select: {
        id: true,
        shortTitle: true,
        welcome: { select: { markdown: true, threadId: true, version: true } },
      },
    }),
    "programme",
  );
  authorise(canWelcome(actor, { programmeId: programme.id }), "programme");
  const threads = await db.thread.findMany({
    where: {
      AND: [
        { category: { programmeId: programme.id, tableId: null }, hiddenAt: null, lockedAt: null },
        threadVisibleTo(actor),
      ],
    },
    orderBy: [{ lastPostAt: "desc" }, { id: "desc" }],
    take: mostThreads,
    select: { id: true, title: true, category: { select: { title: true, isPublic: true } } },
  });
  const { welcome, ...head } = programme;
  const chosen = welcome?.threadId;
  const isListed = chosen && threads.some(({ id }) => id === chosen);
  const old = chosen && !isListed ? await findNamedThread(actor, chosen) : null;
  return { programme: head, welcome, threads: old ? [old, ...threads] : threads };
}

export type WelcomeForm = Awaited<ReturnType<typeof getWelcome>>;

/** The one that is named already: quiet for long, hidden or closed since, it is still what the form shows. */
async function findNamedThread(actor: Actor, id: string) {
  return db.thread.findFirst({
    where: { AND: [{ id }, threadVisibleTo(actor)] },
    select: { id: true, title: true, category: { select: { title: true, isPublic: true } } },
  });
}

export type Newcomer = {
  id: string;
  name: string;
  bodies: string | null;
  joinedAt: Date;
  /** an observer reads alone */
  mayWrite: boolean;
  hasWritten: boolean;
  /** the post with which they introduced themselves */
  introduction: number | null;
};

/**
 * Who began to take part in a programme in the last days, and whether they have written: for who keeps its forum going.
 * What somebody reads is told of nobody.
 */
export async function listNewcomers(actor: Actor, slug: string) {
  const programme = await getAnimated(actor, slug);
  const programmeId = programme.id;
  const welcome = await db.programmeWelcome.findUnique({
    where: { programmeId },
    select: { thread: { select: { id: true, title: true, hiddenAt: true, lockedAt: true } } },
  });
  const named =
    welcome?.thread && !welcome.thread.hiddenAt && !welcome.thread.lockedAt ? welcome.thread : null;
  const roles: readonly Role[] = postingRoles;
  const rows = await db.$queryRaw<Newcomer[]>`
    select p.id, p.given_name || ' ' || p.family_name as name, joined.at as "joinedAt", joined."mayWrite",
      (select string_agg(distinct o.short_name, ', ') from role_assignment r
        join organisation o on o.id = r.organisation_id
        where r.person_id = p.id and r.programme_id = ${programmeId}::uuid
          and (r.to_at is null or r.to_at > ${actor.at})) as bodies,
      exists (select 1 from post w where w.author_id = p.id and w.programme_id = ${programmeId}::uuid
        and w.hidden_at is null) as "hasWritten",
      (select min(w.number) from post w where w.author_id = p.id and w.thread_id = ${named?.id ?? null}::uuid
        and w.hidden_at is null) as introduction
    from (
      select person_id, min(from_at) as at,
        bool_or(to_at is null or to_at > ${actor.at}) as "isHere",
        bool_or((to_at is null or to_at > ${actor.at}) and role = any(${[...roles]}::"role"[])) as "mayWrite"
      from role_assignment where programme_id = ${programmeId}::uuid and from_at <= ${actor.at}
      group by person_id
    ) joined
    join person p on p.id = joined.person_id
    where joined."isHere" and joined.at > ${newSince(actor.at)} and p.disabled_at is null
    order by joined.at desc, p.id
    limit ${mostNewcomers}`;
  return {
    rows,
    thread: named && { id: named.id, title: named.title },
    mayWelcome: canWelcome(actor, { programmeId }),
  };
}

export type Newcomers = Awaited<ReturnType<typeof listNewcomers>>;

/**
 * What is said to somebody who begins to take part in a programme at that moment, as far as they may see it; null for who
 * has taken part before, and where the programme is over.
 */
export async function findWelcome(
  actor: Actor,
  { programmeId, since }: { programmeId: string; since: Date },
) {
  const { personId } = actor;
  if (personId === null || !actor.has(memberRoles, { programme: programmeId })) return null;
  const [programme, before] = await Promise.all([
    db.programme.findFirst({
      where: { AND: [{ id: programmeId }, workedOnBy(actor)] },
      select: {
        id: true,
        slug: true,
        shortTitle: true,
        state: true,
        welcome: { select: { markdown: true, threadId: true } },
      },
    }),
    db.roleAssignment.count({ where: { personId, programmeId, fromAt: { lt: since } } }),
  ]);
  if (!programme || before > 0 || !isWelcoming(programme.state)) return null;
  const { welcome, state: _state, ...head } = programme;
  return {
    programme: head,
    markdown: welcome?.markdown ?? "",
    thread: await findWelcomeThread(actor, { programmeId, threadId: welcome?.threadId ?? null }),
  };
}

export type Welcome = NonNullable<Awaited<ReturnType<typeof findWelcome>>>;

/** The discussion in which the actor may introduce themselves; null where none is named, or it is closed or hidden. */
export async function findWelcomeThread(
  actor: Actor,
  { programmeId, threadId }: { programmeId: string; threadId: string | null },
): Promise<{ id: string; title: string } | null> {
  if (!threadId || !canPost(actor, { programmeId })) return null;
  return db.thread.findFirst({
    where: {
      AND: [
        { id: threadId, hiddenAt: null, lockedAt: null, category: { programmeId } },
        threadVisibleTo(actor),
      ],
    },
    select: { id: true, title: true },
  });
}
