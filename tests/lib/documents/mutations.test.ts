import { beforeAll, describe, expect, test } from "vitest";
import {
  addDocument,
  addVersion,
  changeDocument,
  checkMayAdd,
  checkMayAddVersion,
  restoreVersion,
} from "@/lib/documents/mutations";
import { getDocument } from "@/lib/documents/queries";
import { addDocumentSchema } from "@/lib/documents/schema";
import { db } from "@/lib/platform/db";
import { denied } from "@/tests/support/denied";
import { aFile, aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";

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

test("names of 300 characters and empty titles are refused at their field", () => {
  const parse = (title: string) =>
    addDocumentSchema.safeParse({ programme: "x", kind: "INFORMATION", title }).error?.issues[0];
  expect(parse("x".repeat(300))).toMatchObject({ path: ["title"], message: "tooLong", maximum: 200 });
  expect(parse("  ")).toMatchObject({ path: ["title"], message: "required" });
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
});
