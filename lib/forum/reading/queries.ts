import "server-only";
import { cache } from "react";
import { ownBodies } from "@/lib/documents/policy";
import { keepTrack } from "@/lib/forum/commands";
import { readAsMember } from "@/lib/forum/listing/queries";
import { withoutNames } from "@/lib/forum/mentions/names";
import { type PlaceInThread, pageSize } from "@/lib/forum/paging";
import { canEditPost, canPost, threadVisibleTo } from "@/lib/forum/policy";
import { threadFields, withRights } from "@/lib/forum/posts/queries";
import { usualLevel, watchOf } from "@/lib/forum/watching/levels";
import type { Actor } from "@/lib/platform/actor";
import { db, kept } from "@/lib/platform/db";
import type { ReactionKind, Role, ScanState, WatchLevel } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";

/** Bodies that work in the programme, or did until its end. */
const presentStates = ["SELECTED", "ACTIVE", "CONCLUDED"] as const;

/**
 * A thread with one page of its posts; reading it is remembered for the programme's people. The thread is found by what
 * the actor may see; all that stands on its page then comes in one statement.
 */
export const getThread = cache(async (actor: Actor, id: string, start = 1, from?: string) => {
  const { reads, merged, ...thread } = await findThread(actor, id);
  const {
    posts,
    accepted,
    voices,
    ownBodies: own,
    categoryWatch,
    draft,
    moved,
    assignment,
    isWarned,
  } = await readPage(actor, thread, { start, from });
  const readTo = thread.tracks ? (reads[0]?.lastReadNumber ?? 0) : null;
  const last = Math.min(start + pageSize - 1, thread.lastPostNumber);
  if (readTo !== null && last > readTo) await keepTrack(db, actor, thread, last);
  return {
    ...thread,
    posts: posts.map((post) => dress(actor, thread.programmeId, post)),
    accepted: accepted && { ...accepted, at: momentOf(accepted.at) },
    ownBodies: own,
    draft: draft && { ...draft, updatedAt: new Date(draft.updatedAt) },
    start,
    moved,
    mergedIds: merged.map(({ oldId }) => oldId),
    /** who is to answer, and by when; for the programme's people */
    assignment: assignment && { ...assignment, dueAt: new Date(assignment.dueAt) },
    /** the actor has a warning to acknowledge */
    isWarned,
    readTo,
    watch: thread.tracks
      ? watchOf({
          thread: reads[0]?.watch ?? null,
          isAutomatic: reads[0]?.isWatchAutomatic ?? false,
          category: categoryWatch,
          usual: usualLevel(actor, thread.programmeId),
        })
      : null,
    circle: thread.tracks ? circleOf(actor, thread.bodies, voices) : null,
  };
});

export type ThreadPage = Awaited<ReturnType<typeof getThread>>;
export type ShownPost = ThreadPage["posts"][number];

async function findThread(actor: Actor, id: string) {
  const { category, ...row } = found(
    await db.thread.findFirst({
      where: { AND: [{ id }, threadVisibleTo(actor)] },
      select: {
        ...threadFields,
        merged: { select: { oldId: true } },
        reads: {
          where: { personId: { in: actor.personId ? [actor.personId] : [] } },
          select: { lastReadNumber: true, watch: true, isWatchAutomatic: true },
        },
        category: {
          select: {
            ...threadFields.category.select,
            programme: {
              select: {
                ...threadFields.category.select.programme.select,
                enrolments: {
                  where: { state: { in: [...presentStates] } },
                  orderBy: { organisation: { shortName: "asc" } },
                  select: { organisation: { select: { id: true, shortName: true } } },
                },
              },
            },
          },
        },
      },
    }),
    "thread",
  );
  const { enrolments, ...programme } = category.programme;
  const thread = withRights(actor, { ...row, category: { ...category, programme } });
  return { ...thread, bodies: enrolments.map(({ organisation }) => organisation) };
}

