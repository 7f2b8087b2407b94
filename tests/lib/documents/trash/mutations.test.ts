import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { moveFolder } from "@/lib/documents/folders/mutations";
import { listDocumentHistory } from "@/lib/documents/history/queries";
import { changeDocument } from "@/lib/documents/mutations";
import { getDocument, listDocuments } from "@/lib/documents/queries";
import { removeDocument, removeFolder, restoreRemoval } from "@/lib/documents/trash/mutations";
import { listRemovals } from "@/lib/documents/trash/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { denied } from "@/tests/support/denied";
import {
  aDeliverable,
  aDocumentIn,
  aFolder,
  aWorkingGroup,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";

let group: WorkingGroup;
beforeEach(async () => {
  group = await aWorkingGroup();
});
const removal = async (actor: Actor = group.coordinator) =>
  (await listRemovals(actor, group.programme.id)).rows;
const titles = async () =>
  (await listDocuments(group.observer, group.programme.id)).rows.map(({ title }) => title).toSorted();
const restoreLast = async (actor: Actor = group.coordinator) =>
  restoreRemoval(actor, { id: (await removal(actor))[0]?.id ?? "" });
const kindsOf = async (subjectId: string) =>
  (await db.event.findMany({ where: { subjectId }, orderBy: { seq: "asc" }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );

describe("a document", () => {
  test("goes to the trash with who and when, and comes back into its folder", async () => {
    const folder = await aFolder(group, "Incontri");
    const id = await aDocumentIn(group, "Guida", { folder });
    await removeDocument(group.coordinator, { id, version: 1 });
    await expect(getDocument(group.coordinator, id)).rejects.toThrow(NotFoundError);
    await expect(removeDocument(group.coordinator, { id, version: 1 })).rejects.toThrow(NotFoundError);
    expect(await removal()).toMatchObject([
      {
        isFolder: false,
        name: "Guida",
        documents: 1,
        removedAt: moment,
        removedBy: { givenName: "Ada", familyName: "Ginestrelli" },
        keptUntil: new Date(moment.getTime() + 30 * 86_400_000),
        mayRestore: true,
      },
    ]);
    expect(await restoreLast()).toMatchObject({ folderId: folder });
    expect(await getDocument(group.coordinator, id)).toMatchObject({ folderId: folder });
    expect(await removal()).toEqual([]);
    expect(await kindsOf(id)).toEqual(["documents.added", "documents.removed", "documents.restored"]);
  });

  test("that was changed in the meantime is not removed", async () => {
    const id = await aDocumentIn(group, "Cambiato prima");
    const edited = { title: "Altro", note: "", kind: "EXCHANGE_MATERIAL", isPublic: false } as const;
    await changeDocument(group.coordinator, { id, version: 1, ...edited });
    await expect(removeDocument(group.coordinator, { id, version: 1 })).rejects.toMatchObject({
      code: "stale",
    });
    expect(await removal()).toEqual([]);
  });

  test("comes back to the top when its folder is gone", async () => {
    const folder = await aFolder(group, "Incontri");
    const id = await aDocumentIn(group, "Guida", { folder });
    await removeDocument(group.coordinator, { id, version: 1 });
    const [{ id: first = "" } = {}] = await removal();
    await removeFolder(group.coordinator, { id: folder, version: 1 });
    expect(await restoreRemoval(group.coordinator, { id: first })).toMatchObject({ folderId: null });
    expect(await getDocument(group.coordinator, id)).toMatchObject({ folderId: null });
    // The folder comes back without it.
    await restoreLast();
    expect(await getDocument(group.coordinator, id)).toMatchObject({ folderId: null });
  });

  test("stays where a request or the library needs it, and the refusal names both", async () => {
    const template = await aDocumentIn(group, "Modello");
    const required = await aDocumentIn(group, "Linee guida");
    const published = await aDocumentIn(group, "Kit");
    await aDeliverable(group, "Relazione", { templateDocumentId: template });
    await aDeliverable(group, "Piano", { materials: [required] });
    await db.reuseItem.create({
      data: {
        slug: published,
        programmeId: group.programme.id,
        documentId: published,
        title: "Kit di riuso",
        abstract: "x",
        subjects: ["training"],
        authors: ["x"],
        publishedAt: moment,
        modifiedAt: moment,
      },
    });
    const refusals = [
      [template, "documents.templateOfRequest", { title: "Modello", request: "Relazione" }],
      [required, "documents.requiredByRequest", { title: "Linee guida", request: "Piano" }],
      [published, "documents.inLibrary", { title: "Kit", item: "Kit di riuso" }],
    ] as const;
    for (const [id, code, params] of refusals)
      await expect(removeDocument(group.coordinator, { id, version: 1 })).rejects.toMatchObject({
        code,
        params,
      });
    const data = { removedAt: moment, removal: { create: aRemovalOf(await spaceOf(template)) } };
    for (const [id] of refusals) await expect(db.document.update({ where: { id }, data })).rejects.toThrow();
    expect(await removal()).toEqual([]);
  });
});

const spaceOf = async (id: string) => (await db.document.findUniqueOrThrow({ where: { id } })).spaceId;
const aRemovalOf = (spaceId: string) => ({ spaceId, removedAt: moment, keptUntil: moment });

describe("a folder", () => {
  test("goes with all that it holds as one act, and comes back as one", async () => {
    const outer = await aFolder(group, "Incontri");
    const inner = await aFolder(group, "Avvio", { parent: outer });
    const [a, b] = [
      await aDocumentIn(group, "A", { folder: outer }),
      await aDocumentIn(group, "B", { folder: inner, by: group.staff }),
    ];
    await aDocumentIn(group, "Fuori");
    expect(await removeFolder(group.coordinator, { id: outer, version: 1 })).toMatchObject({
      folderId: null,
    });
    expect(await titles()).toEqual(["Fuori"]);
    expect(await removal()).toMatchObject([{ isFolder: true, name: "Incontri", documents: 2 }]);
    expect(await restoreLast()).toMatchObject({ folderId: outer });
    expect(await titles()).toEqual(["A", "B", "Fuori"]);
    expect(await getDocument(group.coordinator, a)).toMatchObject({ folderId: outer });
    expect(await getDocument(group.coordinator, b)).toMatchObject({ folderId: inner });
    expect(await kindsOf(outer)).toEqual([
      "documents.folderAdded",
      "documents.folderRemoved",
      "documents.folderRestored",
    ]);
    const { data } = await db.event.findFirstOrThrow({
      where: { subjectId: outer, kind: "documents.folderRemoved" },
    });
    expect(data).toEqual({ documents: 2, folders: 2 });
    for (const id of [a, b]) {
      const history = await listDocumentHistory(group.coordinator, id);
      expect(history.map(({ verb }) => verb)).toEqual(["restored", "removed", "added"]);
    }
  });

  test("leaves in the trash what was removed before it", async () => {
    const outer = await aFolder(group, "Incontri");
    const inner = await aFolder(group, "Avvio", { parent: outer });
    const before = await aDocumentIn(group, "Prima", { folder: outer });
    await removeDocument(group.coordinator, { id: before, version: 1 });
    await removeFolder(group.coordinator, { id: inner, version: 1 });
    await removeFolder(group.coordinator, { id: outer, version: 1 });
    const rows = await removal();
    expect(rows.map(({ name, documents }) => [name, documents]).toSorted()).toEqual([
      ["Avvio", 0],
      ["Incontri", 0],
      ["Prima", 1],
    ]);
    // A folder whose own is gone comes back at the top.
    const avvio = rows.find(({ name }) => name === "Avvio")?.id ?? "";
    await restoreRemoval(group.coordinator, { id: avvio });
    expect(await db.documentFolder.findUnique({ where: { id: inner } })).toMatchObject({
      parentId: null,
      depth: 1,
      removalId: null,
    });
  });

  test("does not come back over another of its name", async () => {
    const old = await aFolder(group, "Verbali");
    await removeFolder(group.coordinator, { id: old, version: 1 });
    await aFolder(group, "verbali");
    await expect(restoreLast()).rejects.toMatchObject({
      code: "documents.folderNameTaken",
      params: { name: "Verbali" },
    });
    expect(await removal()).toHaveLength(1);
  });

  test("stays with what is needed elsewhere, whole", async () => {
    const folder = await aFolder(group, "Modelli");
    const template = await aDocumentIn(group, "Modello", { folder });
    await aDocumentIn(group, "Altro", { folder });
    await aDeliverable(group, "Relazione", { templateDocumentId: template });
    await expect(removeFolder(group.coordinator, { id: folder, version: 1 })).rejects.toMatchObject({
      code: "documents.templateOfRequest",
      params: { title: "Modello", request: "Relazione" },
    });
    expect(await titles()).toEqual(["Altro", "Modello"]);
  });

  test("that was moved in the meantime is not removed", async () => {
    const [folder, other] = [await aFolder(group, "Una"), await aFolder(group, "Altra")];
    await moveFolder(group.coordinator, { id: folder, version: 1, parent: other });
    await expect(removeFolder(group.coordinator, { id: folder, version: 1 })).rejects.toMatchObject({
      code: "stale",
    });
  });

  test("is not emptied past its documents, whoever writes", async () => {
    const folder = await aFolder(group, "Piena");
    const id = await aDocumentIn(group, "Dentro", { folder });
    const { id: removalId } = await db.documentRemoval.create({ data: aRemovalOf(await spaceOf(id)) });
    await expect(db.documentFolder.update({ where: { id: folder }, data: { removalId } })).rejects.toThrow();
    await db.documentRemoval.delete({ where: { id: removalId } });
  });

  test("of two that remove it at once one does", async () => {
    const folder = await aFolder(group, "Una");
    const done = await Promise.allSettled(
      [1, 2].map(() => removeFolder(group.coordinator, { id: folder, version: 1 })),
    );
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await removal()).toHaveLength(1);
    const id = (await removal())[0]?.id ?? "";
    const back = await Promise.allSettled([1, 2].map(() => restoreRemoval(group.coordinator, { id })));
    expect(back.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await kindsOf(folder)).toHaveLength(3);
  });
});

test("a request that begins to need a document while it is removed: one of the two is told", async () => {
  for (let round = 0; round < 4; round += 1) {
    const id = await aDocumentIn(group, `Modello ${round}`);
    const done = await Promise.allSettled([
      removeDocument(group.coordinator, { id, version: 1 }),
      aDeliverable(group, `Richiesta ${round}`, { templateDocumentId: id, materials: [id] }),
    ]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(done.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: expect.stringMatching(/^documents\.(templateNotFound|templateOfRequest)$/) },
    });
  }
});

describe("who may not", () => {
  let fixed: WorkingGroup;
  let common: string;
  let own: string;
  let folder: string;
  let ownFolder: string;
  let removed: { id: string; name: string }[];
  beforeAll(async () => {
    fixed = await aWorkingGroup();
    common = await aDocumentIn(fixed, "Comune");
    own = await aDocumentIn(fixed, "Del referente", { body: fixed.first.id, by: fixed.referent });
    folder = await aFolder(fixed, "Cartella");
    ownFolder = await aFolder(fixed, "Cartella propria", { body: fixed.first.id, by: fixed.staff });
    const id = await aDocumentIn(fixed, "Tolto", { by: fixed.staff });
    await removeDocument(fixed.coordinator, { id, version: 1 });
    await removeFolder(fixed.coordinator, { id: await aFolder(fixed, "Tolta"), version: 1 });
    const ofReferent = await aDocumentIn(fixed, "Tolto dal referente", {
      body: fixed.first.id,
      by: fixed.referent,
    });
    await removeDocument(fixed.referent, { id: ofReferent, version: 1 });
    const all = [fixed.coordinator, fixed.referent];
    removed = (await Promise.all(all.map((actor) => listRemovals(actor, fixed.programme.id)))).flatMap(
      ({ rows }) => rows,
    );
  });
  const the = (name: string) => ({ id: removed.find((one) => one.name === name)?.id ?? "" });
  denied("removeDocument", "to the staff", () => removeDocument(fixed.staff, { id: common, version: 1 }));
  denied("removeDocument", "to the coordinator in a body's space", () =>
    removeDocument(fixed.coordinator, { id: own, version: 1 }),
  );
  denied("removeDocument", "to a colleague who did not write it", () =>
    removeDocument(fixed.staff, { id: own, version: 1 }),
  );
  denied("removeFolder", "to the referent in the common space", () =>
    removeFolder(fixed.referent, { id: folder, version: 1 }),
  );
  denied("removeFolder", "to the coordinator in a body's space", () =>
    removeFolder(fixed.coordinator, { id: ownFolder, version: 1 }),
  );
  denied("removeFolder", "to people of another programme", () =>
    removeFolder(fixed.outsider, { id: folder, version: 1 }),
  );
  denied("restoreRemoval", "to the expert", () => restoreRemoval(fixed.expert, the("Tolto")));
  denied("restoreRemoval", "of a folder to the staff", () => restoreRemoval(fixed.staff, the("Tolta")));
  denied("restoreRemoval", "to people of another programme", () =>
    restoreRemoval(fixed.outsider, the("Tolto")),
  );
  denied("restoreRemoval", "to a colleague who did not write it", () =>
    restoreRemoval(fixed.staff, the("Tolto dal referente")),
  );
  test("its author restores what the coordinator removed", async () => {
    expect(await restoreRemoval(fixed.staff, the("Tolto"))).toMatchObject({ slug: fixed.programme.slug });
  });
});
