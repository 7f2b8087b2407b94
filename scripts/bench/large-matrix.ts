import { withClient } from "@/lib/platform/database/connection";
import type { BenchData } from "./portal";

const slug = "matrice-di-cento-enti";
const size = { bodies: 100, requests: 40 };

// Version 7, as the portal gives: begun at one moment and random after it, which counts in what is sent compressed.
const millisecond = "lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0')";
const identifier = `(substr(${millisecond}, 1, 8) || '-' || substr(${millisecond}, 9, 4) || '-7'
  || substr(gen_random_uuid()::text, 16))::uuid`;

/**
 * A programme of a hundred bodies that owe forty deliverables each, in all states and around their terms, for the
 * demonstration's coordinator.
 * @returns the slug of the programme
 */
export function fillMatrix(data: BenchData): Promise<string> {
  return withClient(data.migrationUrl, async (client) => {
    await client.query(
      `with made as (
         insert into programme (id, slug, title, short_title, summary, description, description_html, state, promoter_id, updated_at)
         select gen_random_uuid(), $1, 'Programma di cento enti', 'Cento enti', '', '', '', 'RUNNING', promoter_id, now()
         from programme where slug = 'camere-nuova-edizione' returning id),
       bodies as (
         insert into organisation (id, slug, name, short_name, kind, city)
         select gen_random_uuid(), 'cento-' || n, 'Camera di Commercio di Borgo ' || n, 'Borgo ' || n, 'CHAMBER', 'Borgo ' || n
         from generate_series(1, $2::int) n returning id),
       requests as (
         insert into deliverable_request (id, programme_id, position, title, due_at)
         select gen_random_uuid(), made.id, n, 'Elaborato numero ' || n || ' del programma', timestamptz '2026-01-31T22:59:59Z' + n * interval '3 days'
         from made, generate_series(1, $3::int) n returning id, due_at),
       enrolled as (
         insert into enrolment (id, programme_id, organisation_id, state)
         select gen_random_uuid(), made.id, bodies.id, 'ACTIVE' from made, bodies returning id),
       coordinator as (
         insert into role_assignment (id, person_id, role, programme_id, from_at)
         select gen_random_uuid(), person.id, 'COORDINATOR', made.id, '2026-01-01'
         from made, person where person.email = 'coordinatore@demo.test' returning id)
       insert into deliverable (id, request_id, organisation_id, due_at, state, state_since)
       select ${identifier}, r.id, b.id, r.due_at,
         (array['TO_DO', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'LOCKED']::deliverable_state[])
           [1 + (row_number() over ())::int % 6], r.due_at - interval '2 days'
       from requests r, bodies b`,
      [slug, size.bodies, size.requests],
    );
    await client.query("analyze");
    return slug;
  });
}
