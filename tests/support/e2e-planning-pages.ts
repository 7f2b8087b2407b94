import type { Pathname } from "@/lib/platform/i18n/routing";
import { rows } from "@/tests/support/e2e-database";
import type { Shown } from "@/tests/support/e2e-shown";

const slug = "camere-nuova-edizione";
const programme = `(select id from programme where slug = '${slug}')`;
const session = (where: string) =>
  `select id::text as value from session where programme_id = ${programme} and ${where} order by title limit 1`;

const convened = session("state = 'CONVENED' and title like '3ª%'");
const meeting = session("kind = 'DISSEMINATION'");
const draft = session("state = 'DRAFT' and title = 'Tavolo sulle competenze trasversali'");
const poll = `select date_poll.id::text as value from date_poll join session on session_id = session.id
  where programme_id = ${programme} order by session.title limit 1`;

const inEdition = (page: Pathname, more: Partial<Shown> = {}): Shown => ({
  page,
  ...more,
  params: { slug, ...more.params },
});
const area = "/area/programmes/[slug]";

/** Planning as everybody sees it. */
export const openPlanning: Shown[] = [
  inEdition("/programmes/[slug]/sessions/[id]/interest", { params: { id: meeting } }),
  inEdition("/programmes/[slug]/sessions/[id]/interest", {
    params: { id: meeting },
    state: "errors",
    press: "Invia",
  }),
  { page: "/interest/[token]", params: { token: "parola-di-prova" } },
];

/** The coordinator's planning. */
export const coordinatorPlanning: Shown[] = [
  inEdition(`${area}/sessions/[id]`, { params: { id: draft }, state: "draft" }),
  inEdition(`${area}/sessions/[id]/agenda`, { params: { id: convened } }),
  inEdition(`${area}/sessions/[id]/agenda`, {
    params: { id: convened },
    state: "errors",
    press: "Invia la proposta",
  }),
  inEdition(`${area}/sessions/[id]/series`, {
    params: { id: draft },
    query: "count=3&every=3&unit=weeks&first=2026-05-12",
  }),
  inEdition(`${area}/sessions/[id]/interests`, { params: { id: meeting } }),
  inEdition(`${area}/sessions/template`, { query: "start=2026-09-07&time=10:30" }),
  inEdition(`${area}/sessions/free-slots`, { query: "minutes=120&from=2026-04-13&to=2026-04-24" }),
  inEdition(`${area}/sessions/find-a-date`),
  inEdition(`${area}/sessions/find-a-date`, {
    state: "errors",
    press: "Apri il sondaggio e manda le mail",
  }),
  inEdition(`${area}/polls/[id]`, { params: { id: poll } }),
];

/** Planning by the people of a body. */
export const staffPlanning: Shown[] = [
  inEdition(`${area}/polls/[id]`, { params: { id: poll }, state: "staff" }),
  { page: "/area/meetings/[id]", params: { id: meeting } },
];

/** An interest whose link has a known secret. */
export async function preparePlanningPages(tokenHash: string): Promise<void> {
  await rows(
    `INSERT INTO session_interest (id, session_id, body_name, contact_name, email, people, token_hash, expires_at, created_at)
     SELECT gen_random_uuid(), id, 'Unione di prova', 'Una persona', 'unione@prova.test', 2, $1, '2026-04-30', now()
     FROM session WHERE kind = 'DISSEMINATION' AND programme_id = ${programme} LIMIT 1 ON CONFLICT DO NOTHING`,
    [tokenHash],
  );
}
