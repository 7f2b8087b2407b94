import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setSpaceQuota } from "@/lib/documents/commands";
import { listDocumentHistory } from "@/lib/documents/history/queries";
import { moveDocuments } from "@/lib/documents/moving/mutations";
import { listDestinations } from "@/lib/documents/moving/queries";
import { moveDocumentsSchema } from "@/lib/documents/moving/schema";
import { removeDocument, removeFolder } from "@/lib/documents/trash/mutations";
import { type Actor, systemActor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
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
const common = { kind: "top" } as const;
const ofBody = () => ({ kind: "top", body: group.first.id }) as const;
const into = (folderId: string) => ({ kind: "folder", folderId }) as const;
const rowsOf = (ids: string[]) =>
  db.document.findMany({
    where: { id: { in: ids } },
    orderBy: { title: "asc" },
    select: { folderId: true, space: { select: { organisationId: true, usedBytes: true } } },
  });
const move = async (by: Actor, ids: string[], to: Parameters<typeof moveDocuments>[1]["to"]) => {
  const documents = await db.document.findMany({
    where: { id: { in: ids } },
    select: { id: true, version: true },
  });
  return moveDocuments(by, { documents, to });
};

describe("documents are moved", () => {
  test("several at once into a folder, and back to the top, each with its history", async () => {
    const folder = await aFolder(group, "Incontri");
    const ids = [await aDocumentIn(group, "A"), await aDocumentIn(group, "B", { by: group.staff })];
    expect(await move(group.coordinator, ids, into(folder))).toMatchObject({ folderId: folder });
    expect((await rowsOf(ids)).map(({ folderId }) => folderId)).toEqual([folder, folder]);
    await move(group.coordinator, [ids[0] ?? ""], common);
    expect((await rowsOf(ids)).map(({ folderId }) => folderId)).toEqual([null, folder]);
    const history = await listDocumentHistory(group.observer, ids[0] ?? "");
    expect(history.map(({ verb, who }) => [verb, who])).toEqual([
      ["moved", "Ada Ginestrelli"],
      ["moved", "Ada Ginestrelli"],
      ["added", "Ada Ginestrelli"],
    ]);
    // Where it is already nothing happens.
    await move(group.coordinator, ids, common);
    await move(group.coordinator, ids, common);
    expect(await listDocumentHistory(group.observer, ids[0] ?? "")).toHaveLength(3);
  });

  test("not by a form older than another's act, which is told by whom and takes none of them", async () => {
    const folder = await aFolder(group, "Incontri");
    const ids = [await aDocumentIn(group, "A"), await aDocumentIn(group, "B")];
    const documents = ids.map((id) => ({ id, version: 1 }));
    await move(group.coordinator, ids.slice(1), into(folder));
    await expect(moveDocuments(group.coordinator, { documents, to: into(folder) })).resolves.toMatchObject({
      folderId: folder,
    });
    await expect(moveDocuments(group.coordinator, { documents, to: common })).rejects.toMatchObject({
      code: "stale",
      params: { who: "Ada Ginestrelli" },
    });
    expect((await rowsOf(ids)).map(({ folderId }) => folderId)).toEqual([folder, folder]);
  });

  test("to the own body's space by their author, with their weight", async () => {
    const id = await aDocumentIn(group, "Del personale", { by: group.staff });
    const folder = await aFolder(group, "Propria", { body: group.first.id, by: group.staff });
    await move(group.staff, [id], into(folder));
    const size = BigInt("Del personale.pdf".length);
    expect(await rowsOf([id])).toEqual([
      { folderId: folder, space: { organisationId: group.first.id, usedBytes: size } },
    ]);
    const left = await db.documentSpace.findFirstOrThrow({
      where: { programmeId: group.programme.id, organisationId: null },
    });
    expect(left.usedBytes).toBe(0n);
    await move(group.staff, [id], common);
    expect(await rowsOf([id])).toMatchObject([
      { folderId: null, space: { organisationId: null, usedBytes: size } },
    ]);
  });

  test("not to a space where they have no room", async () => {
    const id = await aDocumentIn(group, "Pesante", { by: group.staff });
    await inTransaction((tx) =>
      setSpaceQuota(tx, systemActor("admin", moment), {
        programme: group.programme.slug,
        body: group.first.slug,
        bytes: 3,
      }),
    );
    await expect(move(group.staff, [id], ofBody())).rejects.toMatchObject({
      code: "documents.spaceFull",
      field: "to",
    });
  });

  test("not out of a space that visitors, a request or the library count on", async () => {
    const id = await aDocumentIn(group, "Modello", { by: group.staff });
    await db.document.update({ where: { id }, data: { isPublic: true } });
    await expect(move(group.staff, [id], ofBody())).rejects.toMatchObject({
      code: "documents.publicStays",
      params: { title: "Modello" },
    });
    await db.document.update({ where: { id }, data: { isPublic: false } });
    await aDeliverable(group, "Relazione", { templateDocumentId: id });
    await expect(move(group.staff, [id], ofBody())).rejects.toMatchObject({
      code: "documents.templateOfRequest",
      params: { title: "Modello", request: "Relazione" },
    });
    // Within its space it moves.
    const folder = await aFolder(group, "Modelli");
    await move(group.coordinator, [id], into(folder));
    expect(await rowsOf([id])).toMatchObject([{ folderId: folder }]);
  });

  test("not into a folder that is in the trash, nor when they are there themselves", async () => {
    const folder = await aFolder(group, "Tolta");
    const [id, gone] = [await aDocumentIn(group, "A"), await aDocumentIn(group, "B")];
    await removeFolder(group.coordinator, { id: folder, version: 1 });
    await expect(move(group.coordinator, [id], into(folder))).rejects.toMatchObject({
      code: "documents.folderGone",
      field: "to",
    });
    await removeDocument(group.coordinator, { id: gone, version: 1 });
    await expect(move(group.coordinator, [id, gone], common)).rejects.toThrow("not found");
  });

  test("into a folder that is removed at this moment, or not at all", async () => {
    for (let round = 0; round < 4; round += 1) {
      const folder = await aFolder(group, `Cartella ${round}`);
      const id = await aDocumentIn(group, `Documento ${round}`);
      await Promise.allSettled([
        move(group.coordinator, [id], into(folder)),
        removeFolder(group.coordinator, { id: folder, version: 1 }),
      ]);
      const row = await db.document.findUniqueOrThrow({ where: { id } });
      const { removalId } = await db.documentFolder.findUniqueOrThrow({ where: { id: folder } });
      expect(removalId).not.toBeNull();
      expect(row.folderId === null ? row.removalId === null : row.removalId === removalId).toBe(true);
    }
  });
});

test("the form says what is missing, and takes no made up place", () => {
  const parse = (input: object) => moveDocumentsSchema.safeParse(input).error?.issues[0]?.message;
  expect(parse({ to: "common" })).toBe("documents.tickDocuments");
  expect(parse({ documents: [], to: "common" })).toBe("documents.tickDocuments");
  const documents = ["0192a000-0000-7000-8000-000000000000:1"];
  for (const text of [
    "0192a000-0000-7000-8000-000000000000",
    "x:1",
    "0192a000-0000-7000-8000-000000000000:0",
  ])
    expect(parse({ documents: [text], to: "common" })).toBe("invalid");
  for (const to of ["", "elsewhere", "folder:x", "body:"]) expect(parse({ documents, to })).toBe("chooseOne");
});

test("where one may put documents: the common space, and that of the own body", async () => {
  const offered = async (actor: Actor) =>
    (await listDestinations(actor, group.programme.id)).map(({ organisation }) => organisation?.id ?? null);
  expect(await offered(group.coordinator)).toEqual([null]);
  expect(await offered(group.staff)).toEqual([null, group.first.id]);
  expect(await offered(group.observer)).toEqual([]);
});

describe("who may not", () => {
  let fixed: WorkingGroup;
  let ofStaff: string;
  let ofCoordinator: string;
  let own: string;
  beforeAll(async () => {
    fixed = await aWorkingGroup();
    ofStaff = await aDocumentIn(fixed, "Del personale", { by: fixed.staff });
    ofCoordinator = await aDocumentIn(fixed, "Del coordinamento");
    own = await aDocumentIn(fixed, "Del referente", { body: fixed.first.id, by: fixed.referent });
  });
  const toOwn = () => ({ kind: "top", body: fixed.first.id }) as const;
  denied("moveDocuments", "to who did not write it", () => move(fixed.expert, [ofCoordinator], common));
  denied("moveDocuments", "when one of several is somebody else's", () =>
    move(fixed.staff, [ofStaff, ofCoordinator], common),
  );
  denied("moveDocuments", "to the coordinator into a body's space", () =>
    move(fixed.coordinator, [ofCoordinator], toOwn()),
  );
  denied("moveDocuments", "to who did not write it, out of the body's space", () =>
    move(fixed.staff, [own], common),
  );
  denied("moveDocuments", "to the coordinator, out of a body's space", () =>
    move(fixed.coordinator, [own], common),
  );
  denied("moveDocuments", "to people of another programme", () => move(fixed.outsider, [ofStaff], common));
});
