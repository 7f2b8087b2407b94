import { everybodyElse, type Row, type Rows } from "./row";

/**
 * A session of the group alone, held and closed, at which the staff of a body was present, with minutes of one part that
 * holds a decision and a task. Each row makes its own, since nobody else knows of it.
 */
const held = `with held as (
    insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, state, convened_at, closed_at, updated_at)
    select gen_random_uuid(), $1::uuid, 'TABLE', 'Un tavolo con verbale', '2026-03-16T09:00Z', '2026-03-16T11:00Z',
      'IN_PERSON', 'PROGRAMME', 'CLOSED', now(), now(), now() returning id),
  there as (
    insert into attendance (session_id, person_id, present)
    select held.id, p.id, true from held, person p where p.email = 'staff.a@demo.test')`;
const begun = (state: string, more = "") => `${held},
  begun as (
    insert into session_minutes (session_id, state, round, text, term_ends_at, updated_at)
    select id, '${state}', ${state === "DRAFT" ? 0 : 1}, 'Sono presenti tutti.',
      ${state === "PROPOSED" ? "timestamptz '2100-01-01'" : "null"}, now() from held returning session_id, version),
  round as (
    insert into minutes_round (session_id, number, text, proposed_at, term_ends_at)
    select session_id, 1, 'Sono presenti tutti.', '2026-03-17', '2100-01-01' from begun where '${state}' <> 'DRAFT'),
  point as (
    insert into minutes_point (id, session_id, position, markdown, html, written_at)
    select gen_random_uuid(), session_id, -1, 'Sono presenti tutti.', '<p>Sono presenti tutti.</p>', now() from begun
    returning id, version, session_id)${more}`;
const decision = `, decided as (
    insert into decision (id, point_id, position, text, created_at)
    select gen_random_uuid(), id, 1, 'Si chiede una relazione.', now() from point returning id as decision)`;
const task = (doneAt: string) => `, taken as (
    insert into task (id, point_id, position, text, owner_id, due_on, done_at, created_at)
    select gen_random_uuid(), point.id, 1, 'Scrivere la nota', p.id, '2026-04-01', ${doneAt}, now()
    from point, person p where p.email = 'staff.a@demo.test' returning id as task)`;

/** Minutes with a part and a decision, for the pages below them. */
export const draftMinutes = `${begun("DRAFT", decision)}
  select point.session_id as id, point.id as point, decided.decision from point, decided`;

const byWriters = { right: "esperto", also: ["coordinatore"], hiddenFrom: everybodyElse.members } as const;
const byCoordinator = { right: "coordinatore", hiddenFrom: everybodyElse.members } as const;
const onTask = (doneAt: string): Row => ({
  right: "staff.a",
  also: ["coordinatore"],
  hiddenFrom: everybodyElse.members,
  input: (demo) => demo.edition<"task">(`${begun("APPROVED", task(doneAt))} select task from taken`),
});

export const minutes: Rows = {
  "sessions.startMinutes": {
    ...byWriters,
    input: (demo) => demo.edition<"id">(`${held} select id from held`),
  },
  "sessions.addMinutesPoint": {
    ...byWriters,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(`${begun("DRAFT")} select session_id as id from begun`);
      return { id, title: "Varie" };
    },
  },
  "sessions.writeMinutesPoint": {
    ...byWriters,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(
        `${begun("DRAFT")} select id, version from point`,
      );
      return { point: id, version, text: "Sono presenti quasi tutti." };
    },
  },
  "sessions.proposeMinutes": {
    ...byCoordinator,
    input: (demo) =>
      demo.edition<"id" | "version">(`${begun("DRAFT")} select session_id as id, version from begun`),
  },
  "sessions.giveVerdict": {
    right: "staff.a",
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(`${begun("PROPOSED")} select session_id as id from begun`);
      return { id, round: "1", verdict: "OBJECTED", text: "Manca un nome." };
    },
  },
  "sessions.publishMinutes": {
    ...byCoordinator,
    input: (demo) =>
      demo.edition<"id" | "version">(`${begun("APPROVED")} select session_id as id, version from begun`),
  },
  "sessions.completeTask": onTask("null"),
  "sessions.resumeTask": onTask("now()"),
  "sessions.requestFromDecision": {
    ...byCoordinator,
    input: async (demo) => {
      const { decision: id } = await demo.edition<"decision">(
        `${begun("APPROVED", decision)} select decision from decided`,
      );
      const { programme } = await demo.edition<"programme">(
        "select slug as programme from programme where id = $1",
      );
      return { decision: id, programme, title: "Una relazione", dueDay: "2026-06-30", dueTime: "12:00" };
    },
  },
};
