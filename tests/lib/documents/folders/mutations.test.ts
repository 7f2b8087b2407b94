import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addFolder, moveFolder, renameFolder } from "@/lib/documents/folders/mutations";
import { findPlace, getFolder, listFolderPath, listPlaces } from "@/lib/documents/folders/queries";
import { addDocument } from "@/lib/documents/mutations";
import { listDocuments } from "@/lib/documents/queries";
import { removeFolder } from "@/lib/documents/trash/mutations";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { denied } from "@/tests/support/denied";
import {
  aDocumentIn,
  aFile,
  aFolder,
  aWorkingGroup,
  type WorkingGroup,
} from "@/tests/support/document-factories";

let group: WorkingGroup;
beforeEach(async () => {
  group = await aWorkingGroup();
});
const kindsOf = async (subjectId: string) =>
  (await db.event.findMany({ where: { subjectId }, orderBy: { seq: "asc" }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );
const move = (id: string, parent: string | undefined, version = 1) =>
  moveFolder(group.coordinator, { id, version, parent });

describe("a folder", () => {
  test("is made, renamed and moved, each with its event", async () => {
    const meetings = await aFolder(group, "Incontri");
    const slides = await aFolder(group, "Slide");
    await renameFolder(group.coordinator, { id: slides, version: 1, name: "Presentazioni" });
    await move(slides, meetings, 2);
    const place = await findPlace(group.observer, group.programme.id, { folder: slides });
    expect(place?.path.map(({ name }) => name)).toEqual(["Incontri", "Presentazioni"]);
    expect(place?.mayManage).toBe(false);
    expect(await kindsOf(slides)).toEqual([
      "documents.folderAdded",
      "documents.folderRenamed",
      "documents.folderMoved",
    ]);
    await expect(move(slides, undefined, 2)).rejects.toMatchObject({ code: "stale" });
    await expect(
      renameFolder(group.coordinator, { id: slides, version: 2, name: "Vecchia" }),
    ).rejects.toMatchObject({ code: "stale" });
    await move(slides, undefined, 3);
    expect(await db.documentFolder.findUnique({ where: { id: slides } })).toMatchObject({
      parentId: null,
      depth: 1,
    });
  });

  test("has a name of its own in its place, whatever the capitals, accents included", async () => {
    const id = await aFolder(group, "Attività");
    await expect(aFolder(group, "ATTIVITÀ")).rejects.toMatchObject({
      code: "documents.folderNameTaken",
      params: { name: "ATTIVITÀ" },
      field: "name",
    });
    const inside = await aFolder(group, "attività", { parent: id });
    await aFolder(group, "Attività", { body: group.first.id, by: group.staff });
    await expect(move(inside, undefined)).rejects.toMatchObject({
      code: "documents.folderNameTaken",
      field: "parent",
    });
    const other = await aFolder(group, "Altra");
    await expect(
      renameFolder(group.coordinator, { id: other, version: 1, name: "attività" }),
    ).rejects.toMatchObject({ code: "documents.folderNameTaken" });
  });

  test("is one of two that are made with one name at once", async () => {
    const made = await Promise.allSettled(
      ["Verbali", "verbali", "VERBALI"].map((name) => aFolder(group, name)),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of made.filter(({ status }) => status === "rejected"))
      expect((one as PromiseRejectedResult).reason).toMatchObject({ code: "documents.folderNameTaken" });
  });

  test("does not lie in itself, however deep", async () => {
    const outer = await aFolder(group, "Fuori");
    const inner = await aFolder(group, "Dentro", { parent: outer });
    for (const parent of [outer, inner])
      await expect(move(outer, parent)).rejects.toMatchObject({
        code: "documents.folderIntoItself",
        field: "parent",
      });
  });

  test("of two that are moved into each other at once one is", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await aFolder(group, `Uno ${round}`), await aFolder(group, `Altro ${round}`)];
      const moved = await Promise.allSettled([move(one, other), move(other, one)]);
      expect(moved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(moved.find(({ status }) => status === "rejected")).toMatchObject({
        reason: { code: "documents.folderIntoItself" },
      });
    }
  });

  test("lies eight deep at most, with what goes along", async () => {
    let parent: string | undefined;
    const path: string[] = [];
    for (let depth = 1; depth <= 8; depth += 1) {
      parent = await aFolder(group, `Livello ${depth}`, { parent });
      path.push(parent);
    }
    const tooDeep = { code: "documents.foldersTooDeep", params: { most: 8 }, field: "parent" };
    await expect(aFolder(group, "Livello 9", { parent })).rejects.toMatchObject(tooDeep);
    const other = await aFolder(group, "Altrove");
    await expect(move(path[0] ?? "", other)).rejects.toMatchObject(tooDeep);
    // From the second on they are seven, and go below one other.
    await move(path[1] ?? "", other);
    expect(await db.documentFolder.findUnique({ where: { id: parent } })).toMatchObject({ depth: 8 });
  });

  test("is not put into one of another space, or into one in the trash", async () => {
    const common = await aFolder(group, "Comune");
    const own = await aFolder(group, "Propria", { body: group.first.id, by: group.staff });
    await expect(move(common, own)).rejects.toMatchObject({ code: "documents.folderGone", field: "parent" });
    await expect(aFolder(group, "x", { parent: own })).rejects.toMatchObject({
      code: "documents.folderGone",
    });
    const gone = await aFolder(group, "Tolta");
    await removeFolder(group.coordinator, { id: gone, version: 1 });
    await expect(move(common, gone)).rejects.toMatchObject({ code: "documents.folderGone" });
    await expect(findPlace(group.coordinator, group.programme.id, { folder: gone })).rejects.toThrow(
      NotFoundError,
    );
  });
});

