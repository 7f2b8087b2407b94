import "server-only";
import type { Assignment } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { idleHours } from "@/lib/platform/sign-in-token";

const hour = 3_600_000;
const minute = 60_000;

/**
 * The person behind a sign-in with the roles that hold at that moment, or null when the sign-in was ended, is too old,
 * was idle too long, or the person is disabled. Called at every request by the sign-in gate, so that ending a sign-in, a
 * role or a person acts at the next one.
 */
export async function loadActorFacts(
  signInId: string,
  at: Date,
): Promise<{ personId: string; assignments: readonly Assignment[] } | null> {
  const idleSince = new Date(at.getTime() - idleHours * hour);
  const rows = await db.$queryRaw<
    { personId: string; isDemo: boolean; lastSeenAt: Date; assignments: Assignment[] }[]
  >`select s.person_id as "personId", p.is_demo as "isDemo", s.last_seen_at as "lastSeenAt",
      coalesce(json_agg(json_build_object(
        'role', r.role, 'programmeId', r.programme_id, 'organisationId', r.organisation_id
      )) filter (where r.id is not null), '[]') as assignments
    from sign_in s
    join person p on p.id = s.person_id and p.disabled_at is null
    left join role_assignment r on r.person_id = p.id
      and r.from_at <= ${at} and (r.to_at is null or r.to_at > ${at})
    where s.id = ${signInId}::uuid and s.ended_at is null
      and s.expires_at > ${at} and s.last_seen_at > ${idleSince}
    group by s.id, p.id`;
  const row = rows[0];
  if (!row) return null;
  // The operator may close the demonstration while its people are signed in.
  if (row.isDemo && env().demoSignIn === "never") return null;
  await touch(signInId, row.lastSeenAt, at);
  return { personId: row.personId, assignments: row.assignments };
}

// A write at every request would make each page wait for the disk.
async function touch(signInId: string, lastSeenAt: Date, at: Date): Promise<void> {
  if (at.getTime() - lastSeenAt.getTime() < minute) return;
  await db.signIn.updateMany({
    where: { id: signInId, endedAt: null, lastSeenAt: { lt: at } },
    data: { lastSeenAt: at },
  });
}
