import "server-only";
import { newSince, newUntil } from "@/lib/animation/welcome/newness";
import { findWelcomeThread } from "@/lib/animation/welcome/queries";
import { documentVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { memberRoles } from "@/lib/programmes/policy";
import { visibleTo as sessionVisibleTo } from "@/lib/sessions/policy";

/** Programmes in which somebody begins at once. */
const mostProgrammes = 5;
/** Pieces of information that are counted. */
const mostMaterial = 100;

type Joined = {
  id: string;
  slug: string;
  shortTitle: string;
  joinedAt: Date;
  html: string | null;
  lang: string;
  threadId: string | null;
};

/** The first things to do in a programme, each with whether it is done; of a session that asks for no reply that is not asked. */
export type FirstStep =
  | { key: "material"; isDone: boolean; read: number; of: number; next: { id: string; title: string } | null }
  | { key: "profile"; isDone: boolean }
  | { key: "introduce"; isDone: boolean; thread: { id: string; title: string } }
  | {
      key: "session";
      isDone: boolean | null;
      session: { id: string; title: string; startsAt: Date; endsAt: Date };
    };

/**
 * The first steps of the actor in the programmes in which they are new, or in one; nothing where they were put away or all
 * are done. What is done is read from what there is: nobody ticks anything. Who is new nowhere costs one statement.
 */
export async function listFirstSteps(actor: Actor, slug?: string) {
  const joined = await listJoined(actor, slug);
  const cards = await Promise.all(
    joined.map(async ({ id, slug: place, shortTitle, joinedAt, html, lang, threadId }) => ({
      programme: { slug: place, shortTitle },
      until: newUntil(joinedAt),
      /** the coordinator's; the portal's own where it is null */
      welcome: html ? { html, lang } : null,
      steps: await stepsIn(actor, { programmeId: id, threadId }),
    })),
  );
  return cards.filter(({ steps }) => steps.some(({ isDone }) => isDone === false));
}

export type FirstStepsCard = Awaited<ReturnType<typeof listFirstSteps>>[number];

async function listJoined(actor: Actor, slug?: string): Promise<Joined[]> {
  const members = actor.programmesWith(...memberRoles);
  if (actor.personId === null || members.length === 0) return [];
  return db.$queryRaw`
    select p.id, p.slug, p.short_title as "shortTitle", joined.at as "joinedAt", w.html, coalesce(w.lang, 'it') as lang,
      w.thread_id as "threadId"
    from (
      select programme_id, min(from_at) as at from role_assignment
      where person_id = ${actor.personId}::uuid and programme_id = any(${members}::uuid[])
      group by programme_id
    ) joined
    join programme p on p.id = joined.programme_id
    left join programme_welcome w on w.programme_id = p.id
    where joined.at > ${newSince(actor.at)} and joined.at <= ${actor.at}
      and p.state not in ('CLOSED', 'ARCHIVED')
      and (${slug ?? null}::text is null or p.slug = ${slug ?? null})
      and not exists (select 1 from first_steps_dismissal d
        where d.person_id = ${actor.personId}::uuid and d.programme_id = p.id)
    order by joined.at desc, p.id
    limit ${mostProgrammes}`;
}

async function stepsIn(
  actor: Actor,
  place: { programmeId: string; threadId: string | null },
): Promise<FirstStep[]> {
  const steps = await Promise.all([
    material(actor, place.programmeId),
    profile(actor),
    introduction(actor, place),
    nextSession(actor, place.programmeId),
  ]);
  return steps.filter((step) => step !== null);
}

/** What the programme's own space holds for information, and how much of it the actor has opened. */
async function material(actor: Actor, programmeId: string): Promise<FirstStep | null> {
  const documents = await db.document.findMany({
    where: {
      AND: [
        {
          programmeId,
          kind: "INFORMATION",
          space: { organisationId: null, tableId: null },
          versions: { some: {} },
        },
        documentVisibleTo(actor),
      ],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: mostMaterial,
    select: {
      id: true,
      title: true,
      readings: { where: { personId: actor.personId ?? "" }, select: { personId: true } },
    },
  });
  if (documents.length === 0) return null;
  const next = documents.find(({ readings }) => readings.length === 0);
  return {
    key: "material",
    isDone: !next,
    read: documents.filter(({ readings }) => readings.length > 0).length,
    of: documents.length,
    next: next ? { id: next.id, title: next.title } : null,
  };
}

/** Whoever has once saved their data, or how mail comes to them, has looked at both. */
async function profile(actor: Actor): Promise<FirstStep> {
  const saved = await db.event.findFirst({
    where: {
      subjectKind: "person",
      subjectId: actor.personId ?? "",
      actorId: actor.personId,
      kind: { in: ["people.profileChanged", "notifications.preferencesChanged"] },
    },
    select: { id: true },
  });
  return { key: "profile", isDone: saved !== null };
}

async function introduction(
  actor: Actor,
  place: { programmeId: string; threadId: string | null },
): Promise<FirstStep | null> {
  const thread = await findWelcomeThread(actor, place);
  if (!thread) return null;
  const own = await db.post.findFirst({
    where: { threadId: thread.id, authorId: actor.personId, hiddenAt: null },
    select: { id: true },
  });
  return { key: "introduce", isDone: own !== null, thread };
}

/** Seen is a session to which one has replied; whoever is not convened to it has nothing to do. */
async function nextSession(actor: Actor, programmeId: string): Promise<FirstStep | null> {
  const row = await db.session.findFirst({
    where: {
      AND: [{ programmeId, state: "CONVENED", endsAt: { gte: actor.at } }, sessionVisibleTo(actor)],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      startsAt: true,
      endsAt: true,
      invitees: { where: { personId: actor.personId ?? "" }, select: { reply: true } },
    },
  });
  if (!row) return null;
  const { invitees, ...session } = row;
  const [own] = invitees;
  return { key: "session", isDone: own ? own.reply !== null : null, session };
}
