import { rows } from "@/tests/support/e2e-database";
import type { Shown } from "@/tests/support/e2e-shown";

const slug = "camere-nuova-edizione";
const page = "/area/programmes/[slug]/sessions/[id]/live";
/** One whose second point goes on, over its time, and one without an agenda. */
const running = "01950000-0000-7000-8000-000000000011";
const bare = "01950000-0000-7000-8000-000000000012";

/** The day of a session for who runs it. */
export const livePages: Shown[] = [
  { page, params: { slug, id: running } },
  { page, params: { slug, id: running }, state: "errors", press: "Aggiungi attività" },
  { page, params: { slug, id: bare }, state: "empty agenda" },
  {
    page,
    params: {
      slug,
      id: `select s.id::text as value from session s join programme p on p.id = s.programme_id
        where p.slug = '${slug}' and s.state = 'CLOSED' and s.kind = 'ASSISTANCE' limit 1`,
    },
    state: "closed",
  },
];

/** The same for who follows it. */
export const liveToFollow: Shown[] = [{ page, params: { slug, id: running }, state: "followed" }];

/** The two sessions, with people in the room, a guest, notes, a decision and a task. */
export async function prepareLivePages(): Promise<void> {
  await rows(
    `INSERT INTO session (id, programme_id, kind, title, starts_at, ends_at, mode, url, audience, state, convened_at, vevent, updated_at)
     SELECT v.id::uuid, p.id, 'TABLE', v.title, '2026-03-24T07:00Z', '2026-03-24T15:00Z', 'HYBRID',
       'https://aula.example.org/oggi', 'PROGRAMME', 'CONVENED', '2026-03-10', '', '2026-03-10'
     FROM programme p, (VALUES ('${running}', 'Un tavolo che dura tutto il giorno'), ('${bare}', 'Un tavolo senza ordine del giorno')) v (id, title)
     WHERE p.slug = '${slug}' ON CONFLICT DO NOTHING`,
  );
  await rows(
    `INSERT INTO session_invitee (session_id, person_id, organisation_id, reply, replied_at)
     SELECT '${running}'::uuid, i.person_id, i.organisation_id, i.reply, i.replied_at FROM session_invitee i
     JOIN session s ON s.id = i.session_id JOIN programme p ON p.id = s.programme_id
     WHERE p.slug = '${slug}' AND s.title LIKE '2ª%' ON CONFLICT DO NOTHING`,
  );
  await rows(
    `WITH points AS (
       INSERT INTO agenda_item (id, session_id, position, title, minutes, owner) VALUES
         ('${running.slice(0, -2)}a1', '${running}', 0, 'Stato delle consegne', 10, 'Ada Ginestrelli'),
         ('${running.slice(0, -2)}a2', '${running}', 1, 'Criticità emerse nel raccordo dei profili', 5, NULL),
         ('${running.slice(0, -2)}a3', '${running}', 2, 'Varie', NULL, NULL)
       ON CONFLICT DO NOTHING RETURNING id, session_id),
     runs AS (
       INSERT INTO agenda_run (id, session_id, agenda_item_id, started_at, ended_at)
       SELECT gen_random_uuid(), session_id, id, '2026-03-24T07:05Z', CASE WHEN id::text LIKE '%a1' THEN timestamptz '2026-03-24T07:25Z' END
       FROM points WHERE id::text NOT LIKE '%a3'),
     begun AS (
       INSERT INTO session_minutes (session_id, text, updated_at) SELECT '${running}'::uuid, 'x', now() FROM points LIMIT 1
       RETURNING session_id),
     parts AS (
       INSERT INTO minutes_point (id, session_id, agenda_item_id, position, title, markdown, html, version, written_at)
       SELECT gen_random_uuid(), begun.session_id, points.id, 0, 'Stato delle consegne', 'Mancano **due** matrici.', '', 2, '2026-03-24T07:20Z'
       FROM begun, points WHERE points.id::text LIKE '%a1' RETURNING id),
     decided AS (
       INSERT INTO decision (id, point_id, position, text, created_at)
       SELECT gen_random_uuid(), id, 1, 'Le matrici si mandano entro venerdì.', now() FROM parts)
     INSERT INTO task (id, point_id, position, text, owner_id, due_on, created_at)
     SELECT gen_random_uuid(), parts.id, 1, 'Scrivere alle due Camere', p.id, '2026-03-27', now()
     FROM parts, person p WHERE p.email = 'staff.a@demo.test'`,
  );
  await rows(
    `WITH guest AS (
       INSERT INTO session_guest (id, session_id, name, created_at)
       VALUES ('${running}', '${running}', 'Un ospite', now()) ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO session_join (id, session_id, person_id, guest_id, role, source, joined_at)
     SELECT gen_random_uuid(), '${running}'::uuid, NULL::uuid, id, 'ATTENDEE'::join_role, 'GUEST_LINK'::join_source, timestamptz '2026-03-24T07:02Z'
     FROM guest UNION ALL
     SELECT gen_random_uuid(), '${running}'::uuid, p.id, NULL, 'ATTENDEE', 'AREA', '2026-03-24T07:01Z' FROM person p, guest
     WHERE p.email = 'esperto@demo.test'`,
  );
}
