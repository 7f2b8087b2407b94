import { type ReplyUse, replyToken } from "@/lib/sessions/replies/reply-token";
import { uidOf } from "@/lib/sessions/vevent";
import { google } from "../../calendar-replies";
import { accounts } from "../accounts";
import { type Demo, everybodyElse, type Row, type Rows } from "./row";

/** For the door through which a mail server hands replies on. */
export const inboundSecret = "a secret that only the mail of access knows";
export const inboundAddress = "risposte@ente.test";

const person = (account: string) => `(select id from person where email = '${account}@demo.test')`;

/** A session of the group alone, to come, to which these accounts are convened. */
const session = (...convened: string[]) => `with made as (
    insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, state, convened_at, updated_at)
    select gen_random_uuid(), $1::uuid, 'TABLE', 'Un tavolo a cui rispondere', '2026-05-19T08:00Z', '2026-05-19T10:00Z',
      'WEBCONFERENCE', 'PROGRAMME', 'CONVENED', now(), now() returning id, version),
  convened as (
    insert into session_invitee (session_id, person_id, organisation_id)
    select made.id, p.id, (select organisation_id from role_assignment r where r.person_id = p.id
      and r.programme_id = $1::uuid limit 1)
    from made, person p where p.email in (${convened.map((one) => `'${one}@demo.test'`).join(", ")}) returning 1)
  select id, version from made`;

type Invitation = Record<"id" | "sessionId" | "personId" | "email", string>;

/** The invitation of staff of the first body to such a session. */
async function invitation(demo: Demo): Promise<Invitation> {
  const { id } = await demo.edition<"id">(session("staff.a"));
  return demo.row<keyof Invitation>(
    `select i.id, i.session_id as "sessionId", i.person_id as "personId", p.email
     from session_invitee i join person p on p.id = i.person_id where i.session_id = $1`,
    [id],
  );
}

/** A link, or an address for replies, of staff of the first body. */
export async function aReplyToken(demo: Demo, use: ReplyUse): Promise<string> {
  return replyToken(await invitation(demo), use);
}

/** The mail in which that person's calendar says yes, with the token of its address. */
export async function aReply(demo: Demo): Promise<{ token: string; calendar: string }> {
  const invited = await invitation(demo);
  const facts = { uid: uidOf(invited.sessionId), sequence: 0, email: invited.email };
  const calendar = google({ ...facts, organiser: inboundAddress, answer: "ACCEPTED" });
  return { token: replyToken(invited, "mail"), calendar };
}

const ofStaff = (input: Row["input"]): Row => ({
  right: "staff.a",
  hiddenFrom: everybodyElse.members,
  input,
});

const ofCoordinator = (rest: (demo: Demo) => Promise<Record<string, string>>, deputy = "null"): Row => ({
  right: "coordinatore",
  hiddenFrom: everybodyElse.members,
  input: async (demo) => {
    const { id } = await demo.edition<"id">(session("staff.a"));
    const set = `update session set deputy_id = ${deputy} where id = $1 returning id, version`;
    return { ...(await demo.row<"id" | "version">(set, [id])), ...(await rest(demo)) };
  },
});

export const sessionsReplies: Rows = {
  "sessions.replyByLink": {
    right: "nobody",
    also: accounts,
    input: async (demo) => ({ token: await aReplyToken(demo, "page"), reply: "YES" }),
  },
  "sessions.nameSubstitute": ofStaff(async (demo) => {
    const { id } = await demo.edition<"id">(session("staff.a"));
    const { substitute } = await demo.row<"substitute">(`select ${person("referente.a")} as substitute`);
    return { id, substitute };
  }),
  "sessions.takeBackSubstitute": ofStaff(async (demo) => {
    const { id } = await demo.edition<"id">(session("staff.a", "pia.sambuchi", "referente.a"));
    await demo.row(
      `insert into session_substitute (session_id, person_id, substitute_id, is_invited, named_at)
       values ($1, ${person("staff.a")}, ${person("referente.a")}, false, now()) returning session_id`,
      [id],
    );
    return { id };
  }),
  "sessions.nameDeputy": ofCoordinator((demo) => demo.row<"deputy">(`select ${person("esperto")} as deputy`)),
  "sessions.takeBackDeputy": ofCoordinator(async () => ({}), person("osservatore")),
};
