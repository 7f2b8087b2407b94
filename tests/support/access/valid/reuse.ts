import { createHash } from "node:crypto";
import { accounts } from "../accounts";
import { type Demo, everybodyElse, type Row, type Rows } from "./row";

/** An item of the running edition that is given out. */
export const anItem = `select i.id, i.version, i.title, i.abstract, i.document_id as document from reuse_item i
  where i.programme_id = $1 and i.state = 'PUBLISHED' order by i.published_at limit 1`;
type Named = "id" | "version" | "document";

const secret = "un segreto di prova per una dichiarazione";
const byCoordinator = (input: Row["input"]): Row => ({ right: "coordinatore", input });
const stamp = async (demo: Demo) => {
  const { id, version } = await demo.edition<Named>(anItem);
  return { id, version };
};

/** A declaration in a state, of that item. */
async function declaration(demo: Demo, state: string): Promise<{ id: string; version: string }> {
  const item = await demo.edition<Named>(anItem);
  return demo.row<"id" | "version">(
    `insert into reuse_declaration (id, item_id, organisation_name, contact_name, email, purpose, state, created_at, confirmed_at, decided_at)
     values (gen_random_uuid(), $1, gen_random_uuid()::text, 'Bice Corbezzoli', gen_random_uuid() || '@fuori.test', 'Lo usiamo',
       $2::reuse_declaration_state, now(), now(), case when $2 = 'SHOWN' then now() end) returning id, version`,
    [item.id, state],
  );
}

// An item has a public page, so that who may not touch it still knows of it; a declaration is in few hands.
export const reuse: Rows = {
  "reuse.release": byCoordinator(async (demo) => {
    const { id, version, document } = await demo.edition<Named>(anItem);
    const made = await demo.row<"id">(
      `insert into document_version (id, document_id, number, object_sha256, filename, mime_type, size)
       select gen_random_uuid(), document_id, number + 1, object_sha256, filename, mime_type, size
       from document_version where document_id = $1 order by number desc limit 1 returning id`,
      [document],
    );
    return { id, version, versionId: made.id, note: "" };
  }),
  "reuse.declare": {
    right: "nobody",
    also: accounts,
    input: async (demo) => ({
      item: (await demo.edition<Named>(anItem)).id,
      organisationName: "Unione regionale",
      contactName: "Bice Corbezzoli",
      email: "riuso@fuori.test",
      purpose: "Lo usiamo così.",
    }),
  },
  "reuse.answerDeclaration": {
    right: "nobody",
    also: accounts,
    input: async (demo) => {
      const { id } = await demo.edition<Named>(anItem);
      await demo.row(
        `insert into reuse_declaration (id, item_id, organisation_name, contact_name, email, purpose, token_hash, expires_at, created_at)
         values (gen_random_uuid(), $1, 'Unione', 'Bice Corbezzoli', 'conferma.riuso@fuori.test', 'x', $2, '2027-06-01', now())
         returning id`,
        [id, createHash("sha256").update(secret).digest("hex")],
      );
      return { token: secret, answer: "confirm" };
    },
  },
  "reuse.showDeclaration": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: (demo) => declaration(demo, "WAITING"),
  },
  "reuse.refuseDeclaration": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: async (demo) => ({ ...(await declaration(demo, "WAITING")), reason: "Non parla del materiale" }),
  },
  "reuse.reconsiderDeclaration": {
    right: "coordinatore",
    hiddenFrom: everybodyElse.members,
    input: (demo) => declaration(demo, "SHOWN"),
  },
  "reuse.withdraw": byCoordinator(async (demo) => ({ ...(await stamp(demo)), reason: "MISTAKE", note: "" })),
  "reuse.restore": byCoordinator(async (demo) =>
    demo.edition<"id" | "version">(
      "select id, version from reuse_item where programme_id = $1 and state = 'WITHDRAWN' limit 1",
    ),
  ),
};
