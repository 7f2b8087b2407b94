import { beforeAll, describe, expect, test } from "vitest";
import { copyStructure } from "@/lib/documents/commands";
import {
  addDocument,
  addVersion,
  changeDocument,
  checkMayAdd,
  checkMayAddVersion,
  removeDocument,
  restoreVersion,
} from "@/lib/documents/mutations";
import { getDocument } from "@/lib/documents/queries";
import { addDocumentSchema } from "@/lib/documents/schema";
import { db } from "@/lib/platform/db";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aDeliverable, aFile, aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { aProgramme } from "@/tests/support/factories";

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});
const material = (title: string) =>
  ({ programme: group.programme.slug, kind: "STUDY_MATERIAL", title, note: "" }) as const;
const added = async (title = "Guida") =>
  (await addDocument(group.coordinator, material(title), aFile("v1.pdf"))).id;

test("a document keeps every version; an older one comes back as a new one with the same bytes", async () => {
  const id = await added();
  await addVersion(
    group.coordinator,
    { document: id, number: 2, note: "Corretto il capitolo 3" },
    aFile("v2.pdf"),
  );
  const first = (await getDocument(group.expert, id)).versions[1];
  await restoreVersion(group.coordinator, { versionId: first?.id ?? "", number: 3 });
  const { versions } = await getDocument(group.expert, id);
  expect(versions.map((version) => [version.number, version.filename])).toEqual([
    [3, "v1.pdf"],
    [2, "v2.pdf"],
    [1, "v1.pdf"],
  ]);
  expect(versions[0]?.objectSha256).toBe(versions[2]?.objectSha256);
  const kinds = await db.event.findMany({
    where: { subjectId: id },
    orderBy: { seq: "asc" },
    select: { kind: true },
  });
  expect(kinds.map((event) => event.kind)).toEqual([
    "documents.added",
    "documents.versionAdded",
    "documents.versionRestored",
  ]);
});

test("two uploads of one version number have one winner", async () => {
  const id = await added("Due versioni");
  const upload = (name: string) =>
    addVersion(group.coordinator, { document: id, number: 2, note: "" }, aFile(name));
  const results = await Promise.allSettled([upload("a.pdf"), upload("b.pdf")]);
  expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(results.find((one) => one.status === "rejected")).toMatchObject({
    reason: { code: "documents.versionTaken" },
  });
  expect((await getDocument(group.coordinator, id)).versions).toHaveLength(2);
});

test("of two edits at once one wins and the other is told", async () => {
  const id = await added("Due modifiche");
  const edit = (title: string) =>
    changeDocument(group.coordinator, {
      id,
      version: 1,
      title,
      note: "",
      kind: "STUDY_MATERIAL",
      isPublic: false,
    });
  const results = await Promise.allSettled([edit("A"), edit("B")]);
  expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  expect(results.find((one) => one.status === "rejected")).toMatchObject({
    reason: { code: "stale", params: { who: "Ada Ginestrelli" } },
  });
});

test("a document that was changed in the meantime is not removed", async () => {
  const id = await added("Cambiato prima");
  const edited = { title: "Altro", note: "", kind: "STUDY_MATERIAL", isPublic: false } as const;
  await changeDocument(group.coordinator, { id, version: 1, ...edited });
  await expect(removeDocument(group.coordinator, { id, version: 1 })).rejects.toMatchObject({
    code: "stale",
  });
});

test("a removed document leaves the lists and keeps its event", async () => {
  const id = await added("Da togliere");
  await removeDocument(group.coordinator, { id, version: 1 });
  await expect(getDocument(group.coordinator, id)).rejects.toThrow("not found");
  await expect(removeDocument(group.coordinator, { id, version: 1 })).rejects.toThrow("not found");
  expect(await db.event.count({ where: { subjectId: id, kind: "documents.removed" } })).toBe(1);
});

test("names of 300 characters and empty titles are refused at their field", () => {
  const parse = (title: string) =>
    addDocumentSchema.safeParse({ programme: "x", kind: "INFORMATION", title }).error?.issues[0];
  expect(parse("x".repeat(300))).toMatchObject({ path: ["title"], message: "tooLong", maximum: 200 });
  expect(parse("  ")).toMatchObject({ path: ["title"], message: "required" });
});

