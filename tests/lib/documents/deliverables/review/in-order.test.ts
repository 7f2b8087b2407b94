import { beforeAll, describe, expect, test } from "vitest";
import { submitDeliverable } from "@/lib/documents/deliverables/mutations";
import { listToReview } from "@/lib/documents/deliverables/queries";
import { changeRequest } from "@/lib/documents/deliverables/requests/mutations";
import {
  decideReview,
  lockDeliverable,
  openReview,
  takeNewer,
  undoApproval,
} from "@/lib/documents/deliverables/review/mutations";
import { changeRequestSchema, requestDeliverableSchema } from "@/lib/documents/deliverables/schema";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import {
  aDeliverable,
  aWorkingGroup,
  reload,
  sent,
  type WorkingGroup,
} from "@/tests/support/document-factories";

let group: WorkingGroup;
let second: Actor;
beforeAll(async () => {
  group = await aWorkingGroup();
  second = await actorAs("EXPERT", { programmeId: group.programme.id });
});

const idOf = (actor: Actor) => actor.personId ?? "";

async function chained(title: string, reviewers: Actor[] = [group.expert, second]) {
  const [reviewer1, reviewer2] = reviewers.map(idOf);
  return aDeliverable(group, title, { reviewer1, reviewer2 });
}

async function opened(title: string) {
  const row = await sent(group, (await chained(title)).id);
  await openReview(group.expert, row);
  return reload({ id: row.id });
}

async function decide(actor: Actor, id: string, decision: "APPROVED" | "CHANGES_REQUESTED" = "APPROVED") {
  const { version, reviewVersionId } = await reload({ id });
  const versionId = reviewVersionId ?? "";
  return decideReview(actor, { id, version, versionId, decision, comment: "Visto" });
}

describe("a chain of reviewers", () => {
  test("goes from one to the next; the last approval approves", async () => {
    const row = await opened("Due in ordine");
    expect(row).toMatchObject({ state: "IN_REVIEW", round: 1, nextReviewerId: group.expert.personId });
    await decide(group.expert, row.id);
    const between = await reload({ id: row.id });
    expect(between).toMatchObject({
      state: "IN_REVIEW",
      nextReviewerId: second.personId,
      stateSince: row.stateSince,
    });
    expect((await listToReview(group.expert)).map((one) => one.id)).not.toContain(row.id);
    expect((await listToReview(second)).map((one) => one.id)).toContain(row.id);
    await decide(second, row.id);
    expect(await reload({ id: row.id })).toMatchObject({ state: "APPROVED", nextReviewerId: null });
    const events = await db.event.findMany({ where: { subjectId: row.id }, orderBy: { seq: "asc" } });
    expect(events.map((one) => one.kind).slice(-2)).toEqual(["documents.stepApproved", "documents.approved"]);
  });

  test("is refused plainly out of order, to open and to decide", async () => {
    const row = await sent(group, (await chained("Fuori turno")).id);
    await expect(openReview(second, row)).rejects.toMatchObject({ code: "deliverables.notYourTurn" });
    await openReview(group.expert, row);
    await expect(decide(second, row.id)).rejects.toMatchObject({
      code: "deliverables.notYourTurn",
      params: { who: expect.any(String) },
    });
    await decide(group.expert, row.id);
    await expect(decide(group.expert, row.id)).rejects.toMatchObject({ code: "deliverables.notYourTurn" });
  });

  test("a coordinator stands in, and the decision says for whom", async () => {
    const row = await opened("Al posto di");
    await decide(group.coordinator, row.id);
    const [review] = await db.review.findMany({ where: { deliverableId: row.id } });
    expect(review).toMatchObject({
      reviewerId: group.coordinator.personId,
      standsInForId: group.expert.personId,
      step: 1,
    });
  });

  test("changes requested by the second send it back, and the new version begins with the first again", async () => {
    const row = await opened("Rimandata dal secondo");
    await decide(group.expert, row.id);
    await decide(second, row.id, "CHANGES_REQUESTED");
    expect(await reload({ id: row.id })).toMatchObject({ state: "CHANGES_REQUESTED", nextReviewerId: null });
    const again = await sent(group, row.id, group.referent, "corretto.pdf");
    await openReview(group.expert, again);
    expect(await reload({ id: row.id })).toMatchObject({ round: 2, nextReviewerId: group.expert.personId });
  });

  test("one's own last approval is undone by one place; another's is not", async () => {
    const row = await opened("Un passo indietro");
    await decide(group.expert, row.id);
    const { version } = await reload({ id: row.id });
    await expect(undoApproval(second, { id: row.id, version })).rejects.toMatchObject({
      code: "deliverables.notYourApproval",
    });
    await undoApproval(group.expert, { id: row.id, version });
    expect(await reload({ id: row.id })).toMatchObject({
      state: "IN_REVIEW",
      nextReviewerId: group.expert.personId,
    });
    await decide(group.expert, row.id);
    await decide(second, row.id);
    const approved = await reload({ id: row.id });
    await undoApproval(second, { id: row.id, version: approved.version });
    const back = await reload({ id: row.id });
    expect(back).toMatchObject({ state: "IN_REVIEW", nextReviewerId: second.personId });
    expect(await db.review.count({ where: { deliverableId: row.id, undoneAt: null } })).toBe(1);
  });

  test("one place of one round is approved once, whoever comes at once and whatever the form forgot", async () => {
    const row = await opened("Due insieme");
    const input = {
      id: row.id,
      version: row.version,
      versionId: row.reviewVersionId ?? "",
      comment: "",
    } as const;
    const results = await Promise.allSettled(
      [group.expert, group.coordinator, group.expert].map((actor) =>
        decideReview(actor, { ...input, decision: "APPROVED" }),
      ),
    );
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const [first] = await db.review.findMany({ where: { deliverableId: row.id } });
    // What the version of the form would let pass, the database refuses.
    const { id: _id, ...copy } = first ?? ({} as never);
    await expect(db.review.create({ data: copy })).rejects.toMatchObject({ code: "P2002" });
  });

  test("keeps the order with which a round began when the request changes", async () => {
    const row = await opened("Ordine cambiato");
    const request = await db.deliverableRequest.findUniqueOrThrow({ where: { id: row.requestId } });
    await changeRequest(
      group.coordinator,
      changeRequestSchema.parse({
        id: request.id,
        version: request.version,
        title: request.title,
        dueDay: "2026-03-27",
        reviewer1: second.personId,
      }),
    );
    await decide(group.expert, row.id);
    expect(await reload({ id: row.id })).toMatchObject({
      state: "IN_REVIEW",
      nextReviewerId: second.personId,
    });
  });

  test("refuses a person named twice, and one who reviews nothing here", async () => {
    const twice = requestDeliverableSchema.safeParse({
      programme: "x",
      title: "x",
      dueDay: "2026-03-27",
      reviewer1: second.personId,
      reviewer3: second.personId,
    });
    expect(twice.error?.issues).toMatchObject([
      { path: ["reviewer3"], message: "deliverables.reviewerTwice" },
    ]);
    await expect(chained("Estraneo", [group.expert, group.observer])).rejects.toMatchObject({
      code: "deliverables.notAReviewer",
      field: "reviewer2",
    });
  });
});

