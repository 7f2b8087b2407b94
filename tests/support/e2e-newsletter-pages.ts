import { endingToken } from "@/lib/newsletter/subscribing/token";
import type { Pathname } from "@/lib/platform/i18n/routing";
import { rows } from "@/tests/support/e2e-database";
import type { Shown } from "@/tests/support/e2e-shown";

const slug = "camere-nuova-edizione";
const programme = `(select id from programme where slug = '${slug}')`;
const scheduled = "01950000-0000-7000-8000-000000000031";
const reader = "01950000-0000-7000-8000-000000000032";
const issue = (state: string) =>
  `select id::text as value from newsletter_issue where programme_id = ${programme} and state = '${state}' order by id limit 1`;
const nothingAfter =
  "after=WyIyMDAwLTAxLTAxVDAwOjAwOjAwLjAwMFoiLCIwMTk1MDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAiXQ";

const inEdition = (page: Pathname, more: Partial<Shown> = {}): Shown => ({
  page,
  ...more,
  params: { slug, ...more.params },
});
const area = "/area/programmes/[slug]/newsletter";

/** The secret that ends a subscription which `prepareNewsletterPages` makes. */
export const newsletterEnding = async () => endingToken(reader);

/** What everybody sees of a newsletter. */
export const openNewsletter: Shown[] = [
  { page: "/newsletter" },
  { page: "/newsletter", state: "errors", press: "Iscrivetemi" },
  { page: "/newsletter", query: "done=asked", state: "asked" },
  { page: "/newsletter", query: "done=confirmed", state: "confirmed" },
  { page: "/newsletter/confirm/[token]", params: { token: "parola-di-prova" } },
  { page: "/newsletter/confirm/[token]", params: { token: "inventato" }, state: "unknown" },
  { page: "/unsubscribe/[token]", params: { token: "the link that ends a newsletter" }, state: "newsletter" },
  inEdition("/programmes/[slug]/newsletter"),
  inEdition("/programmes/[slug]/newsletter", { query: nothingAfter, state: "empty" }),
  inEdition("/programmes/[slug]/newsletter/[id]", { params: { id: issue("SENT") } }),
];

/** For who writes one. */
export const coordinatorNewsletter: Shown[] = [
  inEdition(area),
  inEdition(area, { query: nothingAfter, state: "empty" }),
  inEdition(`${area}/new`),
  inEdition(`${area}/new`, { state: "errors", press: "Salva la bozza" }),
  ...(["", "/edit", "/send", "/remove"] as const).map((part) =>
    inEdition(`${area}/[id]${part}`, { params: { id: issue("DRAFT") } }),
  ),
  inEdition(`${area}/[id]`, { params: { id: scheduled }, state: "waits" }),
  inEdition(`${area}/[id]`, { params: { id: issue("SENT") }, state: "sent" }),
];

/** A request whose link has a known secret, a subscription that can be ended, an issue that waits. */
export async function prepareNewsletterPages(tokenHash: string): Promise<void> {
  await rows(
    `INSERT INTO newsletter_request (id, email, programme_id, lang, token_hash, requested_at, expires_at)
     VALUES (gen_random_uuid(), 'newsletter@prova.test', ${programme}, 'it', $1, '2026-03-24', '2026-04-30')
     ON CONFLICT DO NOTHING`,
    [tokenHash],
  );
  await rows(
    `INSERT INTO newsletter_subscription (id, email, programme_id, lang, requested_at, confirmed_at)
     VALUES ('${reader}', 'iscritta@prova.test', ${programme}, 'it', '2026-03-20', '2026-03-20') ON CONFLICT DO NOTHING`,
  );
  await rows(
    `INSERT INTO newsletter_issue (id, programme_id, title, markdown, html, renderer_version, state, send_at, created_at, submission_key)
     VALUES ('${scheduled}', ${programme}, 'Un numero che aspetta', 'Testo', '<p>Testo</p>', 1000, 'SCHEDULED', '2026-05-20',
       '2026-03-20', gen_random_uuid()) ON CONFLICT DO NOTHING`,
  );
}
