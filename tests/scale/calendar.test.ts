import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getOpenMonth, getOwnMonth } from "@/lib/calendar/queries";
import { visitorActor } from "@/lib/platform/actor";
import { getFollowUp, getLateAtLastSession, listToClose } from "@/lib/sessions/followup/queries";
import { listSessions } from "@/lib/sessions/queries";
import { explain, type Plan, statementsOf } from "@/scripts/bench/data/plans";
import { moment } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

const client = new pg.Client({ connectionString: process.env.DATABASE_MIGRATION_URL ?? "" });
const visitor = visitorActor(moment);
let pilot: Awaited<ReturnType<typeof aPilot>>;

/** Ten thousand sessions of ten years, half of them in one programme, with somebody invited to each and most attended. */
beforeAll(async () => {
  pilot = await aPilot();
  const other = await aPilot();
  await client.connect();
  await client.query(
    `insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, state, convened_at, vevent, updated_at)
     select gen_random_uuid(), case when n % 2 = 0 then $1::uuid else $2::uuid end, 'SEMINAR', 'Incontro ' || n,
       $3::timestamptz + (n - 9900) * interval '9 hours', $3::timestamptz + (n - 9900) * interval '9 hours' + interval '2 hours',
       'WEBCONFERENCE', case when n % 4 < 2 then 'PUBLIC' else 'PROGRAMME' end::audience,
       case when n < 9800 then 'CLOSED' else 'CONVENED' end::session_state, $3::timestamptz - interval '9 years', '', $3
     from generate_series(1, 10000) n`,
    [pilot.programme.id, other.programme.id, moment],
  );
  await client.query(
    `insert into session_invitee (session_id, person_id, organisation_id)
     select s.id, p.person, case when s.programme_id = $1 then $2::uuid end
     from session s cross join unnest($3::uuid[]) as p(person)`,
    [
      pilot.programme.id,
      pilot.body.id,
      [pilot.staff.personId, pilot.referent.personId, other.staff.personId],
    ],
  );
  await client.query(
    `insert into attendance (session_id, person_id, present)
     select session_id, person_id, true from session_invitee i join session s on s.id = i.session_id
     where s.state = 'CLOSED'`,
  );
  await client.query("analyze");
}, 120_000);

afterAll(() => client.end());

/** Rows of each table of sessions that the statements of a piece of work read, and tables read from end to end. */
async function readBy(run: () => Promise<unknown>) {
  const plans: Plan[] = [];
  const statements = await statementsOf(run);
  for (const statement of statements) plans.push(await explain(client, statement));
  const scans = plans.flatMap((plan) => plan.scans);
  const big = ["session", "session_invitee", "attendance"];
  return {
    statements: statements.length,
    whole: scans.flatMap(({ node, table }) =>
      node === "Seq Scan" && table && big.includes(table) ? [table] : [],
    ),
    rows: scans.reduce(
      (sum, { node, table, read }) =>
        sum + (table && big.includes(table) && node !== "Bitmap Index Scan" ? read : 0),
      0,
    ),
  };
}

test.each([
  ["month, visitor", () => getOpenMonth(visitor, { month: "2026-03" }), 3],
  ["week, visitor", () => getOpenMonth(visitor, { month: "2026-03", week: "2026-03-23", view: "week" }), 3],
  ["list, visitor", () => getOpenMonth(visitor, { month: "2026-03", view: "list" }), 3],
  [
    "list of a body, visitor",
    () => getOpenMonth(visitor, { month: "2026-03", view: "list", filter: { body: pilot.body.slug } }),
    3,
  ],
  ["month, member", () => getOwnMonth(pilot.staff, { month: "2026-03" }), 5],
  [
    "week, one's own",
    () => getOwnMonth(pilot.staff, { month: "2026-03", view: "week", filter: { mine: true } }),
    5,
  ],
  ["list, coordinator", () => getOwnMonth(pilot.coordinator, { month: "2026-03", view: "list" }), 5],
  ["sessions to come", () => listSessions(pilot.staff, pilot.programme.slug, { when: "upcoming" }), 5],
  ["follow-up", () => getFollowUp(pilot.coordinator, pilot.programme.slug), 9],
  ["late at the last session", () => getLateAtLastSession(pilot.coordinator, pilot.programme.slug), 5],
  ["sessions to be closed", () => listToClose(pilot.coordinator), 4],
] as const)(
  "%s, of ten thousand sessions: by index, and no more rows than it shows",
  async (_name, run, most) => {
    const { statements, whole, rows } = await readBy(run);
    expect(whole).toEqual([]);
    expect(rows).toBeLessThanOrEqual(1_500);
    expect(statements).toBeLessThanOrEqual(most);
  },
);
