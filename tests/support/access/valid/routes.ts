import { type Account, accounts, runningEdition, strangers } from "../accounts";
import { metricsToken } from "../portals";
import type { RouteRow } from "./asked";
import { sessionRoutes } from "./routes-sessions";
import { type Demo, everybodyElse, type Meant, members, others } from "./row";
import { aReply, aReplyToken, inboundSecret } from "./sessions-replies";

const open = (path: string): Omit<RouteRow, "entry"> => ({
  right: "nobody",
  also: accounts,
  input: async () => ({ path }),
});
const ofBody = ["staff.a", "referente.a"] as const;
const followers = ["coordinatore", "esperto", "osservatore"] as const satisfies Account[];

const edition = (demo: Demo) => demo.edition<"id" | "slug">("select id, slug from programme where id = $1");
const bodyId = (demo: Demo) => demo.row<"id">("select id from organisation where slug = 'valfiorita'");
const list = (name: string, meant: Meant, query = ""): RouteRow => ({
  entry: "portal.exportList",
  ...meant,
  input: async () => ({ path: `/api/export/${name}?${query}` }),
});
const recorded = (row: RouteRow): RouteRow => ({ ...row, isRecorded: true });
const ofEdition = `programme=${runningEdition}`;
const toMembers: Meant = { right: "osservatore", also: members.filter((one) => one !== "osservatore") };
/** The administrator and the promoter's manager may enter a programme; what lists then hold is up to their rights. */
const toEntrants: Meant = { ...toMembers, also: [...(toMembers.also ?? []), "amministratore", "manager"] };
const ownDocument = `select d.id, d.space_id from document d join document_space s on s.id = d.space_id
  join organisation o on o.id = s.organisation_id
  where d.kind = 'EXCHANGE_MATERIAL' and o.slug = 'valfiorita' and d.removed_at is null`;

/** At least one request for every route handler, by what is asked. */
export const validRequests: Record<string, RouteRow> = {
  "a file of a body": {
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
  ...sessionRoutes,
  "a file of a post": {
    entry: "forum.downloadAttachment",
    ...toMembers,
    hiddenFrom: others(...members),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `insert into post_attachment (id, post_id, object_sha256, filename, mime_type, size)
         select gen_random_uuid(), p.id, o.sha256, 'nota.pdf', 'application/pdf', o.size
         from post p join thread t on t.id = p.thread_id join category c on c.id = t.category_id, stored_object o
         where c.programme_id = $1 and not c.is_public limit 1 returning id`,
      );
      return { path: `/api/attachments/${id}` };
    },
  },
  "the readings of an indicator": {
    entry: "programmes.exportReadings",
    right: "referente.b",
    also: ["referente.a", ...followers],
    hiddenFrom: others("referente.a", "referente.b", ...followers),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        "update indicator set is_public = false where programme_id = $1 returning id",
      );
      return { path: `/api/indicators/${id}` };
    },
  },
  "a session of the group": {
    entry: "calendar.sessionFeed",
    ...toMembers,
    also: [...members.filter((one) => one !== "osservatore"), "manager"],
    hiddenFrom: others(...members, "manager"),
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `update session set audience = 'PROGRAMME' where id = (select id from session
         where programme_id = $1 and state = 'CONVENED' order by starts_at limit 1) returning id`,
      );
      return { path: `/api/calendar/session/${id}` };
    },
  },
  "one's own calendar": {
    entry: "calendar.personalFeed",
    right: "nobody",
    also: accounts,
    input: async (_demo, page) => {
      const [path] = /\/calendario\/[\w.-]+\.ics/.exec(await page("/area/profilo", "staff.a")) ?? [];
      if (!path) throw new Error("the profile shows no calendar");
      return { path };
    },
  },
  "the calendar of an invitation": {
    entry: "sessions.invitationCalendar",
    right: "nobody",
    also: accounts,
    input: async (demo) => ({ path: `/api/calendar/invitation/${await aReplyToken(demo, "page")}` }),
  },
  "a reply from a calendar": {
    entry: "sessions.receiveReply",
    right: "nobody",
    also: accounts,
    isRecorded: true,
    input: async (demo) => {
      const { token, calendar } = await aReply(demo);
      const headers = { authorization: `Bearer ${inboundSecret}`, "content-type": "text/calendar" };
      return { path: `/api/inbound/reply/${token}`, headers, body: calendar };
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
         where c.programme_id = $1 and not c.is_public and t.locked_at is null
           and a.email = 'referente.a@demo.test' limit 1`,
      );
      return {
        path: `/api/upload/attachment?post=${id}&programme=${slug}&thread=${thread}&number=${number}`,
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
  "the list of people": recorded(list("people", { right: "amministratore" })),
  "the list of mails": recorded(list("mails", { right: "amministratore" })),
  "the log": recorded(list("events", { right: "rpd", also: ["amministratore"] })),
  "the list of reads": recorded(list("reads", { right: "rpd", also: ["amministratore"] })),
  "the list of deliverables": list("deliverables", toEntrants, ofEdition),
  "the list of documents": list("documents", toEntrants, ofEdition),
  "the list of threads": {
    entry: "portal.exportList",
    ...toMembers,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        "select id from category where programme_id = $1 and not is_public limit 1",
      );
      return { path: `/api/export/threads?${ofEdition}&category=${id}` };
    },
  },
  "the list of sessions": list("sessions", toEntrants, ofEdition),
  "the list of follow-up": list(
    "follow-up",
    { right: "osservatore", also: ["coordinatore", "esperto"] },
    ofEdition,
  ),
  "the list of interests": recorded({
    entry: "portal.exportList",
    right: "coordinatore",
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        "select id from session where programme_id = $1 and kind = 'DISSEMINATION' limit 1",
      );
      return { path: `/api/export/interests?session=${id}` };
    },
  }),
  "the list of programmes": list("programmes", { right: "nobody", also: accounts }),
  "the list of outcomes": list("outcomes", { right: "nobody", also: accounts }),
  "the list of organisations": list("organisations", { right: "nobody", also: accounts }),
  "every open session": { entry: "calendar.openFeed", ...open("/calendario.ics") },
  "a programme's open sessions": {
    entry: "calendar.programmeFeed",
    ...open(`/programmi/${runningEdition}/calendario.ics`),
  },
  news: { entry: "programmes.feed", ...open("/feed.xml") },
  health: { entry: "portal.health", ...open("/api/health") },
  "what search engines may read": { entry: "portal.robots", ...open("/robots.txt") },
  "the public pages": { entry: "portal.siteMap", ...open("/sitemap.xml") },
  "whom to tell of a weakness": {
    entry: "portal.securityContact",
    ...open("/.well-known/security.txt"),
  },
  "the way to the identity provider": { entry: "people.startAtProvider", ...open("/api/auth/oidc") },
  "the way back from it": {
    entry: "people.returnFromProvider",
    ...open("/api/auth/callback/oidc?error=access_denied"),
  },
  figures: {
    entry: "portal.metrics",
    ...open("/api/metrics"),
    input: async () => ({ path: "/api/metrics", headers: { authorization: `Bearer ${metricsToken}` } }),
  },
};
