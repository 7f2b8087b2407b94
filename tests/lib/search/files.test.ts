import { beforeAll, describe, expect, test } from "vitest";
import { addVersionRow, ensureSpace } from "@/lib/documents/commands";
import { withdrawSubmission } from "@/lib/documents/deliverables/mutations";
import { removeDocument } from "@/lib/documents/trash/mutations";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { mostFiles } from "@/lib/search/files/queries";
import { search } from "@/lib/search/queries";
import { searchSchema } from "@/lib/search/schema";
import { aDeliverable, aWorkingGroup, reload, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aTextDocument, aTextDraft, aTextVersion, readAll, stored } from "@/tests/support/text-factories";

let group: WorkingGroup;
const visitor = visitorActor(moment);

beforeAll(async () => {
  group = await aWorkingGroup();
});

/** Documents that somebody finds by words. */
async function found(actor: Actor, q: string) {
  const { rows, counts } = await search(actor, searchSchema.parse({ q, kind: "document" }));
  expect(counts.document).toBe(rows.length);
  return rows;
}
const ids = async (actor: Actor, q: string) => (await found(actor, q)).map(({ id }) => id);
const everybody = () => [
  group.coordinator,
  group.expert,
  group.observer,
  group.referent,
  group.staff,
  group.otherReferent,
  group.administrator,
  group.outsider,
  visitor,
];
/** Who of all finds something by a word. */
async function finders(q: string): Promise<Actor[]> {
  const all = await Promise.all(everybody().map(async (who) => ({ who, rows: await found(who, q) })));
  return all.filter(({ rows }) => rows.length > 0).map(({ who }) => who);
}

