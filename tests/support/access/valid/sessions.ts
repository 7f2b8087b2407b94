import { randomUUID } from "node:crypto";
import { everybodyElse, members, type Row, type Rows } from "./row";

const fields = {
  intent: "draft",
  kind: "TABLE",
  title: "Un tavolo di prova",
  date: "2026-05-12",
  start: "10:00",
  end: "12:00",
  mode: "WEBCONFERENCE",
  url: "https://aula.example.org/tavolo",
  audience: "PROGRAMME",
  convened: "all",
};

/** The session that `sessions.schedule` made: of the group alone, so that others do not know of it. */
const made = "select id, version from session where programme_id = $1 and title = 'Un tavolo di prova'";
const begin = "update session set starts_at = '2026-03-23T09:00Z', ends_at = '2026-03-23T11:00Z' ";

const onMade = (rest: Record<string, string> = {}, prepare = ""): Row => ({
  right: "coordinatore",
  hiddenFrom: everybodyElse.members,
  input: async (demo) => {
    const { id, version } = await demo.edition<"id" | "version">(made);
    if (prepare) await demo.row(`${prepare} where id = $1 returning id`, [id]);
    return { id, version, ...rest };
  },
});

export const sessions: Rows = {
  "sessions.schedule": {
    right: "coordinatore",
    input: async (demo) => {
      const { programme } = await demo.edition<"programme">(
        "select slug as programme from programme where id = $1",
      );
      return { ...fields, programme, id: randomUUID() };
    },
  },
  "sessions.change": onMade({ ...fields, start: "10:30" }),
  "sessions.convene": onMade(),
  "sessions.reply": {
    needs: ["sessions.schedule", "sessions.convene"],
    right: "staff.a",
    also: members.filter((account) => account !== "staff.a" && account !== "osservatore"),
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(made);
      return { id, reply: "YES" };
    },
  },
  "sessions.recordAttendance": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(made);
      await demo.row(`${begin} where id = $1 returning id`, [id]);
      const { person } = await demo.row<"person">(
        "select person_id as person from session_invitee where session_id = $1 limit 1",
        [id],
      );
      return { id, version, [`attendance.${person}.presence`]: "present" };
    },
  },
  "sessions.close": onMade(),
  "sessions.reopen": onMade({ reason: "Manca una presenza" }),
  "sessions.cancel": onMade(
    { reason: "Il relatore non può" },
    "update session set starts_at = '2026-05-12T08:00Z', ends_at = '2026-05-12T10:00Z' ",
  ),
  "sessions.recordPast": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id, version } = await demo.edition<"id" | "version">(
        `insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, vevent, updated_at)
         select gen_random_uuid(), $1::uuid, 'TABLE', 'Un tavolo passato', '2026-03-02T09:00Z', '2026-03-02T11:00Z',
                'IN_PERSON', 'PROGRAMME', '', now() returning id, version`,
      );
      return { id, version };
    },
  },
};
