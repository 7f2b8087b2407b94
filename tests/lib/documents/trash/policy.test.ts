import { beforeAll, expect, test } from "vitest";
import { removeDocument, removeFolder } from "@/lib/documents/trash/mutations";
import { canRestore, removalVisibleTo } from "@/lib/documents/trash/policy";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { aDocumentIn, aFolder, aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
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
const removed = new Map<string, string>();

beforeAll(async () => {
  group = await aWorkingGroup();
  actors = [...roles.map((role): [string, Actor] => [role, group[role]]), ["visitor", visitorActor(moment)]];
  const own = { body: group.first.id, by: group.staff };
  const documents = [
    ["of staff, by the coordinator", await aDocumentIn(group, "A", { by: group.staff }), group.coordinator],
    ["own", await aDocumentIn(group, "B", own), group.staff],
  ] as const;
  for (const [name, id, by] of documents) {
    await removeDocument(by, { id, version: 1 });
    removed.set(name, (await db.document.findUniqueOrThrow({ where: { id } })).removalId ?? "");
  }
  const folder = await aFolder(group, "C");
  await aDocumentIn(group, "D", { folder, by: group.staff });
  await removeFolder(group.coordinator, { id: folder, version: 1 });
  const row = await db.documentFolder.findUniqueOrThrow({ where: { id: folder } });
  removed.set("folder", row.removalId ?? "");
});

async function seers(name: string): Promise<string[]> {
  const seen: string[] = [];
  for (const [role, actor] of actors) {
    const where = { AND: [{ id: removed.get(name) ?? "" }, removalVisibleTo(actor)] };
    if ((await db.documentRemoval.count({ where })) > 0) seen.push(role);
  }
  return seen;
}

test("the coordinator sees all of the common space, others what is theirs, a body's people what is the body's", async () => {
  expect(await seers("of staff, by the coordinator")).toEqual(["coordinator", "staff"]);
  expect(await seers("folder")).toEqual(["coordinator"]);
  expect(await seers("own")).toEqual(["referent", "staff"]);
});

test("what is being purged is seen by nobody", async () => {
  const id = removed.get("own") ?? "";
  await db.documentRemoval.update({ where: { id }, data: { endedAt: moment } });
  expect(await seers("own")).toEqual([]);
});

test("a document is restored by who may change it, a folder by who keeps the folders", () => {
  const allowed = (removal: Parameters<typeof canRestore>[1]) =>
    actors.filter(([, actor]) => canRestore(actor, removal)).map(([name]) => name);
  const common = { programmeId: group.programme.id, organisationId: null, tableId: null };
  const own = { programmeId: group.programme.id, organisationId: group.first.id, tableId: null };
  const document = { kind: "EXCHANGE_MATERIAL" as const, createdById: group.staff.personId };
  expect(allowed({ space: common, document })).toEqual(["coordinator", "staff"]);
  expect(allowed({ space: common, document: null })).toEqual(["coordinator"]);
  expect(allowed({ space: own, document })).toEqual(["staff"]);
  expect(allowed({ space: own, document: null })).toEqual(["referent", "staff"]);
});
