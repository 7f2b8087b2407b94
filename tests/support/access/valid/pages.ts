import { type Account, accounts, otherBody, runningEdition, strangers, type Who } from "../accounts";
import type { Demo } from "./row";
import { aRunningSession } from "./sessions-live";
import { draftMinutes } from "./sessions-minutes";

/** A page with parameters that lead to something, who may read it, and for whom it does not exist. */
export type PageRow = { right: Who; hiddenFrom: readonly Account[]; params: Record<string, string> };

type Thing = {
  /** the pages, by the beginning of their path in the folders */
  pages: string;
  right: Account;
  hiddenFrom?: readonly Account[];
  /** the thing: a row of the running edition, named by the parameters of the pages */
  sql: string;
};

const body = [...strangers, ...otherBody];
const area = "/area/programmes/[slug]";
const notCoordinator = accounts.filter((one) => one !== "coordinatore");
const notMembers = [...strangers, "rpd"] as const;

/** The first that fits a page counts. */
const things: Thing[] = [
  {
    pages: `${area}/announcements/[id]`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: "select id from announcement where programme_id = $1 and state = 'PUBLISHED' and is_for_all limit 1",
  },
  {
    pages: `${area}/tables/[id]`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: "select id from working_table where programme_id = $1 and not is_public order by position limit 1",
  },
  {
    pages: `${area}/newsletter/[id]`,
    right: "coordinatore",
    hiddenFrom: notCoordinator,
    sql: "select id from newsletter_issue where programme_id = $1 and state = 'DRAFT' order by id limit 1",
  },
  {
    pages: "/programmes/[slug]/newsletter/[id]",
    right: "rpd",
    sql: "select id from newsletter_issue where programme_id = $1 and state = 'SENT' order by id limit 1",
  },
  {
    pages: `${area}/deliverables/requests/[id]`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: "select id from deliverable_request where programme_id = $1 order by position limit 1",
  },
  {
    pages: `${area}/deliverables/[id]`,
    right: "staff.a",
    hiddenFrom: body,
    sql: `select d.id from deliverable d join deliverable_request r on r.id = d.request_id
      join organisation o on o.id = d.organisation_id
      where r.programme_id = $1 and o.slug = 'valfiorita' and d.state = 'SUBMITTED'`,
  },
  {
    pages: `${area}/documents/folders/[id]`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: `select f.id from document_folder f join document_space s on s.id = f.space_id
      where s.programme_id = $1 and s.organisation_id is null and s.table_id is null and f.removal_id is null limit 1`,
  },
  {
    pages: `${area}/documents/[id]/readers`,
    right: "osservatore",
    hiddenFrom: notMembers,
    sql: `select d.id from document d join document_space s on s.id = d.space_id
      where s.programme_id = $1 and s.organisation_id is null and s.table_id is null and d.kind = 'STUDY_MATERIAL' and not d.is_public limit 1`,
  },
  {
    pages: `${area}/documents/[id]/versions/[version]`,
    right: "staff.a",
    hiddenFrom: body,
    // A PDF: its page is sent what the viewer says too.
    sql: `select v.document_id as id, v.id as version from deliverable d join deliverable_request r on r.id = d.request_id
      join organisation o on o.id = d.organisation_id join document_version v on v.document_id = d.document_id
      join submission n on n.version_id = v.id and n.withdrawn_at is null
      where r.programme_id = $1 and o.slug = 'valfiorita' and d.state = 'CHANGES_REQUESTED'
        and v.mime_type = 'application/pdf' limit 1`,
  },
  {
    pages: `${area}/documents/[id]/compare`,
    right: "staff.a",
    hiddenFrom: body,
    sql: `select d.id from document d join document_space s on s.id = d.space_id
      join organisation o on o.id = s.organisation_id
      where s.programme_id = $1 and o.slug = 'valfiorita' and d.kind = 'EXCHANGE_MATERIAL'`,
  },
  {
    pages: `${area}/documents/[id]`,
    right: "staff.a",
    hiddenFrom: body,
    sql: `select d.id from document d join document_space s on s.id = d.space_id
      join organisation o on o.id = s.organisation_id
      where s.programme_id = $1 and o.slug = 'valfiorita' and d.kind = 'EXCHANGE_MATERIAL' and d.removed_at is null`,
  },
  {
    pages: `${area}/forum/categories/[id]/new`,
    right: "staff.a",
    hiddenFrom: notMembers,
    sql: "select id from category where programme_id = $1 and not is_public and table_id is null order by position limit 1",
  },
  {
    pages: `${area}/forum/categories/[id]`,
    right: "staff.a",
    hiddenFrom: notMembers,
    sql: "select id from category where programme_id = $1 and not is_public and table_id is null order by position limit 1",
  },
  {
    pages: `${area}/discuss/[kind]/[id]`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: `select 'deliverable' as kind, d.id from deliverable d join deliverable_request r on r.id = d.request_id
      where r.programme_id = $1 order by d.id limit 1`,
  },
  ...(["merge", "split"] as const).map((page) => ({
    pages: `${area}/forum/threads/[id]/${page}`,
    right: "coordinatore" as const,
    hiddenFrom: notMembers,
    sql: `select t.id from thread t join category c on c.id = t.category_id
      where c.programme_id = $1 and not c.is_public and c.table_id is null order by t.id limit 1`,
  })),
  {
    pages: `${area}/forum/threads/[id]`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: `select t.id, 1 as number from thread t join category c on c.id = t.category_id
      where c.programme_id = $1 and not c.is_public and c.table_id is null order by t.id limit 1`,
  },
  {
    pages: `${area}/animation/scheduled/[id]`,
    right: "coordinatore",
    hiddenFrom: notCoordinator,
    sql: `select s.id from scheduled_post s join person p on p.id = s.author_id
      where s.programme_id = $1 and s.state = 'WAITING' and p.email = 'coordinatore@demo.test' order by s.id limit 1`,
  },
  {
    pages: `${area}/moderation/[id]`,
    right: "coordinatore",
    hiddenFrom: notCoordinator,
    sql: "select id from flag_case where programme_id = $1 order by id limit 1",
  },
  {
    pages: `${area}/indicators/[id]`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: "update indicator set is_public = false where programme_id = $1 returning id",
  },
  {
    pages: `${area}/outcomes/[id]/unpublish`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: "select id from outcome where programme_id = $1 and published_at is not null limit 1",
  },
  {
    pages: `${area}/outcomes/[id]`,
    right: "coordinatore",
    hiddenFrom: [...strangers, "staff.b"],
    sql: "select id from outcome where programme_id = $1 and published_at is null limit 1",
  },
  {
    pages: `${area}/reuse/new/[id]`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: `select d.id from document d left join reuse_item i on i.document_id = d.id
      where d.programme_id = $1 and d.kind = 'STUDY_MATERIAL' and i.id is null limit 1`,
  },
  {
    pages: `${area}/reuse/[id]`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: "select id from reuse_item where programme_id = $1 and state = 'PUBLISHED' order by published_at limit 1",
  },
  {
    pages: "/reuse/[slug]",
    right: "rpd",
    sql: "select slug from reuse_item where programme_id = $1 and state = 'PUBLISHED' order by published_at limit 1",
  },
  {
    pages: `${area}/sessions/[id]/minutes/`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: draftMinutes,
  },
  ...["attendance", "close", "minutes"].map((act) => sessionFor(act, "CONVENED", "'2026-03-23T09:00Z'")),
  sessionFor("reopen", "CLOSED", "'2026-03-23T09:00Z'"),
  sessionFor("convene", "DRAFT", "'2026-05-12T08:00Z'"),
  sessionFor("series", "DRAFT", "'2026-05-12T08:00Z'"),
  {
    pages: `${area}/sessions/[id]/interests`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: "select id from session where programme_id = $1 and kind = 'DISSEMINATION' limit 1",
  },
  {
    pages: `${area}/polls/[id]`,
    right: "staff.a",
    hiddenFrom: notMembers,
    sql: `with made as (${session("DRAFT", "'2026-05-12T08:00Z'")})
      insert into date_poll (id, session_id, closes_at, created_at)
      select gen_random_uuid(), id, '2026-05-01', now() from made returning id`,
  },
  {
    pages: "/area/meetings/[id]",
    right: "staff.a",
    sql: "select id from session where programme_id = $1 and kind = 'DISSEMINATION' limit 1",
  },
  {
    pages: `${area}/sessions/[id]/live`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: aRunningSession("running"),
  },
  {
    pages: `${area}/sessions/[id]/room`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: `insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, url, audience, state, updated_at, convened_at)
      select gen_random_uuid(), $1::uuid, 'TABLE', 'Una stanza del gruppo', '2026-05-12T08:00Z', '2026-05-12T10:00Z',
        'WEBCONFERENCE', 'https://aula.example.org/stanza', 'PROGRAMME', 'CONVENED', now(), now() returning id`,
  },
  {
    pages: `${area}/sessions/[id]`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: session("CONVENED", "'2026-05-12T08:00Z'"),
  },
  {
    pages: `${area}/settings/enrolments/[id]`,
    right: "coordinatore",
    hiddenFrom: body,
    sql: "select id from enrolment where programme_id = $1 and state = 'WAITING' limit 1",
  },
  {
    pages: `${area}/bodies/[id]`,
    right: "referente.a",
    hiddenFrom: notMembers,
    sql: "select id from organisation where slug = 'valfiorita' and $1::uuid is not null",
  },
  {
    pages: "/area/administration/people/[id]",
    right: "amministratore",
    hiddenFrom: ["coordinatore", "rpd", "manager", "staff.a"],
    sql: "select id from person where email = 'osservatore@demo.test' and $1::uuid is not null",
  },
  {
    pages: "/area/administration/organisations/[slug]",
    right: "amministratore",
    hiddenFrom: ["coordinatore", "rpd", "manager", "staff.a"],
    sql: "select slug from organisation where slug = 'valfiorita' and $1::uuid is not null",
  },
  {
    pages: "/programmes/[slug]/forum/[threadId]",
    right: "rpd",
    sql: `select t.id as "threadId" from thread t join category c on c.id = t.category_id
      where c.programme_id = $1 and c.is_public order by t.id limit 1`,
  },
  {
    pages: "/programmes/[slug]/sessions/[id]/interest",
    right: "rpd",
    sql: "select id from session where programme_id = $1 and kind = 'DISSEMINATION' limit 1",
  },
  {
    pages: "/programmes/[slug]/sessions/[id]",
    right: "rpd",
    sql: "select id from session where programme_id = $1 and state = 'CONVENED' and audience = 'PUBLIC' limit 1",
  },
  {
    pages: "/organisations/[slug]",
    right: "rpd",
    sql: "select slug from organisation where slug = 'valfiorita' and $1::uuid is not null",
  },
  {
    pages: "/job-services/model/[area]",
    right: "rpd",
    sql: `select a.slug as area, f.slug as function from functional_area a
      join service_function f on f.area_id = a.id where $1::uuid is not null order by a.position, f.position limit 1`,
  },
];

