import { beforeAll, describe, expect, test } from "vitest";
import { addDraft, submitDeliverable } from "@/lib/documents/deliverables/mutations";
import { canRelease, canSetProtocol } from "@/lib/documents/deliverables/policy";
import { markReady } from "@/lib/documents/deliverables/release/mutations";
import { acknowledge, recordOpening } from "@/lib/documents/reading/mutations";
import { notify } from "@/lib/notifications/jobs";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { denied } from "@/tests/support/denied";
import {
  aDeliverable,
  aFile,
  aMaterial,
  aWorkingGroup,
  reload,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});

async function drafted(title: string, more: Parameters<typeof aDeliverable>[2] = {}) {
  const { id } = await aDeliverable(group, title, more);
  await addDraft(group.staff, { deliverable: id, number: 1, note: "" }, aFile(`${title}.pdf`));
  return stamp(id);
}

async function stamp(id: string) {
  const row = await reload({ id });
  return { id, version: row.version, versionId: row.document?.versions[0]?.id ?? "" };
}

describe("where only a referent sends", () => {
  test("staff says that the draft is ready, the referents are told, and one of them sends", async () => {
    const input = await drafted("Da rilasciare", { releaseByReferent: "on" });
    await markReady(group.staff, input);
    expect(await reload({ id: input.id })).toMatchObject({
      state: "TO_DO",
      readyVersionId: input.versionId,
      readyById: group.staff.personId,
    });
    const event = await db.event.findFirstOrThrow({
      where: { subjectId: input.id, kind: "documents.draftReady" },
    });
    await notify({ eventId: event.id }, moment);
    const told = await db.mail.findMany({ where: { dedupeKey: { startsWith: event.id } } });
    expect(told.map((one) => one.toPersonId)).toEqual([group.referent.personId]);
    await submitDeliverable(group.referent, await stamp(input.id));
    expect(await reload({ id: input.id })).toMatchObject({ state: "SUBMITTED", readyVersionId: null });
  });

  test("a newer draft is not ready because an older one was", async () => {
    const input = await drafted("Di nuovo in bozza", { releaseByReferent: "on" });
    await markReady(group.staff, input);
    await expect(markReady(group.staff, input)).rejects.toMatchObject({ code: "stale" });
    await addDraft(group.staff, { deliverable: input.id, number: 2, note: "" }, aFile("nuova.pdf"));
    expect(await reload({ id: input.id })).toMatchObject({ readyVersionId: null, readyAt: null });
    await expect(
      markReady(group.staff, { ...(await stamp(input.id)), versionId: input.versionId }),
    ).rejects.toMatchObject({ code: "documents.newerDraft" });
  });

  test("nothing is marked where anybody of the body sends", async () => {
    await expect(markReady(group.staff, await drafted("Senza rilascio"))).rejects.toMatchObject({
      code: "deliverables.noReleaseNeeded",
    });
  });
});

test("who sends and who enters protocol numbers is complete", () => {
  const { programme: _p, first: _f, second: _s, ...people } = group;
  const place = { programmeId: group.programme.id, organisationId: group.first.id };
  const allowed = (can: (actor: Actor) => boolean) =>
    Object.entries(people).flatMap(([name, actor]) => (can(actor) ? [name] : []));
  const released = (releaseByReferent: boolean) =>
    allowed((actor) => canRelease(actor, { ...place, request: { releaseByReferent } }));
  expect(released(true)).toEqual(["referent"]);
  expect(released(false)).toEqual(["referent", "staff"]);
  expect(allowed((actor) => canSetProtocol(actor, place))).toEqual(["coordinator", "referent", "staff"]);
});

describe("required material", () => {
  test("has to be opened and acknowledged by who sends, not by a colleague", async () => {
    const material = await aMaterial(group, "Linee guida");
    const input = await drafted("Con letture", { materials: [material.id] });
    await expect(submitDeliverable(group.referent, input)).rejects.toMatchObject({
      code: "deliverables.materialUnread",
      params: { title: "Linee guida", count: 1 },
    });
    await expect(acknowledge(group.referent, { id: material.id })).rejects.toMatchObject({
      code: "deliverables.openFirst",
    });
    await recordOpening(group.staff, material.versionId);
    await acknowledge(group.staff, { id: material.id });
    await recordOpening(group.referent, material.versionId);
    await expect(submitDeliverable(group.referent, input)).rejects.toMatchObject({
      code: "deliverables.materialUnread",
    });
    await acknowledge(group.referent, { id: material.id });
    await submitDeliverable(group.referent, input);
    expect(await reload({ id: input.id })).toMatchObject({ state: "SUBMITTED" });
  });

  test("is chosen among the documents of the common space", async () => {
    const elsewhere = await aMaterial(await aWorkingGroup(), "Di altri");
    await expect(
      aDeliverable(group, "Materiale altrui", { materials: [elsewhere.id] }),
    ).rejects.toMatchObject({
      code: "deliverables.materialNotFound",
      field: "materials",
    });
  });
});

describe("who may not", () => {
  let input: Awaited<ReturnType<typeof stamp>>;
  beforeAll(async () => {
    input = await drafted("Diritti di rilascio", { releaseByReferent: "on" });
  });
  denied("submitDeliverable", "to staff where only a referent sends", () =>
    submitDeliverable(group.staff, input),
  );
  denied("markReady", "to another body", () => markReady(group.otherReferent, input));
  denied("markReady", "to the coordinator", () => markReady(group.coordinator, input));
});
