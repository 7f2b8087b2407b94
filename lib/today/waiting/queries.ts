import "server-only";
import { unreadIn } from "@/lib/forum/queries";
import { ownPerson } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { isWorkedOnBy } from "@/lib/programmes/queries";

/** What the frame of a reserved page counts, each up to 100: what one was told, and threads with news in one programme. */
export type Counts = { notices: number; forum: number };

/**
 * The counts of the frame as they are now; without a programme, those of the pages of the whole portal.
 * @throws NotFoundError when the actor has no part in the programme
 */
export async function countWaiting(actor: Actor, programmeId?: string): Promise<Counts> {
  const personId = ownPerson(actor);
  const rows = await db.$queryRaw<{ notices: number; forum: number | null }[]>`
    select
      (select count(*)::int from (
        select 1 from notification where person_id = ${personId}::uuid and read_at is null limit 100
      ) unread) as notices,
      (select ${unreadIn(actor, Prisma.sql`mine.id`)} from (
        select programme.id from programme
        where programme.id = ${programmeId ?? null}::uuid and ${isWorkedOnBy(actor)}
      ) mine) as forum`;
  const { notices, forum } = found(rows[0], "counts");
  if (programmeId !== undefined) found(forum, "programme");
  return { notices, forum: forum ?? 0 };
}
