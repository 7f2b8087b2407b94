import { everybodyElse, type Row, type Rows } from "./row";

/**
 * A session of the group alone that runs at the moment of the portals under test, with a point that goes on, notes under it
 * and staff.a convened. Each row makes its own.
 */
export const aRunningSession = (state: "waiting" | "running") => `with live as (
    insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, url, audience, state, convened_at, updated_at)
    select gen_random_uuid(), $1::uuid, 'TABLE', 'Un tavolo in corso', '2026-03-24T07:00Z', '2026-03-24T11:00Z',
      'HYBRID', 'https://aula.example.org/in-corso', 'PROGRAMME', 'CONVENED', '2026-03-10', now() returning id),
  spoken as (
    insert into agenda_item (id, session_id, position, title, minutes)
    select gen_random_uuid(), id, 0, 'Un punto', 30 from live returning id, session_id),
  invited as (
    insert into session_invitee (session_id, person_id)
    select live.id, p.id from live, person p where p.email = 'staff.a@demo.test'),
  going as (
    insert into agenda_run (id, session_id, agenda_item_id, started_at)
    select gen_random_uuid(), session_id, id, '2026-03-24T07:10Z' from spoken where '${state}' = 'running')
  select spoken.session_id as id, spoken.id as item from spoken`;

const byWriters = { right: "esperto", also: ["coordinatore"], hiddenFrom: everybodyElse.members } as const;
const onPoint = (state: "waiting" | "running"): Row => ({
  ...byWriters,
  input: (demo) => demo.edition<"id" | "item">(aRunningSession(state)),
});

export const live: Rows = {
  "sessions.startPoint": onPoint("waiting"),
  "sessions.endPoint": onPoint("running"),
  "sessions.keepNotes": {
    ...byWriters,
    input: async (demo) => ({
      ...(await demo.edition<"id" | "item">(aRunningSession("running"))),
      version: "1",
      text: "Sono presenti tutti.",
    }),
  },
  "sessions.addDecision": {
    ...byWriters,
    input: async (demo) => ({
      ...(await demo.edition<"id" | "item">(aRunningSession("running"))),
      ...(await demo.row<"key">("select gen_random_uuid() as key")),
      text: "Si proroga.",
    }),
  },
  "sessions.addTask": {
    ...byWriters,
    input: async (demo) => ({
      ...(await demo.edition<"id" | "item">(aRunningSession("running"))),
      ...(await demo.row<"key" | "owner">(
        "select gen_random_uuid() as key, id as owner from person where email = 'staff.a@demo.test'",
      )),
      text: "Scrivere la nota",
      due: "2026-04-01",
    }),
  },
  "sessions.tickPresence": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(aRunningSession("running"));
      const { person } = await demo.row<"person">(
        "select id as person from person where email = 'staff.a@demo.test'",
      );
      return { id, person, here: "yes" };
    },
  },
};
