import type { Pathname } from "@/lib/platform/i18n/routing";
import type { Shown } from "@/tests/support/e2e-shown";

const slug = "camere-nuova-edizione";
const programme = `(select id from programme where slug = '${slug}')`;
const common = `(select id from document_space where programme_id = ${programme} and organisation_id is null and table_id is null)`;
const named = (name: string) =>
  `select id::text as value from document_folder where space_id = ${common} and name = '${name}'`;
const folder = named("Materiali degli incontri");
/** one of its documents is the template of a request */
const needed = named("Modelli da compilare");
const valfiorita = "select id::text as value from organisation where slug = 'valfiorita'";
const material = `select document.id::text as value from document join document_space on space_id = document_space.id
  where document_space.programme_id = ${programme} and kind = 'STUDY_MATERIAL' and removed_at is null
  order by document.title limit 1`;
/** A folder that nothing lies in. */
const bare = "0192a000-0000-7000-8000-00000000f01d";
const makeBare = `insert into document_folder (id, space_id, name)
  values ('${bare}', ${common}, 'Cartella ancora da riempire') on conflict do nothing`;

const inEdition = (page: Pathname, more: Partial<Shown> = {}): Shown => ({
  page,
  ...more,
  params: { slug, ...more.params },
});
const documents = "/area/programmes/[slug]/documents";

/** The spaces as who keeps their folders sees them. */
export const coordinatorDocuments: Shown[] = [
  inEdition(documents),
  inEdition(documents, { query: `folder=${folder}`, state: "folder" }),
  inEdition(documents, { query: `folder=${folder}`, state: "errors", press: "Sposta" }),
  inEdition(documents, { query: `folder=${bare}`, state: "empty folder", meanwhile: makeBare }),
  inEdition(documents, { query: "kind=INFORMATION", state: "filtered" }),
  inEdition(documents, { query: `kind=STUDY_MATERIAL&body=${valfiorita}`, state: "no match" }),
  inEdition(documents, { query: "body=all", state: "all spaces" }),
  inEdition(`${documents}/new`),
  inEdition(`${documents}/new`, { state: "errors", press: "Carica il documento" }),
  inEdition(`${documents}/[id]`, { params: { id: material } }),
  inEdition(`${documents}/folders/new`),
  inEdition(`${documents}/folders/new`, { state: "errors", press: "Crea la cartella" }),
  inEdition(`${documents}/folders/[id]`, { params: { id: folder } }),
  inEdition(`${documents}/folders/[id]`, {
    params: { id: needed },
    state: "errors",
    press: "Sposta la cartella nel cestino",
  }),
  inEdition(`${documents}/trash`),
];

/** The same as a body's people see them. */
export const staffDocuments: Shown[] = [
  inEdition(documents, { query: `body=${valfiorita}`, state: "staff" }),
  inEdition(`${documents}/trash`, { state: "empty" }),
];
