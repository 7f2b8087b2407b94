import { beforeAll, expect, test } from "vitest";
import { getDeliverable, getReceipt } from "@/lib/documents/deliverables/one/queries";
import {
  canExtendOrLock,
  canRequestDeliverables,
  canReview,
  canSubmit,
} from "@/lib/documents/deliverables/policy";
import { getMatrix, listOwed, listToReview } from "@/lib/documents/deliverables/queries";
import { getRequest, listOfRequest } from "@/lib/documents/deliverables/requests/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { NotFoundError } from "@/lib/platform/errors";
import { aDeliverable, aWorkingGroup, sent, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";

let group: WorkingGroup;
let actors: [string, Actor][];
beforeAll(async () => {
  group = await aWorkingGroup();
  const { programme: _p, first: _f, second: _s, ...people } = group;
  actors = [...Object.entries(people), ["visitor", visitorActor(moment)]];
});
const allowed = (can: (actor: Actor) => boolean) =>
  actors.filter(([, actor]) => can(actor)).map(([name]) => name);

test("the permitted set of each act is complete", () => {
  const place = { programmeId: group.programme.id, organisationId: group.first.id };
  expect(allowed((actor) => canRequestDeliverables(actor, group.programme.id))).toEqual(["coordinator"]);
  expect(allowed((actor) => canSubmit(actor, place))).toEqual(["referent", "staff"]);
  const reviewing = (chain: (string | null)[]) =>
    allowed((actor) => canReview(actor, { programmeId: place.programmeId, chain }));
  expect(reviewing([])).toEqual(["coordinator", "expert"]);
  expect(reviewing([group.coordinator.personId])).toEqual(["coordinator"]);
  expect(reviewing([group.expert.personId])).toEqual(["coordinator", "expert"]);
  expect(reviewing([group.referent.personId, group.observer.personId])).toEqual(["coordinator"]);
  expect(allowed((actor) => canExtendOrLock(actor, place))).toEqual(["coordinator"]);
});

test("a deliverable to do is seen by its body and by those who read every body; not by others, as if it did not exist", async () => {
  const { id, requestId } = await aDeliverable(group);
  for (const [name, actor] of actors) {
    const seen = ["coordinator", "expert", "observer", "referent", "staff"].includes(name);
    const member = seen || name === "otherReferent";
    if (seen) expect((await getDeliverable(actor, id)).id).toBe(id);
    else await expect(getDeliverable(actor, id), name).rejects.toThrow(NotFoundError);
    if (member) expect((await getRequest(actor, requestId)).id).toBe(requestId);
    else await expect(getRequest(actor, requestId), name).rejects.toThrow(NotFoundError);
  }
});

test("the matrix shows every body to readers and its own row to a body", async () => {
  const rows = async (actor: Actor) =>
    new Set((await getMatrix(actor, group.programme.id)).cells.map((cell) => cell.organisationId));
  expect(await rows(group.observer)).toEqual(new Set([group.first.id, group.second.id]));
  expect(await rows(group.staff)).toEqual(new Set([group.first.id]));
  expect(await rows(group.outsider)).toEqual(new Set());
  expect((await getMatrix(group.outsider, group.programme.id)).requests).toEqual([]);
});

test("a request's page shows every body to readers and its own to a body", async () => {
  const { requestId } = await aDeliverable(group);
  const shown = async (actor: Actor) =>
    (await listOfRequest(actor, requestId)).map((cell) => cell.organisationId).sort();
  const all = [group.first.id, group.second.id].sort();
  expect(await shown(group.coordinator)).toEqual(all);
  expect(await shown(group.observer)).toEqual(all);
  expect(await shown(group.staff)).toEqual([group.first.id]);
  expect(await shown(group.otherReferent)).toEqual([group.second.id]);
  expect(await shown(group.outsider)).toEqual([]);
});

test("what is owed and what waits for review reach only those concerned", async () => {
  const row = await sent(group, (await aDeliverable(group, "Elenchi")).id);
  expect((await listOwed(group.staff)).map((one) => one.id)).not.toContain(row.id);
  expect((await listOwed(group.otherReferent)).every((one) => one.organisation.shortName !== "")).toBe(true);
  expect(await listOwed(group.coordinator)).toEqual([]);
  expect((await listToReview(group.expert)).map((one) => one.id)).toContain(row.id);
  expect(await listToReview(group.referent)).toEqual([]);
  await expect(getReceipt(group.otherReferent, row.submissions[0]?.id ?? "")).rejects.toThrow(NotFoundError);
});