describe("what the database holds by itself", () => {
  test("no circle, no more than eight levels, one name in one place, no place in another space", async () => {
    const outer = await aFolder(group, "Fuori");
    const inner = await aFolder(group, "Dentro", { parent: outer });
    const own = await aFolder(group, "Propria", { body: group.first.id, by: group.staff });
    const set = (id: string, data: object) => db.documentFolder.update({ where: { id }, data });
    await expect(set(outer, { parentId: inner, parentDepth: 2 })).rejects.toThrow();
    await expect(set(outer, { parentId: outer, parentDepth: 1 })).rejects.toThrow();
    await expect(set(outer, { parentDepth: 7 })).rejects.toThrow();
    await expect(set(inner, { parentId: own, parentDepth: 1 })).rejects.toThrow();
    await expect(set(inner, { parentDepth: 3 })).rejects.toThrow();
    const { spaceId } = await db.documentFolder.findUniqueOrThrow({ where: { id: outer } });
    await expect(db.documentFolder.create({ data: { spaceId, name: "FUORI" } })).rejects.toThrow();
    await expect(db.documentFolder.create({ data: { spaceId, name: " spazi " } })).rejects.toThrow();
    const document = await aDocumentIn(group, "Guida");
    await expect(db.document.update({ where: { id: document }, data: { folderId: own } })).rejects.toThrow();
    await expect(
      db.document.update({ where: { id: document }, data: { folderId: outer, kind: "DELIVERABLE" } }),
    ).rejects.toThrow();
  });
});

describe("a document", () => {
  test("is put into a folder when it is added, and listed there alone", async () => {
    const folder = await aFolder(group, "Incontri");
    const inside = await aDocumentIn(group, "Dentro", { folder });
    const outside = await aDocumentIn(group, "Fuori");
    const { space } = (await findPlace(group.staff, group.programme.id, {})) ?? {};
    const listed = async (folderId?: string | null) =>
      (
        await listDocuments(group.staff, group.programme.id, {
          place: { spaceId: space?.id ?? "", folderId },
        })
      ).rows;
    expect((await listed(folder)).map(({ id }) => id)).toEqual([inside]);
    expect((await listed(null)).map(({ id }) => id)).toEqual([outside]);
    expect((await listed()).map(({ folder: of }) => of?.name ?? null)).toEqual([null, "Incontri"]);
    expect(await listFolderPath(group.staff, folder)).toMatchObject([{ name: "Incontri" }]);
    expect(await listFolderPath(group.staff, null)).toEqual([]);
  });

  test("is not put into a folder that is gone, or of another space", async () => {
    const own = await aFolder(group, "Propria", { body: group.first.id, by: group.staff });
    const gone = await aFolder(group, "Tolta");
    await removeFolder(group.coordinator, { id: gone, version: 1 });
    const input = {
      programme: group.programme.slug,
      kind: "EXCHANGE_MATERIAL",
      title: "x",
      note: "",
    } as const;
    for (const folder of [own, gone])
      await expect(addDocument(group.coordinator, { ...input, folder }, aFile())).rejects.toMatchObject({
        code: "documents.folderGone",
        field: "folder",
      });
  });
});

