import type { Pathname } from "@/lib/platform/i18n/routing";
import type { Shown } from "@/tests/support/e2e-shown";

const slug = "camere-nuova-edizione";
const programme = `(select id from programme where slug = '${slug}')`;
const flagged = (where: string) =>
  `select id::text as value from flag_case where programme_id = ${programme} and ${where} order by opened_at limit 1`;
const thread = (title: string) => `select id::text as value from thread where title like '${title}%'`;

const inEdition = (page: Pathname, more: Partial<Shown> = {}): Shown => ({
  page,
  ...more,
  params: { slug, ...more.params },
});
const area = "/area/programmes/[slug]/moderation";
const waiting = { id: flagged("decided_at is null") };

/** How threads are split and merged, what was flagged, and who was warned, as the moderators see it. */
export const moderationPages: Shown[] = [
  ...(["split", "merge"] as const).map((page) =>
    inEdition(`/area/programmes/[slug]/forum/threads/[id]/${page}`, { params: { id: thread("Traccia") } }),
  ),
  inEdition("/area/programmes/[slug]/forum/threads/[id]/split", {
    params: { id: thread("Traccia") },
    query: "from=",
    state: "nothing chosen",
  }),
  inEdition("/area/programmes/[slug]/forum/threads/[id]/split", {
    params: { id: thread("Traccia") },
    query: "posts=3&posts=4",
    state: "to be confirmed",
  }),
  inEdition("/area/programmes/[slug]/forum/threads/[id]/split", {
    params: { id: thread("Traccia") },
    query: "from=3",
    state: "without a title",
    press: "Dividi",
  }),
  inEdition("/area/programmes/[slug]/forum/threads/[id]/merge", {
    params: { id: thread("Traccia") },
    query: "q=niente-di-simile",
    state: "empty",
  }),
  inEdition(area),
  inEdition(area, { query: "state=decided", state: "decided" }),
  inEdition(`${area}/[id]`, { params: waiting }),
  inEdition(`${area}/[id]`, { params: waiting, state: "hidden without a reason", press: "Nascondi" }),
  inEdition(`${area}/[id]`, { params: { id: flagged("decided_at is not null") }, state: "decided" }),
  inEdition(`${area}/warnings`),
  inEdition(`${area}/warnings`, {
    query: "person=00000000-0000-4000-8000-000000000000",
    state: "empty",
  }),
  inEdition("/area/programmes/[slug]/forum/threads/[id]/posts/[number]", {
    params: { id: thread("Traccia"), number: "2" },
    state: "a warning without its text",
    press: "Manda il richiamo",
  }),
];

/** A post that one may flag. */
export const toBeFlagged: Shown[] = [
  inEdition("/area/programmes/[slug]/forum/threads/[id]/posts/[number]", {
    params: { id: thread("Traccia"), number: "2" },
    state: "a flag without its reason",
    press: "Manda la segnalazione",
  }),
];
