import type { Pathname } from "@/lib/platform/i18n/routing";
import { rows } from "@/tests/support/e2e-database";
import type { Shown } from "@/tests/support/e2e-shown";

const slug = "camere-nuova-edizione";
const programme = `(select id from programme where slug = '${slug}')`;
const item = (where: string) =>
  `select reuse_item.id::text as value from reuse_item where programme_id = ${programme} and ${where}
   order by length(reuse_item::text) desc limit 1`;
const published = item("state = 'PUBLISHED'");
const withdrawn = item("state = 'WITHDRAWN'");
const addressOf = (id: string) => `select slug as value from reuse_item where id::text in (${id})`;
const unpublished = `select document.id::text as value from document left join reuse_item on document_id = document.id
  where document.programme_id = ${programme} and kind = 'STUDY_MATERIAL' and reuse_item.id is null
  order by document.title limit 1`;

const inEdition = (page: Pathname, more: Partial<Shown> = {}): Shown => ({
  page,
  ...more,
  params: { slug, ...more.params },
});
const area = "/area/programmes/[slug]/reuse";

/** The library as everybody sees it. */
export const openLibrary: Shown[] = [
  { page: "/reuse" },
  { page: "/reuse", query: "subject=remote-work&licence=CC0-1.0", state: "filtered" },
  { page: "/reuse", query: "q=niente-di-simile", state: "empty" },
  { page: "/reuse/[slug]", params: { slug: "kit-di-riuso-del-progetto-vela" }, state: "cover" },
  { page: "/reuse/[slug]", params: { slug: addressOf(published) } },
  { page: "/reuse/[slug]", params: { slug: addressOf(withdrawn) }, state: "withdrawn" },
  { page: "/reuse/[slug]/declare", params: { slug: addressOf(published) } },
  {
    page: "/reuse/[slug]/declare",
    params: { slug: addressOf(published) },
    state: "errors",
    press: "Invia la dichiarazione",
  },
  { page: "/declaration/[token]", params: { token: "parola-di-prova" } },
  { page: "/declaration/[token]", params: { token: "inventato" }, state: "unknown" },
];

/** The coordinator's side of it. */
export const coordinatorLibrary: Shown[] = [
  inEdition(area),
  inEdition(`${area}/declarations`),
  inEdition(`${area}/declarations`, { query: "state=WITHDRAWN", state: "empty" }),
  inEdition(`${area}/new/[id]`, { params: { id: unpublished } }),
  inEdition(`${area}/new/[id]`, { params: { id: unpublished }, state: "errors", press: "Pubblica" }),
  inEdition(`${area}/[id]`, { params: { id: published } }),
  inEdition(`${area}/[id]`, { params: { id: withdrawn }, state: "withdrawn" }),
  inEdition(`${area}/[id]/withdraw`, { params: { id: published } }),
  inEdition(`${area}/[id]/withdraw`, { params: { id: published }, state: "errors", press: "Ritira" }),
];

/** A declaration whose link has a known secret. */
export async function prepareLibraryPages(tokenHash: string): Promise<void> {
  await rows(
    `INSERT INTO reuse_declaration (id, item_id, organisation_name, contact_name, email, purpose, token_hash, expires_at, created_at)
     SELECT gen_random_uuid(), id, 'Unione di prova', 'Una persona', 'riuso@prova.test', 'Lo usiamo.', $1, '2026-04-30', now()
     FROM reuse_item WHERE slug = 'kit-di-riuso-del-progetto-vela' ON CONFLICT DO NOTHING`,
    [tokenHash],
  );
}
