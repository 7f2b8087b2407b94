import { type Locale, type Pathname, pathnames } from "@/lib/platform/i18n/routing";
import type { Account } from "@/tests/support/e2e";
import { coordinatorAnimation, newcomerPages } from "@/tests/support/e2e-animation-pages";
import { rows } from "@/tests/support/e2e-database";
import { deliverablePages, deliverablesToDo } from "@/tests/support/e2e-deliverable-pages";
import { coordinatorDocuments, staffDocuments } from "@/tests/support/e2e-document-pages";
import { coordinatorForum, openThread } from "@/tests/support/e2e-forum-pages";
import { links, tokenOf } from "@/tests/support/e2e-links";
import { livePages, liveToFollow } from "@/tests/support/e2e-live-pages";
import { mailAndAnnouncements, returnedMails } from "@/tests/support/e2e-mail-pages";
import { midway, provedAnew } from "@/tests/support/e2e-midway-pages";
import { minutesPages, minutesToJudge } from "@/tests/support/e2e-minutes-pages";
import { moderationPages, toBeFlagged } from "@/tests/support/e2e-moderation-pages";
import { byLink, coordinatorNotifications } from "@/tests/support/e2e-notification-pages";
import { coordinatorPlanning, openPlanning, staffPlanning } from "@/tests/support/e2e-planning-pages";
import { guestSession } from "@/tests/support/e2e-prepared-pages";
import { coordinatorLibrary, openLibrary } from "@/tests/support/e2e-reuse-pages";
import { areaSearchPages, searchPages } from "@/tests/support/e2e-search-pages";
import type { Shown } from "@/tests/support/e2e-shown";
import { tables } from "@/tests/support/e2e-table-pages";

const programme = "(select id from programme where slug = 'camere-nuova-edizione')";
const slug = "camere-nuova-edizione";
const own = `organisation_id = (select id from organisation where slug = 'valfiorita')`;

/** Of many the one with most to say: what it brings on a narrow screen, the others do not exceed. */
const inPlace = (of: string, where: string) =>
  `select id::text as value from ${of} where programme_id = ${programme} and ${where}
   order by length(${of}::text) desc, id limit 1`;
const session = (where: string) => inPlace("session", where);
const deliverable = (where: string) =>
  `select deliverable.id::text as value from deliverable join deliverable_request on request_id = deliverable_request.id
   where programme_id = ${programme} and ${where} order by deliverable.due_at, length(deliverable::text) desc limit 1`;
const thread = (where: string) =>
  `select thread.id::text as value from thread join category on category_id = category.id
   where programme_id = ${programme} and ${where} order by thread.title limit 1`;
const convened = session("state = 'CONVENED' and title like '3ª%'");
const closed = session("state = 'CLOSED'");
const outcome = inPlace("outcome", "published_at is not null");
const indicator = inPlace("indicator", "true");

const inEdition = (page: Pathname, more: Partial<Shown> = {}): Shown => ({
  page,
  ...more,
  params: { slug, ...more.params },
});

const open: Shown[] = [
  { page: "/" },
  { page: "/programmes" },
  { page: "/programmes", query: "q=niente-di-simile", state: "empty" },
  ...(
    ["", "/phases", "/about", "/sessions", "/bodies", "/outcomes", "/documents", "/forum", "/faq"] as const
  ).map((part) => inEdition(`/programmes/[slug]${part}`)),
  { page: "/programmes/[slug]", params: { slug: "verona-secondo-welfare" }, state: "archive" },
  inEdition("/programmes/[slug]/sessions/[id]", { params: { id: convened } }),
  inEdition("/programmes/[slug]/forum/[threadId]", {
    params: { threadId: thread("is_public and is_pinned") },
  }),
  { page: "/calendar", query: "month=2026-04" },
  { page: "/calendar", query: "month=2026-04&view=list", state: "list" },
  { page: "/calendar", query: "month=2024-01", state: "empty" },
  { page: "/calendar", query: "view=week&week=2026-03-31", state: "week" },
  { page: "/calendar", query: "view=week&week=2024-01-01", state: "empty week" },
  { page: "/outcomes" },
  { page: "/organisations" },
  { page: "/organisations/[slug]", params: { slug: "valfiorita" } },
  { page: "/joining/[slug]", params: { slug } },
  { page: "/job-services" },
  {
    page: "/job-services/model/[area]",
    params: { area: "select slug as value from functional_area order by length(access_it) desc limit 1" },
  },
  {
    page: "/job-services/model/[area]/[function]",
    params: {
      area: "select slug as value from functional_area where id = (select area_id from service_function where slug = 'presenze')",
      // Its steps name documents with the longest words.
      function: "presenze",
    },
  },
  { page: "/smart-working" },
  ...searchPages,
  { page: "/sign-in" },
  { page: "/sign-in", state: "errors", press: "Accedi" },
  { page: "/email-address/[token]", params: { token: "parola-di-prova" } },
  { page: "/password" },
  { page: "/password/[token]", params: { token: "parola-di-prova" } },
  { page: "/invitation/[token]", params: { token: "parola-di-prova" } },
  ...byLink,
  {
    page: "/invitation/[token]",
    params: { token: "parola-di-prova" },
    state: "errors",
    press: "Accetta ed entra",
  },
  { page: "/session/guest/[token]", params: { token: guestSession } },
  {
    page: "/session/guest/[token]",
    params: { token: guestSession },
    state: "errors",
    press: "Continua",
  },
  { page: "/session/guest/[token]", params: { token: "inventato" }, state: "unknown" },
  { page: "/privacy" },
  { page: "/legal-notes" },
  { page: "/accessibility" },
];

