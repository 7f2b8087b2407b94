import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { addDraft } from "@/lib/documents/deliverables/mutations";
import { openReview } from "@/lib/documents/deliverables/review/mutations";
import { addFolder } from "@/lib/documents/folders/mutations";
import { addDocument, addVersion } from "@/lib/documents/mutations";
import { makeSpaceBundle, type VersionChoice } from "@/lib/documents/packing/export";
import { listSpaceFigures } from "@/lib/documents/packing/queries";
import { removeDocument } from "@/lib/documents/trash/mutations";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { packBundle } from "@/lib/platform/bundle/pack";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import {
  aDeliverable,
  aFile,
  aMaterial,
  aWorkingGroup,
  sent,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { storeNamedFiles } from "@/tests/support/stored-files";
import { filesIn, sha256Of, sumsIn, tableIn } from "@/tests/support/zip-reader";

let group: WorkingGroup;
const spaces = { common: "", first: "", second: "" };

beforeAll(async () => {
  group = await aWorkingGroup();
  const { programme, first, second, coordinator, referent, otherReferent } = group;
  const material = await aMaterial(group, "Linee guida");
  await addVersion(
    coordinator,
    { document: material.id, number: 2, note: "Corrette" },
    aFile("guida due.pdf"),
  );
  const removed = await aMaterial(group, "Da togliere");
  await removeDocument(coordinator, { id: removed.id, version: 1 });
  for (const title of ["Bando", "Bando bis"])
    await addDocument(
      coordinator,
      { programme: programme.slug, kind: "INFORMATION", title, note: "" },
      aFile("bando.pdf"),
    );
  for (const [by, body] of [
    [referent, first],
    [otherReferent, second],
  ] as const)
    await addDocument(
      by,
      { programme: programme.slug, body: body.id, kind: "EXCHANGE_MATERIAL", title: "Organico", note: "" },
      aFile(`organico ${body.slug}.pdf`),
    );
  await sent(group, (await aDeliverable(group, "Piano inviato")).id, referent, "inviato.pdf");
  const draft = await aDeliverable(group, "Piano in bozza");
  await addDraft(referent, { deliverable: draft.id, number: 1, note: "" }, aFile("bozza.pdf"));
  await storeNamedFiles();
  const rows = await db.documentSpace.findMany({ where: { programmeId: programme.id } });
  const idOf = (organisationId: string | null) =>
    rows.find((row) => row.organisationId === organisationId)?.id ?? "";
  Object.assign(spaces, { common: idOf(null), first: idOf(first.id), second: idOf(second.id) });
});

async function taken(actor: Actor, space: string, versions: VersionChoice = "last") {
  const { bundle } = await makeSpaceBundle(actor, space, { versions, locale: "it" });
  return filesIn(await buffer(await packBundle(bundle)));
}
const documentsIn = (files: Map<string, Buffer>) => [...files.keys()].filter((path) => path.includes("/"));

describe("a space as an archive", () => {
  test("holds what lies in folders where it lies", async () => {
    const { coordinator, programme } = await aWorkingGroup();
    const inProgramme = { programme: programme.slug };
    const meetings = await addFolder(coordinator, { ...inProgramme, name: "Riunioni" });
    const first = await addFolder(coordinator, { ...inProgramme, parent: meetings.id, name: "Prima" });
    const note = { ...inProgramme, kind: "INFORMATION", note: "" } as const;
    await addDocument(coordinator, { ...note, folder: first.id, title: "Note" }, aFile("note.pdf"));
    await addDocument(coordinator, { ...note, title: "Avviso" }, aFile("avviso.pdf"));
    await storeNamedFiles();
    const { id } = await db.documentSpace.findFirstOrThrow({ where: { programmeId: programme.id } });
    expect(documentsIn(await taken(coordinator, id))).toEqual([
      "Riunioni/Prima/note.pdf",
      "Informazione utile/avviso.pdf",
    ]);
  });

  test("holds the last version of each document by kind, not what was removed, names apart", async () => {
    const files = await taken(group.staff, spaces.common);
    expect(documentsIn(files)).toEqual([
      "Materiale di studio/guida due.pdf",
      "Informazione utile/bando.pdf",
      "Informazione utile/bando (2).pdf",
    ]);
    for (const [path, sum] of sumsIn(files)) expect(sum, path).toBe(sha256Of(files.get(path) ?? ""));
  });

  test("holds all versions when asked, and names each of them in the register either way", async () => {
    const all = await taken(group.staff, spaces.common, "all");
    expect(documentsIn(all).slice(0, 2)).toEqual([
      "Materiale di studio/guida due, versione 2.pdf",
      "Materiale di studio/Linee guida, versione 1.pdf",
    ]);
    const last = await taken(group.staff, spaces.common);
    for (const files of [all, last])
      expect(
        tableIn(files, "registro-versioni.csv")
          .filter((row) => row[1] === "Linee guida")
          .map((row) => [row[3], row[4], row[8]]),
      ).toEqual([
        ["1", "Linee guida.pdf", ""],
        ["2", "guida due.pdf", "Corrette"],
      ]);
  });

  test("of a body holds its drafts for its own people alone; others that read all see what was sent", async () => {
    const own = documentsIn(await taken(group.staff, spaces.first));
    expect(own).toEqual([
      `Materiale di scambio/organico ${group.first.slug}.pdf`,
      "Elaborato/inviato.pdf",
      "Elaborato/bozza.pdf",
    ]);
    for (const reader of [group.coordinator, group.expert, group.observer]) {
      const files = await taken(reader, spaces.first, "all");
      expect(documentsIn(files)).toEqual([
        `Materiale di scambio/organico ${group.first.slug}, versione 1.pdf`,
        "Elaborato/inviato, versione 1.pdf",
      ]);
      const texts = ["registro-versioni.csv", "registro-decisioni.csv", "indice.html"].map((path) =>
        files.get(path)?.toString(),
      );
      expect(texts.join()).not.toContain("bozza");
    }
  });

  test("of a body holds the version that was sent, not the draft that its people put over it", async () => {
    const ours = await aWorkingGroup();
    const submitted = await sent(ours, (await aDeliverable(ours, "Piano")).id, ours.referent, "inviato.pdf");
    await openReview(ours.coordinator, submitted);
    await addDraft(ours.referent, { deliverable: submitted.id, number: 2, note: "" }, aFile("bozza.pdf"));
    await storeNamedFiles();
    const space = submitted.document?.spaceId ?? "";
    expect(documentsIn(await taken(ours.referent, space))).toEqual(["Elaborato/bozza.pdf"]);
    for (const versions of ["last", "all"] as const) {
      const files = await taken(ours.coordinator, space, versions);
      expect(documentsIn(files)).toEqual([
        versions === "all" ? "Elaborato/inviato, versione 1.pdf" : "Elaborato/inviato.pdf",
      ]);
      expect(tableIn(files, "registro-versioni.csv").map((row) => row[4])).toEqual([
        "Nome del file",
        "inviato.pdf",
      ]);
    }
  });

  test("exists for nobody else", async () => {
    const { otherReferent, outsider, administrator } = group;
    for (const actor of [otherReferent, outsider, administrator, visitorActor(moment)])
      await expect(makeSpaceBundle(actor, spaces.first, { versions: "all", locale: "it" })).rejects.toThrow(
        NotFoundError,
      );
    await expect(
      makeSpaceBundle(outsider, spaces.common, { versions: "last", locale: "it" }),
    ).rejects.toThrow(NotFoundError);
  });

  test("is read like its downloads: whoever took it has opened its material", async () => {
    await taken(group.expert, spaces.common);
    const opened = await db.documentReading.findMany({
      where: { personId: group.expert.personId ?? "", document: { spaceId: spaces.common } },
      select: { lastVersion: true, document: { select: { title: true } } },
      orderBy: { document: { title: "asc" } },
    });
    expect(opened.map((one) => [one.document.title, one.lastVersion])).toEqual([
      ["Bando", 1],
      ["Bando bis", 1],
      ["Linee guida", 2],
    ]);
  });

  test("names what a scanner withholds, and does not hold it", async () => {
    const { sha256 } = aFile("bando.pdf");
    await db.storedObject.update({ where: { sha256 }, data: { scan: "INFECTED", threat: "Prova" } });
    const files = await taken(group.observer, spaces.common);
    await db.storedObject.update({ where: { sha256 }, data: { scan: "NONE", threat: null } });
    expect(documentsIn(files)).toEqual(["Materiale di studio/guida due.pdf"]);
    expect(
      tableIn(files, "indice.csv")
        .filter((row) => row[1]?.startsWith("Bando"))
        .map((row) => [row[0], row[9]?.slice(0, 24)]),
    ).toEqual([
      ["", "non compreso: trattenuto"],
      ["", "non compreso: trattenuto"],
    ]);
  });

  test("is all there when there are more documents than a page holds", async () => {
    const other = await aWorkingGroup();
    const space = await db.documentSpace.create({ data: { programmeId: other.programme.id } });
    await db.document.createManyAndReturn({
      data: Array.from({ length: 120 }, (_one, index) => ({
        spaceId: space.id,
        kind: "STUDY_MATERIAL" as const,
        title: `Scheda ${index}`,
        // Several of one moment, so that a page ends among them.
        createdAt: new Date(moment.getTime() - Math.floor(index / 7) * 1000),
      })),
    });
    const rows = await db.document.findMany({
      where: { spaceId: space.id },
      select: { id: true, title: true },
    });
    const { sha256, size } = aFile("guida due.pdf");
    await db.documentVersion.createMany({
      data: rows.map((row) => ({
        documentId: row.id,
        number: 1,
        objectSha256: sha256,
        filename: `${row.title}.pdf`,
        mimeType: "application/pdf",
        size,
        createdAt: moment,
      })),
    });
    const files = await taken(other.observer, space.id);
    expect(documentsIn(files)).toHaveLength(120);
    expect(tableIn(files, "registro-versioni.csv")).toHaveLength(121);
  });
});

describe("how much there is to take", () => {
  test("counts what the reader may read", async () => {
    const figures = async (actor: Actor) =>
      (await listSpaceFigures(actor, group.programme.id)).map(({ name, documents }) => [name, documents]);
    expect(await figures(group.staff)).toEqual([
      [null, 3],
      [group.first.shortName, 3],
    ]);
    expect(await figures(group.otherReferent)).toEqual([
      [null, 3],
      [group.second.shortName, 1],
    ]);
    expect((await figures(group.coordinator)).toSorted()).toEqual(
      [
        [null, 3],
        [group.first.shortName, 2],
        [group.second.shortName, 1],
      ].toSorted(),
    );
    expect(await figures(group.outsider)).toEqual([]);
  });
});