describe("who reads", () => {
  test("the places of a programme are those of spaces that may be opened", async () => {
    await aFolder(group, "Comune");
    await aFolder(group, "Propria", { body: group.first.id, by: group.staff });
    const bodies = [group.first, group.second].map((organisation) => ({ organisation, table: null }));
    const seen = async (actor: WorkingGroup["staff"]) =>
      (await listPlaces(actor, group.programme.id, bodies)).flatMap(({ folders }) =>
        folders.map(({ path }) => path),
      );
    expect(await seen(group.staff)).toEqual(["Comune", "Propria"]);
    expect(await seen(group.otherReferent)).toEqual(["Comune"]);
    expect(await seen(group.outsider)).toEqual([]);
  });

  test("a place or folder of a closed space is not there", async () => {
    const own = await aFolder(group, "Propria", { body: group.first.id, by: group.staff });
    await aFolder(group, "Altra propria", { parent: own, body: group.first.id, by: group.staff });
    expect((await getFolder(group.staff, own)).holds).toEqual({ documents: 0, folders: 1 });
    for (const actor of [group.otherReferent, group.outsider]) {
      await expect(getFolder(actor, own)).rejects.toThrow(NotFoundError);
      await expect(findPlace(actor, group.programme.id, { folder: own })).rejects.toThrow(NotFoundError);
      expect(await findPlace(actor, group.programme.id, { body: group.first.id })).toBeNull();
    }
    const { id } = (await findPlace(group.staff, group.programme.id, { body: group.first.id }))?.space ?? {};
    await expect(
      listDocuments(group.otherReferent, group.programme.id, { place: { spaceId: id ?? "" } }),
    ).rejects.toThrow(NotFoundError);
  });
});

describe("who may not", () => {
  let common: string;
  let own: string;
  let fixed: WorkingGroup;
  beforeAll(async () => {
    fixed = await aWorkingGroup();
    common = await aFolder(fixed, "Comune");
    own = await aFolder(fixed, "Propria", { body: fixed.first.id, by: fixed.staff });
  });
  const inCommon = () => ({ programme: fixed.programme.slug, name: "Nuova" });
  const inOwn = () => ({ ...inCommon(), body: fixed.first.id });
  denied("addFolder", "to the observer", () => addFolder(fixed.observer, inCommon()));
  denied("addFolder", "to people of another programme", () => addFolder(fixed.outsider, inCommon()));
  denied("addFolder", "to another body's people", () => addFolder(fixed.otherReferent, inOwn()));
  denied("addFolder", "to the coordinator in a body's space", () => addFolder(fixed.coordinator, inOwn()));
  denied("renameFolder", "to staff in the common space", () =>
    renameFolder(fixed.staff, { id: common, version: 1, name: "x" }),
  );
  denied("renameFolder", "to the coordinator in a body's space", () =>
    renameFolder(fixed.coordinator, { id: own, version: 1, name: "x" }),
  );
  denied("renameFolder", "to people of another programme", () =>
    renameFolder(fixed.outsider, { id: common, version: 1, name: "x" }),
  );
  denied("moveFolder", "to the expert", () =>
    moveFolder(fixed.expert, { id: common, version: 1, parent: undefined }),
  );
  denied("moveFolder", "to another body's people", () =>
    moveFolder(fixed.otherReferent, { id: own, version: 1, parent: undefined }),
  );
});
