import { beforeAll, describe, expect, test } from "vitest";
import { browseDocuments } from "@/lib/documents/browsing/queries";
import { addFolder } from "@/lib/documents/folders/mutations";
import { getFolder } from "@/lib/documents/folders/queries";
import { moveDocuments } from "@/lib/documents/moving/mutations";
import { addDocument } from "@/lib/documents/mutations";
import { addableKinds, canChangeDocument, canManageFolders } from "@/lib/documents/policy";
import { getDocument, listDocuments, listTemplates } from "@/lib/documents/queries";
import { getReaders } from "@/lib/documents/reading/queries";
import { documentPlaceSchema } from "@/lib/documents/schema";
import { removeDocument } from "@/lib/documents/trash/mutations";
import { listRemovals } from "@/lib/documents/trash/queries";
import { type Actor, personActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { expectRefusal } from "@/tests/support/denied";
import { aFile, aMaterial, aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aTable, seated } from "@/tests/support/table-factories";

let group: WorkingGroup;
let tableId: string;
let other: string;
/** everybody, those of the table with their places */
let actors: [string, Actor][];
const leader = () => actors.find(([name]) => name === "leader")?.[1] as Actor;
const delegate = () => actors.find(([name]) => name === "delegate")?.[1] as Actor;

beforeAll(async () => {
  group = await aWorkingGroup();
  tableId = await aTable(group);
  other = await aTable(group, { title: "Altro" });
  actors = [
    ["coordinator", group.coordinator],
    ["expert", group.expert],
    ["observer", group.observer],
    [
      "leader",
      await seated(group, group.referent, { tableId, organisationId: group.first.id, isCoordinator: true }),
    ],
    ["delegate", await seated(group, group.staff, { tableId, organisationId: group.first.id })],
    [
      "atOtherTable",
      await seated(group, group.otherReferent, { tableId: other, organisationId: group.second.id }),
    ],
    ["administrator", group.administrator],
    ["outsider", group.outsider],
    ["visitor", visitorActor(moment)],
  ];
});

const add = (
  actor: Actor,
  kind: "EXCHANGE_MATERIAL" | "INFORMATION" = "EXCHANGE_MATERIAL",
  table = tableId,
) =>
  addDocument(
    actor,
    { programme: group.programme.slug, table, kind, title: "Bozza del tavolo", note: "" },
    aFile(),
  );
const allowed = (can: (actor: Actor) => boolean) =>
  actors.filter(([, actor]) => can(actor)).map(([name]) => name);
async function seers(see: (actor: Actor) => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, actor] of actors)
    if (
      await see(actor).then(
        () => true,
        (error: unknown) => {
          if (error instanceof NotFoundError) return false;
          throw error;
        },
      )
    )
      names.push(name);
  return names;
}
const space = () => ({ programmeId: group.programme.id, organisationId: null, tableId });
const circle = ["coordinator", "expert", "observer", "leader", "delegate"];