test("a new edition gets requests and materials, by reference to the same bytes, and nothing that bodies did", async () => {
  const source = await aWorkingGroup();
  await addDocument(
    source.coordinator,
    { ...material("Manuale"), programme: source.programme.slug },
    aFile("manuale.pdf"),
  );
  await addDocument(
    source.referent,
    { programme: source.programme.slug, kind: "EXCHANGE_MATERIAL", title: "Scambio", note: "" },
    aFile("scambio.pdf"),
  );
  const { requestId } = await aDeliverable(source, "Relazione finale");
  const target = await aProgramme();
  const coordinator = await actorAs("COORDINATOR", { programmeId: target.id });
  const dueAt = new Date("2027-04-30T21:59:59Z");
  await db.$transaction((tx) =>
    copyStructure(tx, coordinator, {
      from: source.programme.id,
      to: target.id,
      due: new Map([[requestId, { dueAt, cutOffAt: null }]]),
    }),
  );
  expect(
    await db.deliverableRequest.findMany({
      where: { programmeId: target.id },
      select: { title: true, dueAt: true },
    }),
  ).toEqual([{ title: "Relazione finale", dueAt }]);
  const documents = await db.document.findMany({
    where: { space: { programmeId: target.id } },
    select: { title: true, versions: { select: { objectSha256: true } } },
  });
  expect(documents).toEqual([
    { title: "Manuale", versions: [{ objectSha256: aFile("manuale.pdf").sha256 }] },
  ]);
  expect(await db.deliverable.count({ where: { request: { programmeId: target.id } } })).toBe(0);
});

describe("who may not", () => {
  let id: string;
  let versionId: string;
  let ofStaff: string;
  beforeAll(async () => {
    id = await added("Diritti");
    const exchanged = {
      ...material("Di chi lo ha scritto"),
      kind: "EXCHANGE_MATERIAL",
      body: group.first.id,
    } as const;
    ofStaff = (await addDocument(group.staff, exchanged, aFile())).id;
    versionId = (await getDocument(group.coordinator, id)).versions[0]?.id ?? "";
  });
  const edit = { version: 1, title: "x", note: "", kind: "STUDY_MATERIAL", isPublic: true } as const;
  denied("addDocument", "to the observer", () => addDocument(group.observer, material("x"), aFile()));
  denied("addDocument", "to staff for study material", () =>
    addDocument(group.staff, material("x"), aFile()),
  );
  denied("addDocument", "to another body's people in a body's space", () =>
    addDocument(group.otherReferent, { ...material("x"), body: group.first.id }, aFile()),
  );
  denied("checkMayAdd", "to the coordinator of another programme", () =>
    checkMayAdd(group.outsider, material("x")),
  );
  denied("addVersion", "to who did not write it", () =>
    addVersion(group.expert, { document: id, number: 2, note: "" }, aFile()),
  );
  denied("checkMayAddVersion", "to who is not in the programme", () =>
    checkMayAddVersion(group.outsider, id),
  );
  denied("checkMayAddVersion", "to who did not write it", () => checkMayAddVersion(group.expert, id));
  denied("changeDocument", "to the expert", () =>
    changeDocument(group.expert, { id, ...edit, isPublic: false }),
  );
  denied("changeDocument", "to its author, who may not publish it", () =>
    changeDocument(group.staff, { id: ofStaff, ...edit, kind: "EXCHANGE_MATERIAL" }),
  );
  denied("changeDocument", "to the administrator", () =>
    changeDocument(group.administrator, { id, ...edit }),
  );
  denied("restoreVersion", "to the referent", () => restoreVersion(group.referent, { versionId, number: 2 }));
  denied("removeDocument", "to the staff", () => removeDocument(group.staff, { id, version: 1 }));
  denied("copyStructure", "to the coordinator of another programme", () =>
    db.$transaction((tx) =>
      copyStructure(tx, group.outsider, { from: group.programme.id, to: group.programme.id, due: new Map() }),
    ),
  );
});
