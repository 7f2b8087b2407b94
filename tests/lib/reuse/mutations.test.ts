import { beforeAll, describe, expect, test } from "vitest";
import { decideReview, openReview, undoApproval } from "@/lib/documents/deliverables/review/mutations";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { DomainError } from "@/lib/platform/errors";
import {
  changeItem,
  checkMayChange,
  checkMayPublish,
  publishItem,
  restoreItem,
  withdrawItem,
} from "@/lib/reuse/mutations";
import { getItem, listItems } from "@/lib/reuse/queries";
import { type ChangeItem, changeItemSchema } from "@/lib/reuse/schema";
import { denied } from "@/tests/support/denied";
import {
  aDeliverable,
  aFile,
  aWorkingGroup,
  reload,
  sent,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aMaterial, anItem, aVersion, itemRow, publishForm } from "@/tests/support/reuse-factories";

let group: WorkingGroup;
let other: WorkingGroup;
const visitor = visitorActor(moment);
beforeAll(async () => {
  group = await aWorkingGroup();
  other = await aWorkingGroup();
});

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => error as DomainError,
  );
const picture = { ...aFile("copertina.png"), mimeType: "image/png" };

const changed = (
  item: Awaited<ReturnType<typeof itemRow>>,
  fields: Record<string, unknown> = {},
): ChangeItem =>
  changeItemSchema.parse({
    id: item.id,
    version: item.version,
    licence: item.licence,
    title: item.title,
    abstract: item.abstract,
    lang: item.lang,
    subjects: item.subjects,
    authors: item.authors.join("\n"),
    ...fields,
  });

async function approved(title: string) {
  const submitted = await sent(group, (await aDeliverable(group, title)).id);
  await openReview(group.expert, { id: submitted.id, version: submitted.version });
  const row = await reload({ id: submitted.id });
  const versionId = row.submissions[0]?.versionId ?? "";
  await decideReview(group.coordinator, {
    id: row.id,
    version: row.version,
    versionId,
    decision: "APPROVED",
    comment: "",
  });
  const done = await reload({ id: row.id });
  return { deliverable: done, id: done.documentId ?? "", versionId };
}

describe("publishing", () => {
  test("makes an item with its first release and an event that says nothing of people", async () => {
    const material = await aMaterial(group);
    const form = publishForm(material, { title: "Città e perché", authors: "Ente uno\n\n Ente due " });
    const place = await publishItem(group.coordinator, form, picture);
    expect(place.slug).toBe(group.programme.slug);
    const item = await itemRow(place.id);
    expect(item).toMatchObject({
      slug: "citta-e-perche",
      state: "PUBLISHED",
      licence: "CC-BY-4.0",
      authors: ["Ente uno", "Ente due"],
      coverSha256: picture.sha256,
      publishedById: group.coordinator.personId,
      releases: [{ number: 1, versionId: material.versionId, downloads: 0 }],
    });
    const [event] = await db.event.findMany({ where: { subjectId: item.id } });
    expect(event).toMatchObject({
      kind: "reuse.published",
      programmeId: group.programme.id,
      data: { document: material.id, licence: "CC-BY-4.0" },
    });
  });

  test("gives the approved version of a deliverable, and none before the approval", async () => {
    const submitted = await sent(group, (await aDeliverable(group, "Non ancora")).id);
    const early = {
      id: submitted.documentId ?? "",
      versionId: submitted.submissions[0]?.versionId ?? "",
    };
    expect((await refusal(publishItem(group.coordinator, publishForm(early))))?.code).toBe(
      "reuse.notApproved",
    );
    const source = await approved("Approvata");
    const { id } = await publishItem(group.coordinator, publishForm(source, { title: "Approvata" }));
    expect(await itemRow(id)).toMatchObject({ organisationId: group.first.id });
  });

  test("an approval that is undone closes the release without the library being asked", async () => {
    const source = await approved("Ripensata");
    const { id } = await publishItem(group.coordinator, publishForm(source, { title: "Ripensata" }));
    const { slug } = await itemRow(id);
    expect((await getItem(visitor, slug)).releases).toHaveLength(1);
    const { id: deliverableId, version } = source.deliverable;
    await undoApproval(group.coordinator, { id: deliverableId, version });
    expect((await getItem(visitor, slug)).releases).toEqual([]);
  });

  test("of two at once one wins, the other learns that it is there", async () => {
    const material = await aMaterial(group);
    const results = await Promise.all(
      [1, 2, 3].map((one) =>
        refusal(publishItem(group.coordinator, publishForm(material, { title: `Insieme ${one}` }))),
      ),
    );
    expect(results.map((one) => one?.code ?? "done").sort()).toEqual([
      "done",
      "reuse.publishedAlready",
      "reuse.publishedAlready",
    ]);
    expect(await db.reuseItem.count({ where: { documentId: material.id } })).toBe(1);
  });

  test("two of one title at once get two addresses", async () => {
    const materials = await Promise.all([aMaterial(group), aMaterial(group), aMaterial(group)]);
    await Promise.all(
      materials.map((one) => publishItem(group.coordinator, publishForm(one, { title: "Stesso titolo" }))),
    );
    const rows = await db.reuseItem.findMany({ where: { title: "Stesso titolo" }, orderBy: { slug: "asc" } });
    expect(rows.map(({ slug }) => slug)).toEqual(["stesso-titolo", "stesso-titolo-2", "stesso-titolo-3"]);
  });

  test("refuses what was not looked at: a newer version, a picture that is none", async () => {
    const material = await aMaterial(group);
    await aVersion(group, material.id, 2);
    expect(await refusal(publishItem(group.coordinator, publishForm(material)))).toMatchObject({
      code: "reuse.newerVersion",
      params: { number: 2 },
    });
    const another = await aMaterial(group);
    expect(await refusal(publishItem(group.coordinator, publishForm(another), aFile()))).toMatchObject({
      code: "reuse.coverKind",
      field: "file",
    });
  });

  denied("publishItem", "to an expert of the programme", async () =>
    publishItem(group.expert, publishForm(await readyMaterial())),
  );
  denied("publishItem", "to the coordinator of another programme", async () =>
    publishItem(other.coordinator, publishForm(await readyMaterial())),
  );
  denied("checkMayPublish", "to a referent", async () =>
    checkMayPublish(group.referent, (await readyMaterial()).id),
  );
  denied("checkMayPublish", "to a visitor", async () => checkMayPublish(visitor, (await readyMaterial()).id));
});

