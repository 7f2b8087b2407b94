import { beforeEach, describe, expect, test } from "vitest";
import { addVersion } from "@/lib/documents/mutations";
import { purgeTrash } from "@/lib/documents/trash/jobs";
import { removeDocument, removeFolder, restoreRemoval } from "@/lib/documents/trash/mutations";
import { listRemovals } from "@/lib/documents/trash/queries";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { later } from "@/tests/support/actors";
import {
  aDocumentIn,
  aFile,
  aFolder,
  aWorkingGroup,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";

const day = 86_400_000;
const daysOn = (days: number) => new Date(moment.getTime() + days * day);
const purge = (days: number) => purgeTrash(systemActor("purge-trash", daysOn(days)));

let group: WorkingGroup;
beforeEach(async () => {
  await db.documentRemoval.updateMany({ data: { keptUntil: daysOn(9_000) } });
  group = await aWorkingGroup();
});
const used = async () =>
  (
    await db.documentSpace.findFirstOrThrow({
      where: { programmeId: group.programme.id, organisationId: null },
    })
  ).usedBytes;
const removals = async () => (await listRemovals(group.coordinator, group.programme.id)).rows;

describe("the purge", () => {
  test("takes what was removed thirty days ago, with its versions, and gives the room back", async () => {
    const id = await aDocumentIn(group, "Guida");
    await addVersion(group.coordinator, { document: id, number: 2, note: "" }, aFile("Seconda.pdf"));
    const weight = await used();
    await removeDocument(group.coordinator, { id, version: 1 });
    expect(await used()).toBe(weight);
    expect(await purge(29.9)).toBe(0);
    expect(await removals()).toHaveLength(1);
    expect(await purge(30)).toBe(1);
    expect(await db.document.count({ where: { id } })).toBe(0);
    expect(await db.documentVersion.count({ where: { documentId: id } })).toBe(0);
    expect(await used()).toBe(0n);
    expect(await removals()).toEqual([]);
    const event = await db.event.findFirstOrThrow({ where: { kind: "documents.purged", subjectId: id } });
    expect(event).toMatchObject({
      subjectKind: "document",
      programmeId: group.programme.id,
      actorKind: "system:purge-trash",
      data: { documents: 1, folders: 0 },
    });
    expect(await purge(30)).toBe(0);
  });

  test("takes a folder whole, and lets go what was removed from it later on", async () => {
    const outer = await aFolder(group, "Incontri");
    const inner = await aFolder(group, "Avvio", { parent: outer });
    for (const folder of [outer, inner]) await aDocumentIn(group, `In ${folder}`, { folder });
    const kept = await aDocumentIn(group, "Tolto per conto suo", { folder: inner });
    const deep = await aFolder(group, "Slide", { parent: inner });
    await removeDocument(group.coordinator, { id: kept, version: 1 });
    await removeFolder(group.coordinator, { id: deep, version: 1 });
    await db.documentRemoval.updateMany({
      where: { keptUntil: daysOn(30) },
      data: { keptUntil: daysOn(60) },
    });
    await removeFolder(group.coordinator, { id: outer, version: 1 });
    expect(await purge(31)).toBe(1);
    expect(await db.documentFolder.count({ where: { id: { in: [outer, inner] } } })).toBe(0);
    expect(await db.document.findUnique({ where: { id: kept } })).toMatchObject({ folderId: null });
    for (const { id } of await removals()) await restoreRemoval(later(group.coordinator, daysOn(32)), { id });
    expect(await db.documentFolder.findUnique({ where: { id: deep } })).toMatchObject({
      parentId: null,
      depth: 1,
    });
  });

  test("takes more documents than go in one step, and goes on with what was begun", async () => {
    const folder = await aFolder(group, "Molti");
    const { spaceId } = await db.documentFolder.findUniqueOrThrow({ where: { id: folder } });
    await db.document.createMany({
      data: Array.from({ length: 450 }, (_, index) => ({
        spaceId,
        folderId: folder,
        kind: "INFORMATION" as const,
        title: `Documento ${index}`,
      })),
    });
    await removeFolder(group.coordinator, { id: folder, version: 1 });
    const [{ id = "" } = {}] = await removals();
    await db.documentRemoval.update({ where: { id }, data: { endedAt: daysOn(30) } });
    expect(await removals()).toEqual([]);
    await expect(restoreRemoval(group.coordinator, { id })).rejects.toThrow("not found");
    expect(await purge(31)).toBe(1);
    expect(await db.document.count({ where: { spaceId } })).toBe(0);
  });

  test("and a restore at the same moment: one of the two does all of it", async () => {
    for (let round = 0; round < 6; round += 1) {
      const folder = await aFolder(group, `Cartella ${round}`);
      const id = await aDocumentIn(group, `Documento ${round}`, { folder });
      await removeFolder(group.coordinator, { id: folder, version: 1 });
      const [{ id: removal = "" } = {}] = await removals();
      const [restored, purged] = await Promise.allSettled([
        restoreRemoval(later(group.coordinator, daysOn(30)), { id: removal }),
        purge(30),
      ]);
      const there = await db.document.count({ where: { id, removedAt: null } });
      expect(purged).toMatchObject({ status: "fulfilled", value: restored.status === "fulfilled" ? 0 : 1 });
      expect(there).toBe(restored.status === "fulfilled" ? 1 : 0);
      expect(await db.documentFolder.count({ where: { id: folder } })).toBe(there);
      expect(await db.documentRemoval.count({ where: { id: removal } })).toBe(0);
    }
  });

  test("is the portal's own", async () => {
    await expect(purgeTrash(group.coordinator)).rejects.toThrow(ForbiddenError);
  });
});