const coordinator: Shown[] = [
  { page: "/area" },
  ...areaSearchPages,
  { page: "/area/calendar", query: "month=2026-04" },
  { page: "/area/calendar", query: "view=week&week=2026-03-31&mine=on", state: "week" },
  { page: "/area/profile" },
  ...coordinatorNotifications,
  { page: "/area/profile/proof" },
  { page: "/area/profile/proof", state: "errors", press: "Continua" },
  { page: "/area/profile/email-address", meanwhile: provedAnew },
  { page: "/area/profile/second-factor", meanwhile: provedAnew },
  { page: "/area/profile/second-factor/codes" },
  { page: "/area/programmes" },
  inEdition("/area/programmes/[slug]"),
  inEdition("/area/programmes/[slug]/sessions"),
  inEdition("/area/programmes/[slug]/sessions/new"),
  inEdition("/area/programmes/[slug]/sessions/new", { state: "errors", press: "Continua" }),
  ...(["", "/edit", "/convene", "/substitutes", "/cancel"] as const).map((part) =>
    inEdition(`/area/programmes/[slug]/sessions/[id]${part}`, { params: { id: convened } }),
  ),
  inEdition("/area/programmes/[slug]/sessions/[id]/cancel", {
    params: { id: convened },
    state: "errors",
    press: "Annulla l’incontro",
  }),
  ...(
    [
      "/close",
      "/attendance",
      "/minutes",
      "/minutes/propose",
      "/reopen",
      "/protocol",
      "/room",
      "/recordings",
    ] as const
  ).map((part) => inEdition(`/area/programmes/[slug]/sessions/[id]${part}`, { params: { id: closed } })),
  inEdition("/area/programmes/[slug]/sessions/[id]/room", { params: { id: convened }, state: "early" }),
  inEdition("/area/programmes/[slug]/sessions/[id]/recordings", {
    params: { id: closed },
    state: "errors",
    press: "Aggiungi",
  }),
  ...minutesPages,
  ...livePages,
  inEdition("/area/programmes/[slug]/sessions/[id]", { params: { id: closed }, state: "closed" }),
  inEdition("/area/programmes/[slug]/follow-up"),
  ...coordinatorDocuments,
  inEdition("/area/programmes/[slug]/deliverables"),
  inEdition("/area/programmes/[slug]/deliverables", { query: "state=IN_REVIEW", state: "filtered" }),
  inEdition("/area/programmes/[slug]/deliverables/requests/new"),
  inEdition("/area/programmes/[slug]/deliverables/requests/new", {
    state: "errors",
    press: "Chiedi agli enti",
  }),
  ...(["", "/edit"] as const).map((part) =>
    inEdition(`/area/programmes/[slug]/deliverables/requests/[id]${part}`, {
      params: { id: inPlace("deliverable_request", "true") },
    }),
  ),
  inEdition("/area/programmes/[slug]/deliverables/[id]", {
    params: { id: deliverable("state = 'IN_REVIEW'") },
  }),
  inEdition("/area/programmes/[slug]/deliverables/[id]", {
    params: { id: deliverable("state = 'IN_REVIEW'") },
    state: "errors",
    press: "Registra l’esito",
  }),
  ...deliverablePages,
  ...moderationPages,
  ...coordinatorForum,
  ...coordinatorAnimation,
  inEdition("/area/programmes/[slug]/bodies"),
  inEdition("/area/programmes/[slug]/bodies/invite"),
  inEdition("/area/programmes/[slug]/bodies/invite", { state: "errors", press: "Manda l’invito" }),
  inEdition("/area/programmes/[slug]/bodies/[id]", {
    params: { id: "select id::text as value from organisation where slug = 'valfiorita'" },
  }),
  inEdition("/area/programmes/[slug]/outcomes"),
  inEdition("/area/programmes/[slug]/outcomes/new"),
  ...(["", "/unpublish"] as const).map((part) =>
    inEdition(`/area/programmes/[slug]/outcomes/[id]${part}`, { params: { id: outcome } }),
  ),
  inEdition("/area/programmes/[slug]/outcomes/[id]/remove", {
    params: { id: inPlace("outcome", "published_at is null") },
  }),
  inEdition("/area/programmes/[slug]/indicators/new"),
  ...(["", "/measure", "/remove"] as const).map((part) =>
    inEdition(`/area/programmes/[slug]/indicators/[id]${part}`, { params: { id: indicator } }),
  ),
  ...(
    [
      "",
      "/text",
      "/lines",
      "/phases",
      "/facts",
      "/roles",
      "/contacts",
      "/steps",
      "/state",
      "/enrolments",
    ] as const
  ).map((part) => inEdition(`/area/programmes/[slug]/settings${part}`)),
  inEdition("/area/programmes/[slug]/settings/enrolments/[id]", {
    params: { id: inPlace("enrolment", "state = 'WAITING'") },
  }),
];

