import { beforeAll, describe, expect, test } from "vitest";
import { lockApproved } from "@/lib/documents/deliverables/jobs";
import {
  decideReview,
  lockDeliverable,
  openReview,
  undoApproval,
} from "@/lib/documents/deliverables/review/mutations";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { denied } from "@/tests/support/denied";
import {
  aDeliverable,
  aWorkingGroup,
  reload,
  sent,
  type WorkingGroup,
} from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});

async function inReview(title: string) {
  const submitted = await sent(group, (await aDeliverable(group, title)).id);
  await openReview(group.expert, { id: submitted.id, version: submitted.version });
  const row = await reload({ id: submitted.id });
  return { ...row, versionId: row.submissions[0]?.versionId ?? "" };
}

describe("reviewing", () => {
  test("asks for changes, gets a new version, approves it; the history keeps both", async () => {
    const first = await inReview("Due giri");
    const comment = "Indicare i destinatari per ufficio.";
    await decideReview(group.expert, {
      id: first.id,
      version: first.version,
      versionId: first.versionId,
      decision: "CHANGES_REQUESTED",
      comment,
    });
    const again = await sent(group, first.id, group.staff, "corretto.pdf");
    await openReview(group.coordinator, { id: first.id, version: again.version });
    const second = await reload({ id: first.id });
    const newest = second.document?.versions[0]?.id ?? "";
    await decideReview(group.coordinator, {
      id: first.id,
      version: second.version,
      versionId: newest,
      decision: "APPROVED",
      comment: "",
    });
    expect(await reload({ id: first.id })).toMatchObject({ state: "APPROVED" });
    const reviews = await db.review.findMany({
      where: { deliverableId: first.id },
      orderBy: { decision: "asc" },
    });
    expect(reviews.map(({ decision, versionId }) => [decision, versionId])).toEqual([
      ["APPROVED", newest],
      ["CHANGES_REQUESTED", first.versionId],
    ]);
  });

  test("refuses a decision on a version that is not the one sent", async () => {
    const row = await inReview("Versione letta");
    const input = {
      id: row.id,
      version: row.version,
      versionId: row.id,
      decision: "APPROVED",
      comment: "",
    } as const;
    await expect(decideReview(group.expert, input)).rejects.toMatchObject({
      code: "documents.newerSubmission",
    });
  });

  test("of two decisions at once one wins, the other is told who decided", async () => {
    const row = await inReview("Due revisori");
    const input = { id: row.id, version: row.version, versionId: row.versionId, comment: "Da rivedere" };
    const results = await Promise.allSettled([
      decideReview(group.expert, { ...input, decision: "APPROVED" }),
      decideReview(group.coordinator, { ...input, decision: "CHANGES_REQUESTED" }),
    ]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await db.review.count({ where: { deliverableId: row.id } })).toBe(1);
  });

  test("is told of a stale form with who changed the deliverable and when", async () => {
    const submitted = await sent(group, (await aDeliverable(group, "Modulo vecchio")).id);
    await expect(
      openReview(group.expert, { id: submitted.id, version: submitted.version - 1 }),
    ).rejects.toMatchObject({
      code: "stale",
      params: { who: "Ada Ginestrelli", at: moment },
    });
  });
});

describe("locking", () => {
  async function approved(title: string) {
    const row = await inReview(title);
    await decideReview(group.expert, {
      id: row.id,
      version: row.version,
      versionId: row.versionId,
      decision: "APPROVED",
      comment: "",
    });
    return reload({ id: row.id });
  }

  test("an approval can be undone until the lock", async () => {
    const row = await approved("Annullata");
    await undoApproval(group.expert, { id: row.id, version: row.version });
    expect(await reload({ id: row.id })).toMatchObject({ state: "IN_REVIEW" });
    expect(await db.review.count({ where: { deliverableId: row.id, undoneAt: null } })).toBe(0);
  });

  test("locks by an act; nothing moves after it", async () => {
    const row = await approved("Bloccata");
    await lockDeliverable(group.coordinator, { id: row.id, version: row.version });
    const locked = await reload({ id: row.id });
    expect(locked.state).toBe("LOCKED");
    await expect(
      undoApproval(group.coordinator, { id: row.id, version: locked.version }),
    ).rejects.toMatchObject({ code: "documents.moveNotAllowed" });
  });

  test("locks by itself 24 hours after the approval, not a second before", async () => {
    const row = await approved("Da sola");
    const hours = (count: number, seconds = 0) =>
      new Date(moment.getTime() + count * 3_600_000 + seconds * 1000);
    await lockApproved(systemActor("lock-approved", hours(24, -1)));
    expect(await reload({ id: row.id })).toMatchObject({ state: "APPROVED" });
    await lockApproved(systemActor("lock-approved", hours(24)));
    expect(await reload({ id: row.id })).toMatchObject({ state: "LOCKED", stateSince: hours(24) });
    expect(
      await db.event.count({
        where: { subjectId: row.id, kind: "documents.locked", actorKind: "system:lock-approved" },
      }),
    ).toBe(1);
  });
});

describe("who may not", () => {
  let input: { id: string; version: number; versionId: string };
  beforeAll(async () => {
    const row = await inReview("Diritti di revisione");
    input = { id: row.id, version: row.version, versionId: row.versionId };
  });
  const decide = (actor: "referent" | "otherReferent" | "observer" | "administrator" | "outsider") => () =>
    decideReview(group[actor], { ...input, decision: "APPROVED", comment: "" });
  denied("decideReview", "to the body itself", decide("referent"));
  denied("decideReview", "to another body", decide("otherReferent"));
  denied("decideReview", "to the observer", decide("observer"));
  denied("decideReview", "to the administrator", decide("administrator"));
  denied("decideReview", "to the coordinator of another programme", decide("outsider"));
  denied("openReview", "to the observer", () => openReview(group.observer, input));
  denied("openReview", "to the body itself", () => openReview(group.staff, input));
  denied("undoApproval", "to the body itself", () => undoApproval(group.referent, input));
  denied("lockDeliverable", "to the expert", () => lockDeliverable(group.expert, input));
});
