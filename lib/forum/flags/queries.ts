import "server-only";
import { excerptOf } from "@/lib/forum/excerpt";
import { canFlag, canModerate, moderatedBy } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { type Cursor, keysetAfter, keysetBefore, nextCursor } from "@/lib/platform/lists/cursor";

const name = { select: { givenName: true, familyName: true } } as const;

// Who flagged is shown to nobody: a moderator may be the author.
const caseFields = {
  id: true,
  openedAt: true,
  decidedAt: true,
  outcome: true,
  decidedBy: name,
  flags: {
    orderBy: { createdAt: "asc" },
    select: { id: true, reason: true, text: true, createdAt: true },
  },
  post: {
    select: {
      id: true,
      number: true,
      lang: true,
      createdAt: true,
      hiddenAt: true,
      author: { select: { id: true, givenName: true, familyName: true } },
      onBehalfOf: { select: { shortName: true } },
      thread: { select: { id: true, title: true, hiddenAt: true } },
    },
  },
} as const satisfies Prisma.FlagCaseSelect;

type CaseRow = Prisma.FlagCaseGetPayload<{ select: typeof caseFields }>;
/** A post that was flagged as the list shows it, with the beginning of its text. */
export type FlagCaseRow = CaseRow & { excerpt: string };

const size = 20;

/** Posts of a programme that were flagged: those that wait, the first one first, or those decided on, the last one first. */
export async function listFlagCases(
  actor: Actor,
  programmeId: string,
  state: "waiting" | "decided",
  after?: Cursor,
): Promise<{ rows: FlagCaseRow[]; next?: string }> {
  authorise(canModerate(actor, { programmeId }));
  const moment = state === "waiting" ? "openedAt" : "decidedAt";
  const rows = await db.flagCase.findMany({
    where:
      state === "waiting"
        ? { AND: [{ programmeId, decidedAt: null }, keysetAfter(moment, after)] }
        : { AND: [{ programmeId, decidedAt: { not: null } }, keysetBefore(moment, after)] },
    orderBy:
      state === "waiting" ? [{ openedAt: "asc" }, { id: "asc" }] : [{ decidedAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: { ...caseFields, post: { select: { ...caseFields.post.select, markdown: true } } },
  });
  const page = nextCursor(rows, size, (row) => ({ at: row[moment] ?? row.openedAt, id: row.id }));
  return {
    ...page,
    rows: page.rows.map(({ post: { markdown, ...post }, ...row }) => ({
      ...row,
      post,
      excerpt: excerptOf(markdown),
    })),
  };
}

/** One post that was flagged, for the page on which it is decided on; with how often its author was warned before. */
export async function getFlagCase(actor: Actor, id: string) {
  const { programmeId, ...row } = found(
    await db.flagCase.findFirst({
      where: { id, programmeId: { in: moderatedBy(actor) } },
      select: {
        ...caseFields,
        programmeId: true,
        post: { select: { ...caseFields.post.select, html: true } },
      },
    }),
    "flags",
  );
  const personId = row.post.author?.id;
  const warnings = personId ? await db.postWarning.count({ where: { personId, programmeId } }) : 0;
  return { ...row, programmeId, warnings };
}

export type FlagCase = Awaited<ReturnType<typeof getFlagCase>>;

/** How many posts of a programme wait for a decision. */
export async function countWaitingFlags(actor: Actor, programmeId: string): Promise<number> {
  authorise(canModerate(actor, { programmeId }));
  return db.flagCase.count({ where: { programmeId, decidedAt: null } });
}

/** Posts that wait for the actor's decision, in every programme that it moderates; the first one first. */
export async function listWaitingFlags(actor: Actor, limit: number) {
  const programmes = moderatedBy(actor);
  if (programmes.length === 0) return [];
  return db.flagCase.findMany({
    where: { programmeId: { in: programmes }, decidedAt: null },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: {
      id: true,
      _count: { select: { flags: true } },
      post: {
        select: {
          number: true,
          thread: {
            select: {
              title: true,
              category: { select: { programme: { select: { slug: true, shortTitle: true } } } },
            },
          },
        },
      },
    },
  });
}

/** Whether the actor may flag a post now, or has done so and waits. */
export async function findOwnFlag(
  actor: Actor,
  post: { id: string; programmeId: string; isMine: boolean; hiddenAt: Date | null },
): Promise<"possible" | "waiting" | null> {
  const authorId = post.isMine ? actor.personId : null;
  if (!canFlag(actor, { programmeId: post.programmeId, authorId }) || post.hiddenAt) return null;
  const flags = await db.postFlag.count({
    where: { personId: actor.personId, case: { postId: post.id, decidedAt: null } },
  });
  return flags > 0 ? "waiting" : "possible";
}