const staff: Shown[] = [
  { page: "/area", state: "staff" },
  inEdition("/area/programmes/[slug]/sessions/[id]", { params: { id: convened }, state: "staff" }),
  ...minutesToJudge,
  ...liveToFollow,
  ...staffDocuments,
  inEdition("/area/programmes/[slug]/deliverables", { state: "staff" }),
  inEdition("/area/programmes/[slug]/deliverables/[id]", {
    params: { id: deliverable(`state = 'CHANGES_REQUESTED' and ${own}`) },
    state: "to correct",
  }),
  ...deliverablesToDo,
  inEdition("/area/programmes/[slug]/forum/threads/[id]", {
    params: { id: openThread },
    state: "errors",
    press: "Pubblica la risposta",
  }),
  ...toBeFlagged,
];

const manager: Shown[] = [
  { page: "/area/organisations/new-programme" },
  inEdition("/area/programmes/[slug]/clone"),
];

const administrator: Shown[] = [
  { page: "/area/administration" },
  { page: "/area/administration/people" },
  { page: "/area/administration/people/invite" },
  {
    page: "/area/administration/people/[id]",
    params: { id: "select id::text as value from person where email = 'staff.a@demo.test'" },
  },
  { page: "/area/administration/organisations" },
  { page: "/area/administration/organisations/new" },
  { page: "/area/administration/organisations/[slug]", params: { slug: "valfiorita" } },
  { page: "/area/administration/mail" },
  ...returnedMails,
  { page: "/area/administration/jobs" },
  { page: "/area/administration/log" },
  { page: "/area/administration/state" },
];

const by = (as: Account, pages: Shown[]): Shown[] => pages.map((one) => ({ ...one, as }));

/** Every page template, with the states that look different. */
export const shownPages: readonly Shown[] = [
  ...open,
  ...openPlanning,
  ...openLibrary,
  ...midway,
  ...by("coordinatore", [...coordinator, ...coordinatorPlanning, ...coordinatorLibrary]),
  ...by("staff.a", [...staff, ...staffPlanning]),
  ...by("manager", manager),
  ...mailAndAnnouncements,
  ...tables,
  ...newcomerPages,
  ...by("amministratore", administrator),
];

/** The address of a page in a language, with identifiers from the database, which it brings to where it shows the state. */
export async function addressOf(shown: Shown, locale: Locale): Promise<string> {
  const { page, params = {}, query, meanwhile } = shown;
  if (meanwhile) await rows(meanwhile);
  const entry = pathnames[page];
  const italian = typeof entry === "string" ? entry : entry.it;
  let path = locale === "it" ? italian : `/en${page === "/" ? "" : page}`;
  for (const [name, given] of Object.entries(params)) {
    path = path.replace(`[${name}]`, encodeURIComponent(await resolved(given)));
  }
  return query ? `${path}?${await resolvedQuery(query)}` : path;
}

async function resolvedQuery(query: string): Promise<string> {
  const at = query.indexOf("=select ") + 1;
  return at > 0 ? query.slice(0, at) + (await resolved(query.slice(at))) : query;
}

async function resolved(given: string): Promise<string> {
  if (given in links) return tokenOf(given);
  if (!given.startsWith("select ")) return given;
  const [row] = await rows<{ value: string }>(given);
  if (!row) throw new Error(`nothing in the demonstration: ${given}`);
  return row.value;
}