type PostRow = {
  id: string;
  number: number;
  /** where it stood, on a page to which an old address has led */
  oldNumber: number | null;
  html: string;
  lang: string;
  createdAt: string;
  editedAt: string | null;
  hiddenAt: string | null;
  version: number;
  authorId: string | null;
  authorName: string | null;
  role: Role | null;
  onBehalfOf: { id: string; shortName: string } | null;
  hiddenReason: string | null;
  attachments: { id: string; filename: string; size: number | bigint; object: { scan: ScanState } }[];
  reactions: { kind: ReactionKind; count: number; isMine: boolean }[];
  /** people who are called by name in the text */
  people: string[];
};

/** A post that stood on the page and is in another thread now, which the actor may read. */
export type MovedAway = { number: number; to: { id: string; title: string; number: number } };

type Voice = { id: string | null; name: string | null; bodyId: string | null };

type PageRow = {
  posts: PostRow[];
  accepted: { id: string; number: number; at: string | null; by: string | null } | null;
  voices: Voice[];
  ownBodies: { id: string; name: string; shortName: string }[];
  categoryWatch: WatchLevel | null;
  draft: { id: string; markdown: string; updatedAt: string } | null;
  assignment: { id: string; assigneeId: string; name: string; dueAt: string } | null;
  isWarned: boolean;
  moved: MovedAway[];
};

type Readable = {
  id: string;
  category: { id: string };
  programmeId: string;
  acceptedPostId: string | null;
  mayModerate: boolean;
  tracks: boolean;
};

// The thread was found by what the actor may see; of its posts only hidden ones are not for everybody.
async function readPage(actor: Actor, thread: Readable, { start, from }: PlaceInThread): Promise<PageRow> {
  const own = ownBodies(actor)
    .filter((body) => body.programmeId === thread.programmeId)
    .map((body) => body.organisationId);
  const rows = await db.$queryRaw<PageRow[]>`${kept}
    select
      coalesce((select json_agg(page order by page.number) from (
        select p.id, p.number, (select m.number from post_moved m
            where m.post_id = p.id and m.thread_id = ${from ?? null}::uuid) as "oldNumber", p.html, p.lang, p.version, p.created_at as "createdAt",
          p.edited_at as "editedAt", p.hidden_at as "hiddenAt", p.author_id as "authorId",
          a.given_name || ' ' || a.family_name as "authorName",
          (select r.role from role_assignment r where r.person_id = p.author_id
            and r.programme_id = ${thread.programmeId}::uuid and r.role in ('COORDINATOR', 'EXPERT')
            order by r.role limit 1) as role,
          case when o.id is not null
            then json_build_object('id', o.id, 'shortName', o.short_name) end as "onBehalfOf",
          case when p.hidden_at is not null then (select e.data ->> 'reason' from event e
            where e.subject_kind = 'post' and e.subject_id = p.id and e.kind = 'forum.postHidden'
            order by e.seq desc limit 1) end as "hiddenReason",
          coalesce((select json_agg(json_build_object('id', f.id, 'filename', f.filename, 'size', f.size,
            'object', json_build_object('scan', (select s.scan from stored_object s where s.sha256 = f.object_sha256)))
            order by f.created_at) from post_attachment f where f.post_id = p.id), '[]') as attachments,
          coalesce((select json_agg(json_build_object('kind', given.kind, 'count', given.count, 'isMine', given.mine)
            order by given.kind) from (
              select kind, count(*) as count, coalesce(bool_or(person_id = ${actor.personId}::uuid), false) as mine
              from post_reaction where post_id = p.id group by kind) given), '[]') as reactions,
          coalesce((select json_agg(m.name) from post_mention m
            where m.post_id = p.id and m.person_id is not null), '[]') as people
        from (
          select * from post
          where thread_id = ${thread.id}::uuid and number >= ${start} and number < ${start + pageSize}
            and (hidden_at is null or ${thread.mayModerate})
          -- Says nothing that the numbers do not, but to the planner, which would expect thousands and read all authors.
          limit ${pageSize}
        ) p
        left join person a on a.id = p.author_id
        left join organisation o on o.id = p.on_behalf_of_id
      ) page), '[]') as posts,
      (select json_build_object('id', p.id, 'number', p.number, 'at', e.occurred_at,
          'by', x.given_name || ' ' || x.family_name)
        from post p
        left join lateral (select actor_id, occurred_at from event
          where subject_kind = 'thread' and subject_id = p.thread_id and kind = 'forum.accepted'
            and data ->> 'postId' = p.id::text
          order by seq desc limit 1) e on true
        left join person x on x.id = e.actor_id and ${!actor.isVisitor}
        where p.id = ${thread.acceptedPostId}::uuid) as accepted,
      coalesce((select json_agg(voice order by voice.name) from (
        select a.id, a.given_name || ' ' || a.family_name as name, p.on_behalf_of_id as "bodyId"
        from (
          select distinct author_id, on_behalf_of_id from (
            select author_id, on_behalf_of_id from post
            where thread_id = ${thread.id}::uuid and hidden_at is null and ${thread.tracks}
            order by number desc limit 500
          ) latest
        ) p left join person a on a.id = p.author_id
      ) voice), '[]') as voices,
      coalesce((select json_agg(json_build_object('id', id, 'name', name, 'shortName', short_name)
        order by short_name) from organisation where id = any(${own}::uuid[])), '[]') as "ownBodies",
      (select level from category_watch
        where category_id = ${thread.category.id}::uuid and person_id = ${actor.personId}::uuid) as "categoryWatch",
      (select json_build_object('id', id, 'markdown', markdown, 'updatedAt', updated_at) from post_draft
        where thread_id = ${thread.id}::uuid and person_id = ${actor.personId}::uuid) as draft,
      (select json_build_object('id', g.id, 'assigneeId', g.assignee_id, 'dueAt', g.due_at,
          'name', x.given_name || ' ' || x.family_name)
        from thread_assignment g join person x on x.id = g.assignee_id
        where g.thread_id = ${thread.id}::uuid and g.ended_at is null and ${thread.tracks}) as assignment,
      exists (select from post_warning where person_id = ${actor.personId}::uuid
        and programme_id = ${thread.programmeId}::uuid and acknowledged_at is null) as "isWarned",
      coalesce((select json_agg(json_build_object('number', m.number,
          'to', json_build_object('id', d.id, 'title', d.title, 'number', p.number)) order by m.number)
        from post_moved m join post p on p.id = m.post_id join thread d on d.id = p.thread_id
          join category c on c.id = d.category_id
        where m.thread_id = ${thread.id}::uuid and m.number >= ${start} and m.number < ${start + pageSize}
          and d.id <> m.thread_id and p.hidden_at is null and (d.hidden_at is null or ${thread.mayModerate})
          and (c.is_public or ${readAsMember(actor)})), '[]') as moved`;
  return found(rows[0], "page");
}