/** Pages for one role alone, by the beginning of their path. */
const byRole: [string, Account][] = [
  ["/area/administration/log", "rpd"],
  ["/area/administration", "amministratore"],
  [`${area}/clone`, "manager"],
  ["/area/organisations/new-programme", "manager"],
];

/** Everything a page needs to be read, from the demonstration as it stands. */
export async function pageRow(demo: Demo, page: string): Promise<PageRow> {
  const thing = things.find(({ pages }) => page.startsWith(pages));
  const params = thing ? await demo.edition<string>(thing.sql) : {};
  const right = thing?.right ?? byRole.find(([start]) => page.startsWith(start))?.[1] ?? defaultReader(page);
  const hidden = thing?.hiddenFrom ?? (page.startsWith(area) ? notMembers : []);
  return { right, hiddenFrom: hidden, params: { slug: runningEdition, ...params } };
}

function defaultReader(page: string): Who {
  return page.startsWith("/area") ? "coordinatore" : "nobody";
}

function sessionFor(act: string, state: string, begin: string): Thing {
  return {
    pages: `${area}/sessions/[id]/${act}`,
    right: "coordinatore",
    hiddenFrom: notMembers,
    sql: session(state, begin),
  };
}

// The demonstration's sessions are announced to everybody; these are the group's own.
function session(state: string, begin: string): string {
  return `insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, state, updated_at, convened_at)
    select gen_random_uuid(), $1::uuid, 'TABLE', 'Un tavolo del gruppo', ${begin}, ${begin}::timestamptz + interval '2 hours',
      'IN_PERSON', 'PROGRAMME', '${state}', now(), case when '${state}' <> 'DRAFT' then now() end returning id`;
}