let ready: Awaited<ReturnType<typeof aMaterial>>;
let kept: Awaited<ReturnType<typeof anItem>>;
beforeAll(async () => {
  ready = await aMaterial(group);
  kept = await anItem(group, { title: "Tenuto" });
});
const readyMaterial = async () => ready;

describe("changing", () => {
  test("keeps a licence that is no longer offered, and takes on no other such", async () => {
    const item = await anItem(group);
    await db.reuseItem.update({ where: { id: item.id }, data: { licence: "IODL-2.0" } });
    await changeItem(group.coordinator, changed({ ...item, licence: "IODL-2.0" }, { title: "Nuovo nome" }));
    expect(await itemRow(item.id)).toMatchObject({ title: "Nuovo nome", licence: "IODL-2.0", version: 2 });
    const another = await anItem(group);
    const attempt = changeItem(group.coordinator, changed(another, { licence: "IODL-2.0" }));
    expect(await refusal(attempt)).toMatchObject({ code: "chooseOne", field: "licence" });
  });

  test("puts a cover, takes it away, and is told when somebody was first", async () => {
    const item = await anItem(group);
    await changeItem(group.coordinator, changed(item), picture);
    const covered = await itemRow(item.id);
    expect(covered.coverSha256).toBe(picture.sha256);
    await changeItem(group.coordinator, changed(covered, { withoutCover: "on" }));
    expect((await itemRow(item.id)).coverSha256).toBeNull();
    expect((await refusal(changeItem(group.coordinator, changed(item))))?.code).toBe("stale");
  });

  test("links an adaptation, and never in a circle, not even by two at once", async () => {
    const [first, second] = [await anItem(group), await anItem(other)];
    await changeItem(other.coordinator, changed(second, { adaptationOf: first.id }));
    expect((await getItem(visitor, first.slug)).adaptations).toMatchObject([{ id: second.id }]);
    expect((await getItem(visitor, second.slug)).adaptationOf).toMatchObject({ id: first.id });
    const circle = changeItem(group.coordinator, changed(first, { adaptationOf: second.id }));
    expect(await refusal(circle)).toMatchObject({ code: "reuse.circle", field: "adaptationOf" });
    const [left, right] = [await anItem(group), await anItem(group)];
    const results = await Promise.all([
      refusal(changeItem(group.coordinator, changed(left, { adaptationOf: right.id }))),
      refusal(changeItem(group.coordinator, changed(right, { adaptationOf: left.id }))),
    ]);
    expect(results.map((one) => one?.code ?? "done").sort()).toEqual(["done", "reuse.circle"]);
  });

  denied("changeItem", "to staff of a body", () => changeItem(group.staff, changed(kept)));
  denied("changeItem", "to the administrator", () => changeItem(group.administrator, changed(kept)));
  denied("checkMayChange", "to an observer", () => checkMayChange(group.observer, kept.id));
});

describe("withdrawing", () => {
  test("takes an item out of lists and leaves its page with the reason; it can come back", async () => {
    const item = await anItem(group, { title: "Zuppa ritirata" });
    await withdrawItem(group.coordinator, {
      id: item.id,
      version: item.version,
      reason: "REPLACED",
      note: "C’è il nuovo kit.",
    });
    const page = await getItem(visitor, item.slug);
    expect(page).toMatchObject({
      state: "WITHDRAWN",
      withdrawalReason: "REPLACED",
      withdrawalNote: "C’è il nuovo kit.",
      releases: [],
      declarations: [],
    });
    expect((await listItems(visitor, { q: "zuppa" })).rows).toEqual([]);
    const again = withdrawItem(group.coordinator, {
      id: item.id,
      version: item.version + 1,
      reason: "MISTAKE",
      note: "",
    });
    expect((await refusal(again))?.code).toBe("reuse.moveNotAllowed");
    await restoreItem(group.coordinator, { id: item.id, version: item.version + 1 });
    expect(await getItem(visitor, item.slug)).toMatchObject({ state: "PUBLISHED", withdrawalReason: null });
    expect((await listItems(visitor, { q: "zuppa" })).rows).toHaveLength(1);
    const events = await db.event.findMany({ where: { subjectId: item.id }, orderBy: { seq: "asc" } });
    expect(events.map(({ kind, data }) => [kind, data])).toEqual([
      ["reuse.published", expect.anything()],
      ["reuse.withdrawn", { reason: "REPLACED" }],
      ["reuse.restored", {}],
    ]);
  });

  const withdrawal = () => ({ id: kept.id, version: kept.version, reason: "MISTAKE" as const, note: "" });
  denied("withdrawItem", "to the coordinator of another programme", () =>
    withdrawItem(other.coordinator, withdrawal()),
  );
  denied("restoreItem", "to an expert", () =>
    restoreItem(group.expert, { id: kept.id, version: kept.version }),
  );
});
