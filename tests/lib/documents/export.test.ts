import { beforeAll, describe, expect, test } from "vitest";
import { documentsList } from "@/lib/documents/export";
import { addDocument, changeDocument } from "@/lib/documents/mutations";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { aFile, aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { exported, moreThanAPage } from "@/tests/support/exported";
import { moment } from "@/tests/support/factories";

let group: WorkingGroup;
let programme: string;
const titles = async (actor: Actor, filters: Record<string, string> = {}) =>
  (await exported(documentsList, actor, { programme, ...filters })).rows.map((row) => row[0]).toSorted();

beforeAll(async () => {
  group = await aWorkingGroup();
  programme = group.programme.slug;
  const { id } = await addDocument(
    group.coordinator,
    { programme, kind: "STUDY_MATERIAL", title: "Guida", note: "" },
    aFile("guida.pdf"),
  );
  await changeDocument(group.coordinator, {
    id,
    version: 1,
    kind: "STUDY_MATERIAL",
    title: "Guida",
    note: "",
    isPublic: true,
  });
  await addDocument(
    group.referent,
    { programme, body: group.first.id, kind: "INFORMATION", title: "Organigramma", note: "" },
    aFile("organigramma.pdf"),
  );
});

describe("documents as a file", () => {
  test("hold what the list holds, and the file's name", async () => {
    const { headers, rows } = await exported(documentsList, group.coordinator, {
      programme,
      kind: "STUDY_MATERIAL",
    });
    expect(headers).toEqual([
      "Titolo",
      "Genere",
      "Spazio",
      "Cartella",
      "File",
      "Dimensione in byte",
      "Versione",
      "Aggiornato",
      "Leggibile da tutti",
    ]);
    expect(rows).toEqual([
      ["Guida", "Materiale di studio", "Spazio comune", null, "guida.pdf", 9, 1, expect.any(Date), "sì"],
    ]);
  });

  test("speak English too", async () => {
    const { headers, rows } = await exported(documentsList, group.referent, { programme }, "en");
    expect(headers.slice(3, 7)).toEqual(["Folder", "File", "Size in bytes", "Version"]);
    expect(rows.map((row) => row.at(-1)).toSorted()).toEqual(["no", "yes"]);
  });

  test("are those that the reader may open", async () => {
    expect(await titles(group.staff)).toEqual(["Guida", "Organigramma"]);
    expect(await titles(group.otherReferent)).toEqual(["Guida"]);
    expect(await titles(group.staff, { body: group.first.id })).toEqual(["Organigramma"]);
  });

  test("are closed to people of another programme and to visitors, what is public too", async () => {
    for (const actor of [group.outsider, visitorActor(moment)])
      await expect(exported(documentsList, actor, { programme })).rejects.toThrow(ForbiddenError);
  });

  test("are all there when there are more than a page holds", async () => {
    const other = await aWorkingGroup();
    const space = await db.documentSpace.create({
      data: { programmeId: other.programme.id },
      select: { id: true },
    });
    await db.document.createMany({
      data: Array.from({ length: moreThanAPage }, (_, index) => ({
        spaceId: space.id,
        kind: "INFORMATION" as const,
        title: `Documento ${index}`,
        createdAt: moment,
      })),
    });
    const { rows } = await exported(documentsList, other.expert, { programme: other.programme.slug });
    expect(new Set(rows.map((row) => row[0])).size).toBe(moreThanAPage);
    expect(rows).toHaveLength(moreThanAPage);
  });
});
