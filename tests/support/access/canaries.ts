import type { PortalData } from "../portal";
import { isProof } from "../proof";
import { everybody, roles, runningEdition, type Who } from "./accounts";
import { members } from "./valid/row";

/**
 * A text planted into one column, and the accounts to whom it is sent; to everybody else it must never be. A new one is
 * one entry: the statement plants $2 into the running edition, $1.
 */
export type Canary = {
  column: string;
  text: string;
  seenBy: readonly Who[];
  plant: string;
  /** the page that shows it, when it is of another thing than those of `pageRow`; its parameters are what `plant` returns */
  page?: string;
};

const followers = ["coordinatore", "esperto", "osservatore"] as const;
const ofBody = ["referente.a", "staff.a"] as const;
const aDeliverable = (state: string) => `deliverable d join deliverable_request r on r.id = d.request_id
  join organisation o on o.id = d.organisation_id
  where r.programme_id = $1 and o.slug = 'valfiorita' and d.state = '${state}'`;

export const canaries: Canary[] = [
  {
    column: "enrolment.note",
    text: "Canarino della nota di adesione",
    seenBy: ["coordinatore"],
    plant: `update enrolment set note = $2 where id =
      (select id from enrolment where programme_id = $1 and state = 'WAITING' limit 1) returning id`,
  },
  {
    column: "minutes_point.markdown, not published",
    text: "Canarino del verbale non pubblicato",
    seenBy: ["coordinatore", "esperto"],
    plant: `with begun as (
        insert into session_minutes (session_id, text, updated_at)
        select id, $2, now() from session where programme_id = $1 and audience = 'PROGRAMME'
          and state = 'CONVENED' and starts_at < '2026-03-24' returning session_id)
      insert into minutes_point (id, session_id, position, markdown, html, written_at)
      select gen_random_uuid(), session_id, -1, $2, '<p>' || $2 || '</p>', now() from begun returning session_id`,
  },
  {
    column: "session.url, of a room that is not open yet",
    text: "https://canarino.example.org/aula",
    seenBy: ["coordinatore"],
    plant: `update session set url = $2, mode = 'WEBCONFERENCE'
      where programme_id = $1 and audience = 'PROGRAMME' and state = 'CONVENED' and starts_at > '2026-03-25' returning id`,
  },
  {
    column: "attendance.absence_reason",
    text: "Canarino del motivo di assenza",
    seenBy: ["coordinatore"],
    plant: `insert into attendance (session_id, person_id, present, absence_reason)
      select s.id, p.id, false, $2 from session s, person p where s.programme_id = $1 and s.audience = 'PROGRAMME'
        and s.state = 'CONVENED' and s.starts_at < '2026-03-24' and p.email = 'staff.b@demo.test' returning session_id`,
  },
  {
    column: "session_interest.contact_name",
    text: "Canarino interessato",
    seenBy: ["coordinatore"],
    plant: `insert into session_interest (id, session_id, body_name, contact_name, email, people, state, confirmed_at, created_at)
      select gen_random_uuid(), id, 'Un ente di fuori', $2, 'canarino.interesse@ente.test', 2, 'CONFIRMED', now(), now()
      from session where programme_id = $1 and kind = 'DISSEMINATION' limit 1 returning session_id as id`,
    page: "/area/programmes/[slug]/sessions/[id]/interests",
  },
  {
    column: "reuse_declaration.contact_name",
    text: "Canarino che riusa",
    seenBy: ["coordinatore"],
    plant: `insert into reuse_declaration (id, item_id, organisation_name, contact_name, email, purpose, state, confirmed_at, decided_at, created_at)
      select gen_random_uuid(), id, 'Un ente che riusa', $2, 'canarino.riuso@ente.test', 'Lo usiamo', 'SHOWN', now(), now(), now()
      from reuse_item where programme_id = $1 and state = 'PUBLISHED' limit 1 returning id`,
    page: "/area/programmes/[slug]/reuse/declarations",
  },
  {
    column: "reuse_declaration.email",
    text: "canarino.posta@riuso.test",
    seenBy: ["coordinatore"],
    plant: `insert into reuse_declaration (id, item_id, organisation_name, contact_name, email, purpose, state, confirmed_at, decided_at, created_at)
      select gen_random_uuid(), id, 'Un altro ente che riusa', 'Bice Corbezzoli', $2, 'Lo usiamo', 'SHOWN', now(), now(), now()
      from reuse_item where programme_id = $1 and state = 'PUBLISHED' limit 1 returning id`,
    page: "/area/programmes/[slug]/reuse/declarations",
  },
  {
    column: "newsletter_issue.title, of a draft",
    text: "Canarino del numero in bozza",
    seenBy: ["coordinatore"],
    plant: `insert into newsletter_issue (id, programme_id, title, markdown, html, renderer_version, created_at, submission_key)
      values (gen_random_uuid(), $1, $2, 'x', '<p>x</p>', 1000, '2026-03-22', gen_random_uuid()) returning id`,
    page: "/area/programmes/[slug]/newsletter/[id]",
  },
  {
    column: "newsletter_subscription.email",
    text: "canarino.iscritto@newsletter.test",
    seenBy: [],
    plant: `insert into newsletter_subscription (id, email, programme_id, lang, requested_at, confirmed_at)
      values (gen_random_uuid(), $2, $1, 'it', '2026-03-20', '2026-03-20') returning id`,
  },
  {
    column: "mail.to_address, of a list",
    text: "canarino.destinatario@newsletter.test",
    seenBy: [],
    plant: `insert into mail (id, dedupe_key, template, locale, to_address, params, state, list_id)
      values (gen_random_uuid(), 'list' || $1::text, 'newsletter.issue', 'it', $2, '{}', 'DEAD', 'camere.newsletter') returning id`,
  },
  {
    column: "post.markdown, hidden",
    text: "Canarino del messaggio nascosto",
    seenBy: ["coordinatore"],
    plant: `update post set markdown = $2, html = '<p>' || $2 || '</p>', hidden_at = now() where id =
      (select p.id from post p join thread t on t.id = p.thread_id join category c on c.id = t.category_id
       where c.programme_id = $1 and not c.is_public and c.table_id is null and p.number = 2 order by t.id limit 1) returning id`,
  },
  {
    column: "post_flag.text",
    text: "Canarino della segnalazione",
    seenBy: ["coordinatore"],
    plant: `insert into post_flag (id, case_id, reason, text, created_at)
      select gen_random_uuid(), id, 'OTHER', $2, now() from flag_case
      where programme_id = $1 and decided_at is null order by id limit 1 returning case_id as id`,
    page: "/area/programmes/[slug]/moderation/[id]",
  },
  {
    column: "post_warning.text",
    text: "Canarino del richiamo",
    seenBy: ["coordinatore"],
    plant:
      "update post_warning set text = $2 where programme_id = $1 and acknowledged_at is not null returning id",
    page: "/area/programmes/[slug]/moderation/warnings",
  },
  {
    column: "thread.title, hidden after people were told of it",
    text: "Canarino della discussione nascosta",
    seenBy: ["coordinatore"],
    plant: `with hidden as (
        update thread set title = $2, hidden_at = now() where id = (
          select t.id from thread t join category c on c.id = t.category_id
          where c.programme_id = $1 and not c.is_public and c.table_id is null order by t.id desc limit 1) returning id),
      told as (
        insert into notification (id, person_id, programme_id, "group", kind, subject_kind, subject_id, created_at, latest_at)
        select gen_random_uuid(), p.id, $1, 'FORUM', 'threadOpened', 'thread', h.id, now(), now()
        from person p, hidden h where p.email like '%@demo.test')
      select id from hidden`,
    page: "/area/notifications",
  },
  {
    column: "agenda_item.title, of a session in draft, that a public thread is about",
    text: "Canarino del punto collegato",
    seenBy: ["coordinatore", "esperto"],
    plant: `with held as (
        insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, state, updated_at)
        values (gen_random_uuid(), $1, 'TABLE', 'Un tavolo in bozza', '2026-05-04', '2026-05-05', 'IN_PERSON', 'PROGRAMME',
          'DRAFT', now()) returning id),
      point as (
        insert into agenda_item (id, session_id, position, title) select gen_random_uuid(), id, 0, $2 from held returning id),
      open as (
        select t.id from thread t join category c on c.id = t.category_id
        where c.programme_id = $1 and c.is_public and t.hidden_at is null order by t.id limit 1)
      insert into thread_link (id, thread_id, agenda_item_id, linked_at)
      select gen_random_uuid(), open.id, point.id, now() from open, point returning thread_id as id`,
    page: "/area/programmes/[slug]/forum/threads/[id]",
  },
  {
    column: "faq_entry.question, of a closed category",
    text: "Canarino della domanda frequente",
    seenBy: members,
    plant: `update faq_entry set question = $2 where id =
      (select e.id from faq_entry e join thread t on t.id = e.thread_id join category c on c.id = t.category_id
       where c.programme_id = $1 and not c.is_public and c.table_id is null order by e.id limit 1) returning id`,
    page: "/area/programmes/[slug]/forum/faq",
  },
  {
    column: "review.comment",
    text: "Canarino della revisione",
    seenBy: [...followers, ...ofBody],
    plant: `insert into review (id, deliverable_id, version_id, decision, comment, decided_at)
      select gen_random_uuid(), d.id, v.id, 'CHANGES_REQUESTED', $2, '2026-03-20'
      from document_version v join (select d.* from ${aDeliverable("SUBMITTED")}) d on d.document_id = v.document_id returning id`,
  },
  {
    column: "extension.reason",
    text: "Canarino del motivo di proroga",
    seenBy: [...followers, ...ofBody],
    plant: `insert into extension (id, deliverable_id, new_due_at, reason, granted_at)
      select gen_random_uuid(), d.id, '2026-06-01', $2, '2026-03-20' from ${aDeliverable("SUBMITTED")} returning id`,
  },
  {
    column: "deliverable_message.markdown, of a deliverable that every body may read",
    text: "Canarino della conversazione",
    seenBy: [...followers, ...ofBody],
    plant: `insert into deliverable_message (id, deliverable_id, side, markdown, html, renderer_version, written_at)
      select gen_random_uuid(), d.id, 'BODY', $2, '<p>' || $2 || '</p>', 1000, '2026-03-20'
      from ${aDeliverable("LOCKED")} order by r.position limit 1 returning deliverable_id as id`,
    page: "/area/programmes/[slug]/deliverables/[id]",
  },
  {
    column: "review_comment.text, of the same",
    text: "Canarino dell’osservazione",
    seenBy: [...followers, ...ofBody],
    plant: `insert into review_comment (id, deliverable_id, version_id, text, created_at)
      select gen_random_uuid(), d.id, d.review_version_id, $2, '2026-03-20'
      from ${aDeliverable("LOCKED")} order by r.position limit 1 returning deliverable_id as id`,
    page: "/area/programmes/[slug]/deliverables/[id]",
  },
  {
    column: "extension_request.reason, of the same",
    text: "Canarino della richiesta di proroga",
    seenBy: [...followers, ...ofBody],
    plant: `insert into extension_request (id, deliverable_id, state, wanted_due_at, reason, asked_at, decided_at)
      select gen_random_uuid(), d.id, 'REFUSED', '2026-06-01', $2, '2026-03-20', '2026-03-21'
      from ${aDeliverable("LOCKED")} order by r.position limit 1 returning deliverable_id as id`,
    page: "/area/programmes/[slug]/deliverables/[id]",
  },
  {
    column: "document_version.note, of a draft",
    text: "Canarino della bozza",
    seenBy: [...ofBody],
    plant: `with one as (select d.id, d.document_id from ${aDeliverable("TO_DO")} and d.document_id is not null limit 1)
      update document_version v set note = $2 from one where v.document_id = one.document_id returning one.id`,
    page: "/area/programmes/[slug]/deliverables/[id]",
  },
  {
    column: "document.note, of a body's own space",
    text: "Canarino del documento dell’ente",
    seenBy: [...followers, ...ofBody],
    plant: `update document set note = $2 where id = (select d.id from document d join document_space s on s.id = d.space_id
      join organisation o on o.id = s.organisation_id
      where s.programme_id = $1 and o.slug = 'valfiorita' and d.kind = 'EXCHANGE_MATERIAL' and d.removed_at is null) returning id`,
  },
  {
    column: "document_folder.name, of a body's own space",
    text: "Canarino della cartella dell’ente",
    seenBy: [...followers, ...ofBody],
    plant: `insert into document_folder (id, space_id, name) select gen_random_uuid(), s.id, $2
      from document_space s join organisation o on o.id = s.organisation_id
      where s.programme_id = $1 and o.slug = 'valfiorita' returning id`,
    page: "/area/programmes/[slug]/documents/folders/[id]",
  },
  {
    column: "document.title, in the trash of a body's own space",
    text: "Canarino nel cestino dell’ente",
    seenBy: [...ofBody],
    plant: `with act as (insert into document_removal (id, space_id, removed_at, kept_until)
        select gen_random_uuid(), s.id, '2026-03-20', '2026-04-19'
        from document_space s join organisation o on o.id = s.organisation_id
        where s.programme_id = $1 and o.slug = 'valfiorita' returning id, space_id, removed_at)
      insert into document (id, space_id, kind, title, removed_at, removal_id)
      select gen_random_uuid(), space_id, 'INFORMATION', $2, removed_at, id from act returning id`,
  },
  {
    column: "outcome.text, not published",
    text: "Canarino dell’esito non pubblicato",
    seenBy: [...followers],
    plant: `update outcome set text = $2, text_html = '<p>' || $2 || '</p>'
      where programme_id = $1 and published_at is null returning id`,
  },
  {
    column: "account_invitation.email",
    text: "canarino.invitato@ente.test",
    seenBy: ["coordinatore", "amministratore"],
    plant: `insert into account_invitation (id, token_hash, email, role, programme_id, expires_at)
      values (gen_random_uuid(), 'x', $2, 'EXPERT', $1, '2026-05-01') returning id`,
  },
  {
    column: "sign_in.device",
    text: "Canarino su carta",
    seenBy: ["osservatore", "amministratore"],
    plant: `update sign_in set device = $2 where person_id = (select id from person
      where email = 'osservatore@demo.test' and $1::uuid is not null) returning id`,
  },
  {
    column: "mail.last_error",
    text: "Canarino della posta",
    seenBy: ["amministratore"],
    plant: `insert into mail (id, dedupe_key, template, locale, to_address, params, state, last_error)
      values (gen_random_uuid(), $1::text, 'people.passwordReset', 'it', 'x@ente.test', '{}', 'DEAD', $2) returning id`,
  },
];

