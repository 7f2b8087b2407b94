import { runningEdition } from "../accounts";
import { type Demo, everybodyElse, members, type Rows } from "./row";

const everyMember = everybodyElse.members;

/** A closed session of the group at which everybody was who is given, so that the calls of attendance have something to act on. */
async function aClosedSession(demo: Demo, there: readonly string[]): Promise<{ id: string }> {
  const { id } = await demo.edition<"id">(
    `insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, state, convened_at,
       closed_at, vevent, updated_at)
     select gen_random_uuid(), $1::uuid, 'TABLE', 'Un tavolo chiuso', '2026-03-02T09:00Z', '2026-03-02T11:00Z',
       'IN_PERSON', 'PROGRAMME', 'CLOSED', '2026-02-20T09:00Z', '2026-03-02T12:00Z', '', now() returning id`,
  );
  await demo.row(
    `insert into attendance (session_id, person_id, present)
     select $1::uuid, id, true from person where email = any($2::text[]) returning session_id`,
    [id, there.map((account) => `${account}@demo.test`)],
  );
  return { id };
}

/** A session of the group that has begun and invites nobody. */
async function aBegunSession(demo: Demo): Promise<{ id: string; version: string }> {
  return demo.edition<"id" | "version">(
    `insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, state, convened_at,
       vevent, updated_at)
     select gen_random_uuid(), $1::uuid, 'TABLE', 'Un tavolo cominciato', '2026-03-24T07:00Z', '2026-03-24T11:00Z',
       'IN_PERSON', 'PROGRAMME', 'CONVENED', '2026-03-10T09:00Z', '', now() returning id, version`,
  );
}

export const attendance: Rows = {
  "sessions.addAttendee": {
    right: "coordinatore",
    hiddenFrom: everyMember,
    input: async (demo) => {
      const { id } = await aBegunSession(demo);
      const { person } = await demo.row<"person">(
        "select id as person from person where email = 'staff.a@demo.test'",
      );
      return { id, person };
    },
  },
  "sessions.setProtocol": {
    right: "coordinatore",
    hiddenFrom: everyMember,
    input: async (demo) => {
      const { id, version } = await aBegunSession(demo);
      return { id, version, protocolNumber: `${id.slice(0, 8)}/2026`, protocolDate: "2026-03-20" };
    },
  },
  "sessions.claimCertificate": {
    right: "staff.a",
    // Whoever of the group was there may ask for its own; here all of them were.
    also: members.filter((account) => account !== "staff.a"),
    hiddenFrom: everyMember,
    input: (demo) => aClosedSession(demo, members),
  },
  "sessions.issueCertificates": {
    right: "coordinatore",
    hiddenFrom: everyMember,
    input: (demo) => aClosedSession(demo, ["staff.a"]),
  },
};

/** A certificate that staff.a was given, for the route that prints it. */
export async function aCertificate(demo: Demo): Promise<{ id: string }> {
  const { id: sessionId } = await aClosedSession(demo, ["staff.a"]);
  const { slug } = await demo.row<"slug">("select slug from programme where slug = $1", [runningEdition]);
  const moment = "2026-03-02T09:00:00.000Z";
  const facts = {
    person: "Una persona",
    body: null,
    session: "Un tavolo chiuso",
    kind: "TABLE",
    programme: slug,
    promoter: "Un ente",
    mode: "IN_PERSON",
    place: null,
    startsAt: moment,
    endsAt: "2026-03-02T11:00:00.000Z",
    announcedMinutes: null,
    announcedNote: null,
    actualStartsAt: null,
    actualEndsAt: null,
  };
  return demo.row<"id">(
    `insert into attendance_certificate (id, session_id, person_id, year, number, facts, issued_at)
     select gen_random_uuid(), $1::uuid, id, 1999, (select count(*) + 1 from attendance_certificate), $2::jsonb, now()
     from person where email = 'staff.a@demo.test' returning id`,
    [sessionId, JSON.stringify(facts)],
  );
}

/** A convened session with staff.a of Valfiorita among those convened, for the routes that print its papers. */
export async function aConvenedSession(demo: Demo): Promise<{ id: string; body: string }> {
  const { id } = await aBegunSession(demo);
  return demo.row<"id" | "body">(
    `insert into session_invitee (session_id, person_id, organisation_id)
     select $1::uuid, p.id, o.id from person p, organisation o
     where p.email = 'staff.a@demo.test' and o.slug = 'valfiorita' returning session_id as id, organisation_id as body`,
    [id],
  );
}
