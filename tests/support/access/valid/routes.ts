import { accounts, runningEdition } from "../accounts";
import { metricsToken } from "../portals";
import { faqRequests } from "./faq";
import { newsletterRequests } from "./newsletter";
import { notificationRequests } from "./notifications";
import {
  followers,
  list,
  ofEdition,
  open,
  type RouteRow,
  recorded,
  toEntrants,
  toMembers,
} from "./route-row";
import { fileRequests } from "./routes-files";
import { forumRequests } from "./routes-forum";
import { liveRequests } from "./routes-live";
import { reuseRequests } from "./routes-reuse";
import { uploadRequests } from "./routes-uploads";
import { members, others } from "./row";
import { aReply, aReplyToken, inboundSecret } from "./sessions-replies";

/** At least one request for every route handler, by what is asked. */
export const validRequests: Record<string, RouteRow> = {
  ...fileRequests,
  ...forumRequests,
  ...liveRequests,
  ...uploadRequests,
  ...reuseRequests,
  ...notificationRequests,
  ...newsletterRequests,
  ...faqRequests,
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
  "a mail that came in": {
    entry: "portal.receiveMail",
    right: "nobody",
    also: accounts,
    isRecorded: true,
    input: async (demo) => {
      const { token, calendar } = await aReply(demo);
      const headers = { authorization: `Bearer ${inboundSecret}`, "content-type": "text/calendar" };
      return { path: `/api/inbound/reply/${token}`, headers, body: calendar };
    },
  },
  "the list of people": recorded(list("people", { right: "amministratore" })),
  "the list of mails": recorded(list("mails", { right: "amministratore" })),
  "the log": recorded(list("events", { right: "rpd", also: ["amministratore"] })),
  "the list of reads": recorded(list("reads", { right: "rpd", also: ["amministratore"] })),
  "the list of deliverables": list("deliverables", toEntrants, ofEdition),
  "the list of documents": list("documents", toEntrants, ofEdition),
  "the list of document-readers": recorded({
    entry: "portal.exportList",
    right: "osservatore",
    also: ["coordinatore", "esperto"],
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        `select d.id from document d join document_space s on s.id = d.space_id where d.programme_id = $1
         and s.organisation_id is null and s.table_id is null and d.kind = 'STUDY_MATERIAL' and d.removed_at is null limit 1`,
      );
      return { path: `/api/export/document-readers?document=${id}` };
    },
  }),
  "the list of table-seats": recorded({
    entry: "portal.exportList",
    ...toMembers,
    input: async (demo) => {
      const { id } = await demo.edition<"id">("select id from working_table where programme_id = $1 limit 1");
      return { path: `/api/export/table-seats?programme=camere-nuova-edizione&table=${id}` };
    },
  }),
  "the list of threads": {
    entry: "portal.exportList",
    ...toMembers,
    input: async (demo) => {
      const { id } = await demo.edition<"id">(
        "select id from category where programme_id = $1 and not is_public and table_id is null limit 1",
      );
      return { path: `/api/export/threads?${ofEdition}&category=${id}` };
    },
  },
  "the list of sessions": list("sessions", toEntrants, ofEdition),
  "the list of participation": list(
    "participation",
    { right: "coordinatore", also: ["esperto", "manager"] },
    ofEdition,
  ),
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
  "the list of reuse": list("reuse", { right: "coordinatore" }, ofEdition),
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
