import "server-only";
import { asksForSecondFactor, secondFactorRules } from "@/lib/people/second-factor/requirement";
import { type Actor, type Assignment, personActor, type Seat } from "@/lib/platform/actor";
import { db, kept } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { authorise } from "@/lib/platform/errors";
import type { SignInFacts } from "@/lib/platform/request";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { portalScope } from "@/lib/platform/rules";
import { signInLimits } from "@/lib/platform/sign-in-token";

const minute = 60_000;

type Row = {
  id: string;
  personId: string;
  isDemo: boolean;
  lastSeenAt: Date;
  provedAt: Date | null;
  secondFactorAt: Date | null;
  hasSecondFactor: boolean;
  rules: unknown;
  assignments: Assignment[];
  seats: Seat[];
};

/**
 * The person behind a sign-in with the roles that hold at that moment, or null when the sign-in was ended, still awaits
 * its code, is too old, was idle too long, or the person is disabled. Called at every request by the sign-in gate, so
 * that ending a sign-in, a role or a person acts at the next one, and so does a role that asks for a second factor.
 */
export async function loadActorFacts(signInId: string, at: Date): Promise<SignInFacts | null> {
  const [row] = await holding([signInId], at);
  const facts = row && admitted(row);
  if (!facts) return null;
  await touch(signInId, row.lastSeenAt, at);
  return facts;
}

/** The same for sign-ins whose people look on: it does not keep them from ending for lack of use. */
export async function watchActorFacts(
  signInIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, SignInFacts>> {
  const found = new Map<string, SignInFacts>();
  for (const row of await holding(signInIds, at)) {
    const facts = admitted(row);
    if (facts) found.set(row.id, facts);
  }
  return found;
}

async function holding(signInIds: readonly string[], at: Date): Promise<Row[]> {
  const idleSince = new Date(at.getTime() - signInLimits().idle);
  const today = fromDateOnly(romeDay(at));
  return db.$queryRaw<
    Row[]
  >`${kept} select s.id, s.person_id as "personId", p.is_demo as "isDemo", s.last_seen_at as "lastSeenAt",
      s.proved_at as "provedAt", s.second_factor_at as "secondFactorAt",
      f.confirmed_at is not null as "hasSecondFactor",
      (select content from rule_set where kind = ${secondFactorRules.kind} and scope = ${portalScope}
        and valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)) as rules,
      coalesce(json_agg(json_build_object(
        'role', r.role, 'programmeId', r.programme_id, 'organisationId', r.organisation_id
      )) filter (where r.id is not null), '[]') as assignments,
      (select coalesce(json_agg(json_build_object('tableId', t.id, 'programmeId', t.programme_id,
          'organisationId', seat.organisation_id, 'isCoordinator', seat.is_coordinator)), '[]')
        from table_seat seat join working_table t on t.id = seat.table_id
        where seat.person_id = s.person_id and seat.from_at <= ${at} and (seat.to_at is null or seat.to_at > ${at})) as seats
    from sign_in s
    join person p on p.id = s.person_id and p.disabled_at is null
    left join second_factor f on f.person_id = p.id
    left join role_assignment r on r.person_id = p.id
      and r.from_at <= ${at} and (r.to_at is null or r.to_at > ${at})
    where s.id = any(${[...signInIds]}::uuid[]) and s.ended_at is null and s.pending_until is null
      and s.expires_at > ${at} and s.last_seen_at > ${idleSince}
    group by s.id, p.id, f.person_id`;
}

function admitted(row: Row): SignInFacts | null {
  // The operator may close the demonstration while its people are signed in.
  if (row.isDemo && env().demoSignIn === "never") return null;
  const { personId, assignments, seats, provedAt } = row;
  // Opened while the second factor was being set up elsewhere: it has to be proved like in any other.
  if (row.hasSecondFactor && !row.secondFactorAt) return null;
  // Everybody may use the demonstration's accounts; nobody could sign in with the app of whoever came first.
  const lacksSecondFactor = !row.secondFactorAt && !row.isDemo && asksForSecondFactor(assignments, row.rules);
  return { personId, assignments, seats, provedAt, lacksSecondFactor };
}

// A write at every request would make each page wait for the disk.
async function touch(signInId: string, lastSeenAt: Date, at: Date): Promise<void> {
  if (at.getTime() - lastSeenAt.getTime() < minute) return;
  await db.signIn.updateMany({
    where: { id: signInId, endedAt: null, lastSeenAt: { lt: at } },
    data: { lastSeenAt: at },
  });
}

/**
 * A person with the roles that hold at the actor's moment, for work that goes on after they asked for it; null when they
 * were disabled meanwhile.
 */
export async function findPersonActor(actor: Actor, personId: string): Promise<Actor | null> {
  authorise(actor.kind === "system");
  const person = await db.person.findFirst({
    where: { id: personId, disabledAt: null },
    select: {
      roles: {
        where: { fromAt: { lte: actor.at }, OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },
        select: { role: true, programmeId: true, organisationId: true },
      },
      seats: {
        where: { fromAt: { lte: actor.at }, OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },
        select: {
          tableId: true,
          organisationId: true,
          isCoordinator: true,
          table: { select: { programmeId: true } },
        },
      },
    },
  });
  if (!person) return null;
  const seats = person.seats.map(({ table, ...seat }) => ({ ...seat, ...table }));
  return personActor({ personId, assignments: person.roles, seats }, actor.at);
}