/** Pages that name addresses to everybody: accounts to try the demonstration with, the data-protection officer. */
export const namesAddresses = ["/accedi", "/privacy"];

/** Addresses of people that somebody may read: one's own, and those of whom one invites and writes to. */
export async function addressesFor(who: Who, data: Pick<PortalData, "rows">): Promise<string[]> {
  const people = await data.rows<{ email: string; isInEdition: boolean; body: string | null }>(
    `select p.email, coalesce(bool_or(g.slug = $1), false) as "isInEdition",
       max(o.slug) filter (where g.slug = $1 and a.role in ('REFERENT', 'STAFF')) as body
     from person p left join role_assignment a on a.person_id = p.id
       left join programme g on g.id = a.programme_id left join organisation o on o.id = a.organisation_id
     group by p.id`,
    [runningEdition],
  );
  const own = people.find(({ email }) => email === `${who}@demo.test`);
  const mayRead = (one: (typeof people)[number]) => {
    if (who === "nobody") return false;
    if (one === own || who === "amministratore") return true;
    if (who === "manager" || who === "coordinatore") return one.isInEdition;
    return roles[who] === "referent" && one.body !== null && one.body === own?.body;
  };
  return people.filter(mayRead).map(({ email }) => email);
}

/** Whose pages and files are read for what they hold: one of each kind; the long form reads as everybody. */
export const readers: readonly Who[] = isProof
  ? everybody
  : ["nobody", "rpd", "manager", "amministratore", "coordinatore", "esperto", "referente.b", "staff.a"];