describe("the space of a table", () => {
  test("is read by who sits there and by those who read all bodies", async () => {
    const { id } = await add(delegate());
    expect(await seers((actor) => getDocument(actor, id))).toEqual(circle);
    const listing = await Promise.all(
      actors.map(async ([name, actor]) => {
        const { rows } = await listDocuments(actor, group.programme.id, { space: space() });
        return rows.some((row) => row.id === id) ? [name] : [];
      }),
    );
    expect(listing.flat()).toEqual(circle);
  });

  test("takes every kind from who leads, exchange material from delegates", () => {
    const kinds = (actor: Actor) => addableKinds(actor, space());
    const all = ["STUDY_MATERIAL", "EXCHANGE_MATERIAL", "INFORMATION"];
    expect(
      actors.filter(([, actor]) => kinds(actor).length > 0).map(([name, actor]) => [name, kinds(actor)]),
    ).toEqual([
      ["coordinator", all],
      ["expert", all],
      ["leader", all],
      ["delegate", ["EXCHANGE_MATERIAL"]],
    ]);
  });

  test("is kept in order by its leader and the coordinator; authors change what is theirs", async () => {
    expect(allowed((actor) => canManageFolders(actor, space()))).toEqual(["coordinator", "leader"]);
    const createdById = delegate().personId;
    const document = { kind: "EXCHANGE_MATERIAL" as const, createdById, space: space() };
    expect(allowed((actor) => canChangeDocument(actor, document))).toEqual([
      "coordinator",
      "leader",
      "delegate",
    ]);
  });

  test("has folders of its own", async () => {
    const input = { programme: group.programme.slug, table: tableId, name: "Verbali" };
    const { id } = await addFolder(leader(), input);
    expect(await seers((actor) => getFolder(actor, id))).toEqual(circle);
    await expectRefusal(() => addFolder(group.otherReferent, { ...input, name: "Altra" }));
  });

  test("is no space of another programme", async () => {
    const elsewhere = await aWorkingGroup();
    const far = await aTable(elsewhere);
    for (const table of [far, group.programme.id])
      await expectRefusal(() => add(group.coordinator, "INFORMATION", table));
    await expectRefusal(() => add(elsewhere.coordinator));
  });

  test("is closed to who works for the body no more", async () => {
    const { id } = await add(delegate());
    const { personId, seats } = delegate();
    expect(seats).toHaveLength(1);
    const left = personActor({ personId: personId ?? "", assignments: [], seats }, moment);
    await expect(getDocument(left, id)).rejects.toThrow(NotFoundError);
  });

  test("is a place of its own among those that one opens, and in the address", async () => {
    const place = documentPlaceSchema.parse({ space: `table:${tableId}` });
    expect(place).toEqual({ table: tableId });
    const view = await browseDocuments(delegate(), group.programme.id, place, undefined);
    expect(view).toMatchObject({
      words: { table: tableId },
      circle: { table: { id: tableId, title: "Spazi" } },
      mayAdd: true,
    });
    expect(view.documents.rows.length).toBeGreaterThan(0);
    expect(view.circles.map(({ table }) => table?.id ?? null)).toEqual([null, tableId]);
    const closed = await browseDocuments(group.otherReferent, group.programme.id, place, undefined);
    expect([closed.documents.rows, closed.mayAdd, closed.circle]).toEqual([[], false, null]);
  });
});

describe("what lies in it", () => {
  test("is no material of the whole programme: no template, not in the common space's list", async () => {
    const { id } = await add(leader(), "INFORMATION");
    const templates = await listTemplates(group.coordinator, group.programme.id);
    expect(templates.map((one) => one.id)).not.toContain(id);
    const common = await browseDocuments(group.coordinator, group.programme.id, {}, undefined);
    expect(common.documents.rows.map((row) => row.id)).not.toContain(id);
  });

  test("comes from the common space and goes back, by who may add in both", async () => {
    const { id } = await aMaterial(group, "Linee per il tavolo");
    const to = { kind: "top", table: tableId } as const;
    const documents = [{ id, version: 1 }];
    await expectRefusal(() => moveDocuments(group.otherReferent, { documents, to }));
    expect(await moveDocuments(group.coordinator, { documents, to })).toMatchObject({ tableId });
    expect(await seers((actor) => getDocument(actor, id))).toEqual(circle);
    await moveDocuments(group.coordinator, { documents: [{ id, version: 2 }], to: { kind: "top" } });
    expect(await seers((actor) => getDocument(actor, id))).toContain("atOtherTable");
  });

  test("is read by delegates, and the coordinator sees by whom", async () => {
    const { id } = await add(delegate());
    const { rows } = await getReaders(group.coordinator, id);
    expect(rows.map(({ key }) => key).sort()).toEqual(
      [group.referent, group.staff].map(({ personId }) => `${group.first.id} ${personId}`).sort(),
    );
  });

  test("is seen in the trash by who leads the table and who runs the programme, by others their own", async () => {
    const { id } = await add(delegate());
    await removeDocument(leader(), { id, version: 1 });
    const { id: removalId } = await db.documentRemoval.findFirstOrThrow({
      where: { documents: { some: { id } } },
    });
    const seen = await Promise.all(
      actors.map(async ([name, actor]) => {
        const { rows } = await listRemovals(actor, group.programme.id);
        return rows.some((row) => row.id === removalId) ? [name] : [];
      }),
    );
    expect(seen.flat()).toEqual(["coordinator", "leader", "delegate"]);
  });
});