/** Adds what the actor may do with a post. Visitors read bodies, not names, of who wrote and of who is called. */
function dress(actor: Actor, programmeId: string, { authorId, authorName, people, ...post }: PostRow) {
  return {
    ...post,
    html: actor.isVisitor ? withoutNames(post.html, people) : post.html,
    createdAt: new Date(post.createdAt),
    editedAt: momentOf(post.editedAt),
    hiddenAt: momentOf(post.hiddenAt),
    author: authorId && authorName && !actor.isVisitor ? { id: authorId, name: authorName } : null,
    isAnonymous: authorId === null,
    mayEdit: canEditPost(actor, { programmeId, authorId }),
    mayReact: canPost(actor, { programmeId }) && authorId !== actor.personId && post.hiddenAt === null,
    isMine: authorId !== null && authorId === actor.personId,
  };
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** Who takes part and which bodies have not written yet, by the latest posts; for the programme's people. */
function circleOf(actor: Actor, bodies: { id: string; shortName: string }[], voices: Voice[]) {
  const people = new Map(voices.flatMap(({ id, name }) => (id && name ? [[id, name] as const] : [])));
  const spoke = new Set(voices.map(({ bodyId }) => bodyId));
  return {
    people: [...people].map(([id, name]) => ({ id, name, isMe: id === actor.personId })),
    bodies: bodies.length,
    silent: bodies.filter(({ id }) => !spoke.has(id)).map(({ shortName }) => shortName),
  };
}
