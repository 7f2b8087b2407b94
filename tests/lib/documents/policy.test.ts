import { beforeAll, describe, expect, test } from "vitest";
import { addDocument } from "@/lib/documents/mutations";
import {
  addableKinds,
  canAddDocument,
  canAddFolder,
  canArrangeDocument,
  canChangeDocument,
  canManageFolders,
  canPublishDocument,
  worksFor,
} from "@/lib/documents/policy";
import { getDocument, getDownload, listDocuments } from "@/lib/documents/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import {
  aDeliverable,
  aFile,
  aWorkingGroup,
  inTheTrash,
  reload,
  sent,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";

const roles = [
  "coordinator",
  "expert",
  "observer",
  "referent",
  "staff",
  "otherReferent",
  "administrator",
  "outsider",
] as const;
let group: WorkingGroup;
let actors: [string, Actor][];
beforeAll(async () => {
  group = await aWorkingGroup();
  actors = [...roles.map((role): [string, Actor] => [role, group[role]]), ["visitor", visitorActor(moment)]];
});
const allowed = (can: (actor: Actor) => boolean) =>
  actors.filter(([, actor]) => can(actor)).map(([name]) => name);
async function seers(see: (actor: Actor) => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, actor] of actors) {
    const seen = await see(actor).then(
      () => true,
      (error: unknown) => {
        if (error instanceof NotFoundError) return false;
        throw error;
      },
    );
    if (seen) names.push(name);
  }
  return names;
}

describe("who may add", () => {
  const common = () => ({ programmeId: group.programme.id, organisationId: null, tableId: null });
  const own = () => ({ programmeId: group.programme.id, organisationId: group.first.id, tableId: null });
  test("study material and information to the common space: coordinator and expert", () => {
    expect(allowed((actor) => canAddDocument(actor, common(), "STUDY_MATERIAL"))).toEqual([
      "coordinator",
      "expert",
    ]);
    expect(allowed((actor) => canAddDocument(actor, common(), "INFORMATION"))).toEqual([
      "coordinator",
      "expert",
    ]);
  });
  test("exchange material to the common space: everybody who works in the programme", () => {
    expect(allowed((actor) => canAddDocument(actor, common(), "EXCHANGE_MATERIAL"))).toEqual([
      "coordinator",
      "expert",
      "referent",
      "staff",
      "otherReferent",
    ]);
  });
  test("anything to a body's space: its people; a deliverable only through its request", () => {
    expect(allowed((actor) => canAddDocument(actor, own(), "INFORMATION"))).toEqual(["referent", "staff"]);
    expect(allowed((actor) => canAddDocument(actor, own(), "DELIVERABLE"))).toEqual([]);
    expect(allowed((actor) => worksFor(actor, own()))).toEqual(["referent", "staff"]);
    expect(addableKinds(group.staff, common())).toEqual(["EXCHANGE_MATERIAL"]);
  });
  test("changing: the author and the coordinator; publishing: the coordinator", () => {
    const document = {
      kind: "EXCHANGE_MATERIAL" as const,
      createdById: group.referent.personId,
      space: common(),
    };
    expect(allowed((actor) => canChangeDocument(actor, document))).toEqual(["coordinator", "referent"]);
    expect(allowed((actor) => canPublishDocument(actor, document))).toEqual(["coordinator"]);
    expect(allowed((actor) => canChangeDocument(actor, { ...document, kind: "DELIVERABLE" }))).toEqual([]);
  });
});

describe("folders", () => {
  const common = () => ({ programmeId: group.programme.id, organisationId: null, tableId: null });
  const own = () => ({ programmeId: group.programme.id, organisationId: group.first.id, tableId: null });
  test("are made by whoever may put documents there", () => {
    const working = ["coordinator", "expert", "referent", "staff", "otherReferent"];
    expect(allowed((actor) => canAddFolder(actor, common()))).toEqual(working);
    expect(allowed((actor) => canAddFolder(actor, own()))).toEqual(["referent", "staff"]);
  });
  test("are kept by the coordinator, in a body's space by its people", () => {
    expect(allowed((actor) => canManageFolders(actor, common()))).toEqual(["coordinator"]);
    expect(allowed((actor) => canManageFolders(actor, own()))).toEqual(["referent", "staff"]);
  });
  test("take documents from their author and from who keeps the folders, never deliverables", () => {
    const kind = "EXCHANGE_MATERIAL" as const;
    const createdById = group.referent.personId;
    expect(allowed((actor) => canArrangeDocument(actor, { kind, createdById, space: common() }))).toEqual([
      "coordinator",
      "referent",
    ]);
    expect(allowed((actor) => canArrangeDocument(actor, { kind, createdById, space: own() }))).toEqual([
      "referent",
      "staff",
    ]);
    const deliverable = { kind: "DELIVERABLE" as const, createdById, space: own() };
    expect(allowed((actor) => canArrangeDocument(actor, deliverable))).toEqual([]);
  });
});

describe("who may read", () => {
  const members = ["coordinator", "expert", "observer", "referent", "staff", "otherReferent"];
  test("the common space: members; a published document: everybody", async () => {
    const input = {
      programme: group.programme.slug,
      kind: "STUDY_MATERIAL",
      title: "Manuale",
      note: "",
    } as const;
    const { id } = await addDocument(group.coordinator, input, aFile("manuale.pdf"));
    expect(await seers((actor) => getDocument(actor, id))).toEqual(members);
    await db.document.update({ where: { id }, data: { isPublic: true } });
    expect(await seers((actor) => getDocument(actor, id))).toEqual([...roles, "visitor"]);
  });
  test("a body's own papers: its people and those who read every body", async () => {
    const input = {
      programme: group.programme.slug,
      body: group.first.id,
      kind: "INFORMATION",
      title: "Appunti",
      note: "",
    } as const;
    const { id } = await addDocument(group.staff, input, aFile("appunti.pdf"));
    expect(await seers((actor) => getDocument(actor, id))).toEqual([
      "coordinator",
      "expert",
      "observer",
      "referent",
      "staff",
    ]);
    const listed = await listDocuments(group.otherReferent, group.programme.id);
    expect(listed.rows.map((row) => row.id)).not.toContain(id);
  });
  test("a deliverable: first its body, then readers once sent, then members once approved", async () => {
    const row = await sent(group, (await aDeliverable(group, "Chi legge")).id);
    const versionId = row.document?.versions[0]?.id ?? "";
    const readers = ["coordinator", "expert", "observer", "referent", "staff"];
    expect(await seers((actor) => getDownload(actor, versionId))).toEqual(readers);
    await db.submission.updateMany({ where: { deliverableId: row.id }, data: { withdrawnAt: moment } });
    expect(await seers((actor) => getDownload(actor, versionId))).toEqual(["referent", "staff"]);
    await db.submission.updateMany({ where: { deliverableId: row.id }, data: { withdrawnAt: null } });
    const reviewed = { state: "APPROVED", reviewVersionId: versionId } as const;
    await db.deliverable.update({ where: { id: row.id }, data: reviewed });
    expect(await seers((actor) => getDownload(actor, versionId))).toEqual(members);
  });
  test("a removed document: nobody", async () => {
    const row = await reload({
      request: { title: "Chi legge" },
      organisationId: group.first.id,
    });
    const { spaceId = "" } = row.document ?? {};
    await db.document.update({ where: { id: row.documentId ?? "" }, data: await inTheTrash(spaceId) });
    expect(await seers((actor) => getDocument(actor, row.documentId ?? ""))).toEqual([]);
  });
});
