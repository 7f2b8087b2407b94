import { strangers } from "../accounts";
import type { RouteRow } from "./asked";
import { everybodyElse, members, others } from "./row";
import { aCertificate, aConvenedSession } from "./sessions-attendance";
import { aRunningSession } from "./sessions-live";

/** Requests to the route handlers of sessions: their papers, and what the page of their day asks. */
export const sessionRoutes: Record<string, RouteRow> = {
  "a register of attendance": {
    entry: "sessions.downloadRegister",
    right: "coordinatore",
    hiddenFrom: others(...members, "manager", "nobody"),
    input: async (demo) => ({ path: `/api/attendance/register/${(await aConvenedSession(demo)).id}` }),
  },
  "a certificate of attendance": {
    entry: "sessions.downloadCertificate",
    right: "staff.a",
    also: ["coordinatore"],
    hiddenFrom: others("staff.a", "coordinatore", "nobody"),
    input: async (demo) => ({ path: `/api/attendance/certificate/${(await aCertificate(demo)).id}` }),
  },
  "a convening letter": {
    entry: "sessions.downloadLetter",
    right: "staff.a",
    also: ["coordinatore"],
    hiddenFrom: others(...members, "manager", "nobody"),
    input: async (demo) => {
      const { id, body } = await aConvenedSession(demo);
      return { path: `/api/attendance/letter/${id}?body=${body}` };
    },
  },
  "approved minutes": {
    entry: "sessions.downloadMinutes",
    right: "staff.a",
    also: ["coordinatore", "esperto"],
    hiddenFrom: strangers,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `with held as (
           insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, state, convened_at, updated_at)
           select gen_random_uuid(), $1::uuid, 'TABLE', 'Un tavolo approvato', '2026-03-16T09:00Z', '2026-03-16T11:00Z',
             'IN_PERSON', 'PROGRAMME', 'CLOSED', now(), now() returning id),
         there as (
           insert into attendance (session_id, person_id, present)
           select held.id, p.id, true from held, person p where p.email = 'staff.a@demo.test'),
         begun as (
           insert into session_minutes (session_id, state, round, text, updated_at)
           select id, 'APPROVED', 1, 'x', now() from held returning session_id)
         insert into minutes_round (session_id, number, text, proposed_at, term_ends_at, pdf_sha256)
         select session_id, 1, 'x', '2026-03-17', '2026-03-24', (select object_sha256 from document_version limit 1)
         from begun returning session_id as id`,
      );
      return { path: `/api/minutes/${id}/1` };
    },
  },
  "notes while they are typed": {
    entry: "sessions.typeNotes",
    right: "esperto",
    also: ["coordinatore"],
    hiddenFrom: everybodyElse.members,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(aRunningSession("running"));
      const fields = { item: "opening", version: "1", text: "Sono presenti tutti." };
      return { path: `/api/sessions/${id}/notes`, fields };
    },
  },
  "whether the page of a session's day is out of date": {
    entry: "sessions.liveMark",
    right: "staff.a",
    also: [...members.filter((one) => one !== "staff.a"), "manager"],
    hiddenFrom: others(...members, "manager", "nobody"),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(aRunningSession("running"));
      return { path: `/api/sessions/${id}/live` };
    },
  },
};
