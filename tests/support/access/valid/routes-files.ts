import { strangers } from "../accounts";
import { waiting } from "./animation";
import {
  bodyId,
  edition,
  followers,
  ofBody,
  ownDocument,
  type RouteRow,
  toEntrants,
  toMembers,
} from "./route-row";
import { everybodyElse, members, others } from "./row";
import { aCertificate, aConvenedSession } from "./sessions-attendance";

/** Requests for the bytes that somebody put in, and for the places where they are put. */
export const fileRequests: Record<string, RouteRow> = {
  // Whoever opens it is kept beside it.
  "a file of a body": {
    isRecorded: true,
    entry: "documents.download",
    right: "staff.a",
    also: ["referente.a", ...followers],
    hiddenFrom: others(...ofBody, ...followers),
    input: async (demo) => {
      const { id } = await demo.row<"id">(
        `select v.id from document_version v join (${ownDocument}) d on d.id = v.document_id`,
      );
      return { path: `/api/files/${id}` };
    },
  },
  "a picture of a version": {
    isRecorded: true,
    entry: "documents.showImage",
    right: "staff.a",
    also: ["referente.a", ...followers],
    hiddenFrom: others(...ofBody, ...followers),
    input: async (demo) => {
      // The demonstration has no pictures: one of its files is said to be one. Another than the one above: that somebody
      // opened a file is kept once a minute.
      const { id } = await demo.row<"id">(
        `update document_version set mime_type = 'image/png' where id =
           (select v.id from document_version v join document d on d.id = v.document_id
            join document_space s on s.id = d.space_id join organisation o on o.id = s.organisation_id
            where d.kind = 'INFORMATION' and o.slug = 'valfiorita') returning id`,
      );
      return { path: `/api/files/${id}/image` };
    },
  },
  "a draft of a body": {
    entry: "documents.download",
    right: "staff.a",
    also: ["referente.a"],
    hiddenFrom: others(...ofBody),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `select v.id from document_version v join deliverable d on d.document_id = v.document_id
         join deliverable_request r on r.id = d.request_id join organisation o on o.id = d.organisation_id
         where r.programme_id = $1 and o.slug = 'valfiorita' and d.state = 'TO_DO'`,
      );
      return { path: `/api/files/${id}` };
    },
  },
  "a receipt": {
    entry: "documents.downloadReceipt",
    right: "referente.a",
    also: ["staff.a", ...followers],
    hiddenFrom: others(...ofBody, ...followers, "nobody"),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `update submission set receipt_sha256 = (select object_sha256 from document_version limit 1)
         where id = (select s.id from submission s join deliverable d on d.id = s.deliverable_id
           join deliverable_request r on r.id = d.request_id join organisation o on o.id = d.organisation_id
           where r.programme_id = $1 and o.slug = 'valfiorita' and d.state = 'SUBMITTED') returning id`,
      );
      return { path: `/api/receipts/${id}` };
    },
  },
  "a register of a deliverable": {
    entry: "documents.downloadRegister",
    right: "referente.a",
    also: [...members.filter((one) => one !== "referente.a")],
    hiddenFrom: others(...members),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `update deliverable set register_sha256 = coalesce(register_sha256, (select object_sha256 from document_version limit 1))
         where id = (select d.id from deliverable d join deliverable_request r on r.id = d.request_id
           join organisation o on o.id = d.organisation_id
           where r.programme_id = $1 and o.slug = 'valfiorita' and d.state = 'LOCKED' order by r.position limit 1)
         returning id`,
      );
      return { path: `/api/registers/${id}` };
    },
  },
  "a space as an archive": {
    isRecorded: true,
    entry: "documents.downloadSpace",
    right: "staff.a",
    also: ["referente.a", ...followers],
    hiddenFrom: others(...ofBody, ...followers, "nobody"),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `select s.id from document_space s join organisation o on o.id = s.organisation_id
         where s.programme_id = $1 and o.slug = 'valfiorita'`,
      );
      return { path: `/api/archives/spaces/${id}?versions=all` };
    },
  },
  "a programme's official file": {
    isRecorded: true,
    entry: "dossier.download",
    right: "coordinatore",
    also: ["esperto", "osservatore"],
    input: async (demo) => ({ path: `/api/archives/programmes/${(await edition(demo)).slug}` }),
  },
  "the matrix as a document": {
    entry: "documents.downloadMatrix",
    ...toEntrants,
    input: async (demo) => ({ path: `/api/matrix/${(await edition(demo)).slug}` }),
  },
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
  "a file of a post": {
    entry: "forum.downloadAttachment",
    ...toMembers,
    hiddenFrom: others(...members),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `insert into post_attachment (id, post_id, object_sha256, filename, mime_type, size)
         select gen_random_uuid(), p.id, o.sha256, 'nota.pdf', 'application/pdf', o.size
         from post p join thread t on t.id = p.thread_id join category c on c.id = t.category_id, stored_object o
         where c.programme_id = $1 and not c.is_public and c.table_id is null limit 1 returning id`,
      );
      return { path: `/api/attachments/${id}` };
    },
  },
  "an attachment's place": {
    entry: "forum.attach",
    right: "referente.a",
    hiddenFrom: strangers,
    input: async (demo) => {
      const { slug } = await edition(demo);
      const { id, thread, number } = await demo.edition<"id" | "thread" | "number">(
        `select p.id, p.thread_id as thread, p.number from post p join thread t on t.id = p.thread_id
         join category c on c.id = t.category_id join person a on a.id = p.author_id
         where c.programme_id = $1 and not c.is_public and c.table_id is null and t.locked_at is null
           and a.email = 'referente.a@demo.test' limit 1`,
      );
      return {
        path: `/api/upload/attachment?post=${id}&programme=${slug}&thread=${thread}&number=${number}`,
        file: "Una nota.",
      };
    },
  },
  "a scheduled file's place": {
    entry: "animation.attachScheduled",
    right: "coordinatore",
    hiddenFrom: others("coordinatore", "esperto", "nobody"),
    input: async (demo) => {
      const { slug } = await edition(demo);
      return {
        path: `/api/upload/scheduled?post=${(await waiting(demo)).id}&programme=${slug}`,
        file: "Una nota.",
      };
    },
  },
  "a draft's place": {
    entry: "documents.addDraft",
    right: "staff.a",
    also: ["referente.a"],
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const { slug } = await edition(demo);
      const { id } = await demo.edition<"id">(
        `select d.id from deliverable d join deliverable_request r on r.id = d.request_id
         join organisation o on o.id = d.organisation_id
         where r.programme_id = $1 and o.slug = 'valfiorita' and d.state = 'TO_DO' and d.document_id is null limit 1`,
      );
      const path = `/api/upload/deliverable?deliverable=${id}&programme=${slug}`;
      return { path, fields: { number: "1", note: "" }, file: "La prima bozza." };
    },
  },
  "a document's place": {
    entry: "documents.add",
    right: "staff.a",
    also: ["referente.a"],
    input: async (demo) => {
      const { slug } = await edition(demo);
      return {
        path: `/api/upload/document?programme=${slug}&body=${(await bodyId(demo)).id}`,
        fields: { kind: "EXCHANGE_MATERIAL", title: "Un documento nuovo", note: "" },
        file: "Un documento.",
      };
    },
  },
  "a version's place": {
    entry: "documents.addVersion",
    right: "staff.a",
    hiddenFrom: everybodyElse.body,
    input: async (demo) => {
      const { slug } = await edition(demo);
      const { id } = await demo.row<"id">(`${ownDocument} order by d.created_at limit 1`);
      const path = `/api/upload/version?document=${id}&programme=${slug}`;
      return { path, fields: { number: "2", note: "" }, file: "Una versione nuova." };
    },
  },
};
