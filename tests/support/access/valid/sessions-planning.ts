import { createHash, randomUUID } from "node:crypto";
import { accounts } from "../accounts";
import { type Demo, everybodyElse, members, posters, type Row, type Rows } from "./row";

/** A session of the group alone, so that others do not know of it. */
const session = (state: string, begin = "2026-08-03T04:00Z") => `
  insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, state, convened_at, vevent, updated_at)
  select gen_random_uuid(), $1::uuid, 'TABLE', 'Un tavolo da preparare', '${begin}', '${begin}'::timestamptz + interval '2 hours',
    'WEBCONFERENCE', 'PROGRAMME', '${state}', case when '${state}' <> 'DRAFT' then now() end, '', now()
  returning id, version`;
const person = (account: string) => `(select id from person where email = '${account}@demo.test')`;

const toGroup = (right: Row["right"], rest: Partial<Row>, input: Row["input"]): Row => ({
  right,
  hiddenFrom: everybodyElse.members,
  ...rest,
  input,
});
const byCoordinator = (input: Row["input"]) => toGroup("coordinatore", {}, input);

async function proposal(demo: Demo): Promise<{ id: string; version: string }> {
  const made = await demo.edition<"id" | "version">(session("CONVENED"));
  const { id } = await demo.row<"id">(
    `insert into agenda_proposal (id, session_id, proposed_by_id, title, created_at)
     values (gen_random_uuid(), $1, ${person("staff.a")}, 'Un punto', now()) returning id`,
    [made.id],
  );
  return { id, version: made.version };
}

async function poll(demo: Demo): Promise<{ id: string; version: string; option: string }> {
  const made = await demo.edition<"id">(session("DRAFT"));
  const { id, version } = await demo.row<"id" | "version">(
    `insert into date_poll (id, session_id, closes_at, created_at)
     values (gen_random_uuid(), $1, '2026-06-01T10:00Z', now()) returning id, version`,
    [made.id],
  );
  const { option } = await demo.row<"option">(
    `insert into poll_option (id, poll_id, starts_at, ends_at)
     values (gen_random_uuid(), $1, '2026-06-09T08:00Z', '2026-06-09T10:00Z') returning id as option`,
    [id],
  );
  return { id, version, option };
}

const meeting = "select id from session where programme_id = $1 and kind = 'DISSEMINATION' limit 1";
const speakers = ["referente.a", "staff.a", "referente.b", "staff.b", "referente.altrove"] as const;
const secret = "un segreto di prova per un interesse";

export const planning: Rows = {
  "sessions.proposePoint": toGroup(
    "staff.a",
    { also: posters.filter((one) => one !== "staff.a") },
    async (demo) => {
      const { id } = await demo.edition<"id">(session("CONVENED"));
      return { session: id, id: randomUUID(), title: "Un punto", minutes: "10" };
    },
  ),
  "sessions.withdrawProposal": toGroup("staff.a", {}, async (demo) => ({ id: (await proposal(demo)).id })),
  "sessions.declineProposal": byCoordinator(async (demo) => ({
    id: (await proposal(demo)).id,
    reason: "Se ne parla nel forum",
  })),
  "sessions.takeProposal": byCoordinator(async (demo) => ({ ...(await proposal(demo)), minutes: "10" })),
  "sessions.drawIn": byCoordinator(async (demo) => {
    const thread = await demo.edition<"id">(
      `select t.id from thread t join category c on c.id = t.category_id
       where c.programme_id = $1 and t.state = 'OPEN' and t.hidden_at is null limit 1`,
    );
    return { ...(await demo.edition<"id" | "version">(session("CONVENED"))), threads: [thread.id] };
  }),
  "sessions.makeSeries": byCoordinator(async (demo) => ({
    ...(await demo.edition<"id" | "version">(session("DRAFT", "2026-09-07T03:00Z"))),
    first: "2026-09-07",
    count: "2",
    every: "1",
    unit: "weeks",
  })),
  "sessions.applyTemplate": {
    right: "coordinatore",
    input: async (demo) => ({
      ...(await demo.edition<"programme">("select slug as programme from programme where id = $1")),
      start: "2027-02-01",
      time: "07:00",
    }),
  },
  "sessions.openPoll": byCoordinator(async (demo) => {
    const { id } = await demo.edition<"id">(session("DRAFT"));
    const option = (number: number, day: string) => ({
      [`options.${number}.date`]: day,
      [`options.${number}.start`]: "10:00",
      [`options.${number}.minutes`]: "60",
    });
    return {
      session: id,
      id: randomUUID(),
      for: "draft",
      closesDate: "2026-06-01",
      closesTime: "12:00",
      ...option(0, "2026-06-09"),
      ...option(1, "2026-06-10"),
    };
  }),
  "sessions.answerPoll": toGroup(
    "staff.a",
    { also: members.filter((one) => one !== "staff.a" && one !== "osservatore") },
    async (demo) => {
      const { id, option } = await poll(demo);
      return { id, [`answers.${option}`]: "YES" };
    },
  ),
  "sessions.decidePoll": byCoordinator(async (demo) => ({ ...(await poll(demo)), busyAnyway: "on" })),
  "sessions.cancelPoll": byCoordinator(async (demo) => {
    const { id, version } = await poll(demo);
    return { id, version };
  }),
  "sessions.remindPoll": byCoordinator(async (demo) => ({ id: (await poll(demo)).id })),
  "sessions.expressInterest": {
    right: "staff.a",
    also: speakers.filter((one) => one !== "staff.a"),
    input: async (demo) => ({ session: (await demo.edition<"id">(meeting)).id, people: "2" }),
  },
  "sessions.withdrawInterest": {
    right: "staff.a",
    also: ["referente.a"],
    input: async (demo) => {
      const { id } = await demo.edition<"id">(meeting);
      const { body } = await demo.row<"body">(
        `insert into session_interest (id, session_id, organisation_id, people, state, confirmed_at, created_at)
         select gen_random_uuid(), $1, id, 2, 'CONFIRMED', now(), now() from organisation where slug = 'valfiorita'
         on conflict (session_id, organisation_id) do update set state = 'CONFIRMED', confirmed_at = now()
         returning organisation_id as body`,
        [id],
      );
      return { session: id, body };
    },
  },
  "sessions.askInterest": {
    right: "nobody",
    also: accounts,
    input: async (demo) => ({
      session: (await demo.edition<"id">(meeting)).id,
      bodyName: "Unione regionale",
      contactName: "Bice Corbezzoli",
      email: "unione@fuori.test",
      people: "3",
    }),
  },
  "sessions.answerInterest": {
    right: "nobody",
    also: accounts,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(meeting);
      await demo.row(
        `insert into session_interest (id, session_id, body_name, contact_name, email, people, token_hash, expires_at, created_at)
         values (gen_random_uuid(), $1, 'Unione', 'Bice Corbezzoli', 'conferma@fuori.test', 3, $2, '2026-06-01', now()) returning id`,
        [id, createHash("sha256").update(secret).digest("hex")],
      );
      return { token: secret, answer: "confirm" };
    },
  },
};