describe("a document is found by the text of its file", () => {
  test("by stem and without accents, with the words marked where they stand", async () => {
    const filler = "Frase che non c’entra. ".repeat(2_000);
    const id = await aTextDocument(group, `${filler}Le città virtuosissime crescono.${filler}`);
    const [row, ...others] = await found(group.staff, "citta virtuosissima");
    expect(others).toEqual([]);
    expect(row).toMatchObject({ id, file: "nota.txt" });
    expect(row?.excerpt.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual([
      "città",
      "virtuosissime",
    ]);
  });

  test("by words that stand far from each other", async () => {
    const id = await aTextDocument(group, `Alfazulu ${"una frase ".repeat(3_000)} omegazulu`);
    const [row] = await found(group.staff, "alfazulu omegazulu");
    expect(row?.id).toBe(id);
    expect(row?.excerpt.some(({ isMarked }) => isMarked)).toBe(true);
  });

  test("by a phrase, where its words stand in that order, and without what is excluded", async () => {
    const id = await aTextDocument(group, "Il gatto frasaccio insegue il topo ordinaccio.");
    expect(await ids(group.staff, '"gatto frasaccio"')).toEqual([id]);
    expect(await ids(group.staff, '"frasaccio gatto"')).toEqual([]);
    expect(await ids(group.staff, "frasaccio -topo")).toEqual([]);
    expect(await ids(group.staff, 'frasaccio -"topo insegue"')).toEqual([id]);
  });

  test("after one that is called so", async () => {
    const byFile = await aTextDocument(group, "Qui si parla di precedenzaria.");
    const byTitle = await aTextDocument(group, "Altro testo.", "Precedenzaria");
    expect(await ids(group.staff, "precedenzaria")).toEqual([byTitle, byFile]);
  });

  test("and in no other programme", async () => {
    const id = await aTextDocument(group, "Parola unicalocale.");
    const other = searchSchema.parse({ q: "unicalocale", programme: group.programme.slug });
    expect((await search(group.staff, other)).rows.map((row) => row.id)).toEqual([id]);
    const outside = await aWorkingGroup();
    expect(await ids(outside.coordinator, "unicalocale")).toEqual([]);
  });
});

describe("what is found of a file is what may be read of it:", () => {
  test("a material of the group by its members, a public one by everybody", async () => {
    const id = await aTextDocument(group, "Contiene materialazzo.");
    const members = everybody().slice(0, 6);
    expect(await finders("materialazzo")).toEqual(members);
    await db.document.update({ where: { id }, data: { isPublic: true } });
    expect(await finders("materialazzo")).toEqual(everybody());
  });

  test("the newest version alone", async () => {
    const id = await aTextDocument(group, "Parola superata erroraccio.");
    await aTextVersion(group, id, 2, "Parola giusta corretta-ora.");
    expect(await finders("erroraccio")).toEqual([]);
    expect(await ids(group.staff, "giusta corretta")).toEqual([id]);
  });

  test("never a draft of a deliverable but by its body; once sent, by those who read all; never after a withdrawal", async () => {
    const deliverable = await aDeliverable(group, "Riservata");
    await aTextDraft(deliverable.id, group.referent, "Prima stesura bozzettistica.");
    expect(await finders("bozzettistica")).toEqual([group.referent, group.staff]);
    await aTextDraft(deliverable.id, group.referent, "Seconda stesura spedizionata.", { isSent: true });
    expect(await finders("bozzettistica")).toEqual([]);
    const readers = [group.coordinator, group.expert, group.observer, group.referent, group.staff];
    expect(await finders("spedizionata")).toEqual(readers);
    const { version } = await reload({ id: deliverable.id });
    await withdrawSubmission(group.referent, { id: deliverable.id, version });
    expect(await finders("spedizionata")).toEqual([group.referent, group.staff]);
    await aTextDraft(deliverable.id, group.referent, "Terza stesura ritoccata.");
    expect(await finders("spedizionata")).toEqual([]);
    expect(await finders("ritoccata")).toEqual([group.referent, group.staff]);
  });

  test("a draft beside what was sent is not shown by the title that both have", async () => {
    const deliverable = await aDeliverable(group, "Titolarissimo");
    await aTextDraft(deliverable.id, group.referent, "Inviata con titolarissimo dentro.", { isSent: true });
    const { documentId, version } = await reload({ id: deliverable.id });
    await db.document.update({ where: { id: documentId ?? "" }, data: { title: "Titolarissimo" } });
    await withdrawSubmission(group.referent, { id: deliverable.id, version });
    await aTextDraft(deliverable.id, group.referent, "Versione inviata di nuovo.", { isSent: true });
    // Sent once more, and a draft in preparation that names it too.
    const sent = await reload({ id: deliverable.id });
    const draft = await stored(Buffer.from("titolarissimo segretissimo in bozza"));
    await inTransaction((tx) =>
      addVersionRow(tx, group.referent, {
        documentId: sent.documentId ?? "",
        number: 3,
        note: "",
        onBehalfOfId: group.first.id,
        file: draft,
      }),
    );
    await readAll();
    const [row] = await found(group.expert, "titolarissimo");
    expect(row?.id).toBe(documentId);
    expect(JSON.stringify(row)).not.toMatch(/segretissimo|bozza|dentro/);
    expect(await finders("segretissimo")).toEqual([group.referent, group.staff]);
  });

  test("nothing that was taken out or is withheld", async () => {
    const removed = await aTextDocument(group, "Parola rimossaccia.");
    await removeDocument(group.coordinator, { id: removed, version: 1 });
    expect(await finders("rimossaccia")).toEqual([]);
    const withheld = await aTextDocument(group, "Parola trattenutaccia.");
    await db.storedObject.updateMany({
      where: { versions: { some: { documentId: withheld } } },
      data: { scan: "INFECTED", threat: "x" },
    });
    expect(await finders("trattenutaccia")).toEqual([]);
    const [byTitle] = await db.document.updateManyAndReturn({
      where: { id: withheld },
      data: { title: "Intitolatissima" },
      select: { id: true },
    });
    const [row] = await found(group.staff, "intitolatissima");
    expect([row?.id, row?.file]).toEqual([byTitle?.id, undefined]);
  });

  test("what one body has in its own space, by it and by those who read all bodies", async () => {
    const id = await aTextDocument(group, "Parola spazialissima.");
    const { programme, first } = group;
    const spaceId = await inTransaction((tx) =>
      ensureSpace(tx, group.referent, { programmeId: programme.id, organisationId: first.id, tableId: null }),
    );
    await db.document.update({ where: { id }, data: { spaceId } });
    const readers = [group.coordinator, group.expert, group.observer, group.referent, group.staff];
    expect(await finders("spazialissima")).toEqual(readers);
  });
});

describe("a word that stands in more files than are looked at", () => {
  /** So many other files that hold the word, of no document. */
  const crowd = (word: string) => db.$executeRaw`
    with made as (
      insert into stored_object (sha256, size)
      select encode(sha256(convert_to(${word} || n, 'utf8')), 'hex'), 1 from generate_series(0, ${mostFiles}) as n
      returning sha256)
    insert into file_text (sha256, state, search)
    select sha256, 'DONE', to_tsvector('pg_catalog.italian', ${word}) from made`;

  test("is looked for in the newest documents within reach, by the same rights", async () => {
    const mine = await aTextDocument(group, "Contiene affollatissimo e altro.");
    const outside = await aWorkingGroup();
    const theirs = await aTextDocument(outside, "Anche qui: altro affollatissimo.");
    await crowd("affollatissimo");
    expect(await ids(group.staff, "affollatissimo")).toEqual([mine]);
    expect(await ids(group.staff, '"affollatissimo e altro"')).toEqual([mine]);
    expect(await ids(group.staff, '"altro affollatissimo"')).toEqual([]);
    expect(await ids(outside.coordinator, "affollatissimo")).toEqual([theirs]);
    expect(await ids(visitor, "affollatissimo")).toEqual([]);
  });

  test("in the newest version alone, and not said to be cut where all within reach were looked at", async () => {
    const id = await aTextDocument(group, "Parola ovunquista.");
    await crowd("ovunquista");
    const { isCut, rows } = await search(group.staff, searchSchema.parse({ q: "ovunquista" }));
    expect({ isCut, found: rows.map((row) => row.id) }).toEqual({ isCut: false, found: [id] });
    await aTextVersion(group, id, 2, "Parola tolta.");
    expect(await finders("ovunquista")).toEqual([]);
  });
});