describe("a newer version during the review", () => {
  async function withNewer(title: string) {
    const row = await opened(title);
    await decide(group.expert, row.id);
    await sent(group, row.id, group.staff, `${title}.pdf`);
    return reload({ id: row.id });
  }

  test("waits beside the one that is read, and is approved unread only on purpose", async () => {
    const row = await withNewer("Accanto");
    expect(row).toMatchObject({ state: "IN_REVIEW", round: 1, nextReviewerId: second.personId });
    expect(row.reviewVersionId).not.toBe(row.document?.versions[0]?.id);
    await expect(decide(second, row.id)).rejects.toMatchObject({
      code: "deliverables.newerWaits",
      field: "goOn",
    });
    const { id, version, reviewVersionId } = row;
    const input = { id, version, versionId: reviewVersionId ?? "", comment: "" };
    await decideReview(second, { ...input, decision: "APPROVED", goOn: "on" });
    expect(await reload({ id })).toMatchObject({ state: "APPROVED", reviewVersionId });
  });

  test("is taken under review, and the chain begins anew", async () => {
    const row = await withNewer("Presa");
    const versionId = row.document?.versions[0]?.id ?? "";
    await takeNewer(second, { id: row.id, version: row.version, versionId });
    expect(await reload({ id: row.id })).toMatchObject({
      round: 2,
      reviewVersionId: versionId,
      nextReviewerId: group.expert.personId,
    });
    const { version } = await reload({ id: row.id });
    await expect(takeNewer(group.expert, { id: row.id, version, versionId })).rejects.toMatchObject({
      code: "documents.newerSubmission",
    });
  });

  test("that nobody read may be sent again as the answer to what was sent back", async () => {
    const row = await withNewer("Di nuovo");
    await decide(second, row.id, "CHANGES_REQUESTED");
    const back = await reload({ id: row.id });
    const versionId = back.document?.versions[0]?.id ?? "";
    await submitDeliverable(group.referent, { id: row.id, version: back.version, versionId });
    expect(await reload({ id: row.id })).toMatchObject({ state: "SUBMITTED" });
  });

  test("is refused once the deliverable is locked", async () => {
    const row = await opened("Bloccata prima");
    await decide(group.expert, row.id);
    await decide(second, row.id);
    const approved = await reload({ id: row.id });
    await lockDeliverable(group.coordinator, { id: row.id, version: approved.version });
    const { version } = await reload({ id: row.id });
    const versionId = approved.reviewVersionId ?? "";
    await expect(submitDeliverable(group.referent, { id: row.id, version, versionId })).rejects.toMatchObject(
      {
        code: "deliverables.locked",
      },
    );
  });
});

describe("who may not", () => {
  let input: { id: string; version: number; versionId: string };
  let third: Actor;
  beforeAll(async () => {
    const row = await opened("Diritti nella catena");
    await sent(group, row.id, group.staff, "diritti.pdf");
    const newer = await reload({ id: row.id });
    input = { id: row.id, version: newer.version, versionId: newer.document?.versions[0]?.id ?? "" };
    third = await actorAs("EXPERT", { programmeId: group.programme.id });
  });
  denied("takeNewer", "to the body itself", () => takeNewer(group.referent, input));
  denied("takeNewer", "to the observer", () => takeNewer(group.observer, input));
  denied("takeNewer", "to an expert who is not named", () => takeNewer(third, input));
  denied("decideReview", "to an expert who is not named", () =>
    decideReview(third, { ...input, decision: "APPROVED", comment: "" }),
  );
  denied("undoApproval", "to an expert who is not named", () => undoApproval(third, input));
});
