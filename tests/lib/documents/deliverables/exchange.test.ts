import { beforeAll, describe, expect, test } from "vitest";
import { addComment, resolveComment } from "@/lib/documents/deliverables/comments/mutations";
import { addCommentSchema } from "@/lib/documents/deliverables/comments/schema";
import { rebuildMessages } from "@/lib/documents/deliverables/conversation/jobs";
import { writeMessage } from "@/lib/documents/deliverables/conversation/mutations";
import { findExchange } from "@/lib/documents/deliverables/conversation/queries";
import { canResolve, sideOf } from "@/lib/documents/deliverables/policy";
import { decideReview, lockDeliverable, openReview } from "@/lib/documents/deliverables/review/mutations";
import { notify } from "@/lib/notifications/jobs";
import { type Actor, systemActor } from "@/lib/platform/actor";
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
import { moment } from "@/tests/support/factories";

let group: WorkingGroup;
let id: string;
let versionId: string;
beforeAll(async () => {
  group = await aWorkingGroup();
  const row = await sent(group, (await aDeliverable(group, "Con osservazioni")).id);
  await openReview(group.expert, row);
  id = row.id;
  versionId = row.submissions[0]?.versionId ?? "";
});

const comment = (text: string, by: Actor = group.expert, page?: number) =>
  addComment(by, { id, versionId, text, page }).then(() =>
    db.reviewComment.findFirstOrThrow({ where: { deliverableId: id, text } }),
  );

describe("comments", () => {
  test("stand on the version or on a page of it, and are settled once, by the body or their author", async () => {
    const onPage = await comment("Manca la data", group.expert, 3);
    expect(onPage).toMatchObject({ versionId, page: 3, authorId: group.expert.personId, resolvedAt: null });
    await resolveComment(group.staff, { id: onPage.id });
    await expect(resolveComment(group.expert, { id: onPage.id })).rejects.toMatchObject({
      code: "deliverables.alreadyResolved",
    });
    const whole = await comment("Bene nel complesso");
    await resolveComment(group.expert, { id: whole.id });
    expect((await findExchange(group.observer, id))?.comments).toHaveLength(2);
  });

  test("are refused on a version that was not sent, and on a page that is none", async () => {
    const other = await sent(group, (await aDeliverable(group, "Altra")).id);
    const elsewhere = other.submissions[0]?.versionId ?? "";
    await expect(addComment(group.expert, { id, versionId: elsewhere, text: "x" })).rejects.toThrow();
    for (const page of ["0", "tre", "1.5"]) {
      const read = addCommentSchema.safeParse({ id, versionId, text: "x", page });
      expect(read.error?.issues[0]?.message, page).toBe("deliverables.pageExpected");
    }
  });
});

describe("the conversation", () => {
  test("goes to the other side by mail, sanitised, and is read by body, reviewers and observers alone", async () => {
    await writeMessage(group.staff, { id, text: "Va bene **così**? <script>1</script>", lang: "it" });
    await writeMessage(group.expert, { id, text: "Sì.", lang: "it" });
    const messages = await db.deliverableMessage.findMany({
      where: { deliverableId: id },
      orderBy: { id: "asc" },
    });
    expect(messages.map((one) => one.side)).toEqual(["BODY", "REVIEWERS"]);
    expect(messages[0]?.html).toContain("<strong>così</strong>");
    expect(messages[0]?.html).not.toContain("script");
    const events = await db.event.findMany({
      where: { subjectId: id, kind: "documents.messageWritten" },
      orderBy: { seq: "asc" },
    });
    for (const event of events) await notify({ eventId: event.id }, moment);
    const told = await Promise.all(
      events.map((event) =>
        db.mail.findMany({ where: { dedupeKey: { startsWith: event.id } }, select: { toPersonId: true } }),
      ),
    );
    const people = told.map((mails) => new Set(mails.map((one) => one.toPersonId)));
    expect(people[0]).toEqual(new Set([group.coordinator.personId]));
    expect(people[1]).toEqual(new Set([group.referent.personId, group.staff.personId]));
    expect((await findExchange(group.observer, id))?.messages).toHaveLength(2);
    expect(await findExchange(group.otherReferent, id)).toBeNull();
  });

  test("is made anew when the renderer changes", async () => {
    await writeMessage(group.referent, { id, text: "_nuovo_", lang: "it" });
    await db.deliverableMessage.updateMany({ data: { rendererVersion: 0, html: "" } });
    expect(await rebuildMessages(systemActor("rebuild-derived", moment))).toBeGreaterThan(0);
    expect(await db.deliverableMessage.count({ where: { html: "" } })).toBe(0);
  });

  test("is not shown to other bodies once the deliverable is approved, and ends with the lock", async () => {
    const row = await sent(group, (await aDeliverable(group, "Bloccata e muta")).id);
    await openReview(group.expert, row);
    await addComment(group.expert, { id: row.id, versionId: row.submissions[0]?.versionId ?? "", text: "x" });
    const read = await reload({ id: row.id });
    const input = { id: row.id, version: read.version, versionId: read.reviewVersionId ?? "" };
    await decideReview(group.expert, { ...input, decision: "APPROVED", comment: "" });
    expect(await findExchange(group.otherReferent, row.id)).toBeNull();
    const { version } = await reload({ id: row.id });
    await lockDeliverable(group.coordinator, { id: row.id, version });
    const locked = { code: "deliverables.locked" };
    await expect(writeMessage(group.staff, { id: row.id, text: "x", lang: "it" })).rejects.toMatchObject(
      locked,
    );
    await expect(addComment(group.expert, { ...input, text: "x" })).rejects.toMatchObject(locked);
    const [left] = await db.reviewComment.findMany({ where: { deliverableId: row.id } });
    await expect(resolveComment(group.staff, { id: left?.id ?? "" })).rejects.toMatchObject(locked);
  });
});

test("who writes for which side, and who settles, is complete", () => {
  const { programme: _p, first: _f, second: _s, ...people } = group;
  const place = { programmeId: group.programme.id, organisationId: group.first.id, chain: [] };
  const sides = Object.entries(people).map(([name, actor]) => [name, sideOf(actor, place)]);
  expect(Object.fromEntries(sides)).toEqual({
    coordinator: "REVIEWERS",
    expert: "REVIEWERS",
    observer: null,
    referent: "BODY",
    staff: "BODY",
    otherReferent: null,
    administrator: null,
    outsider: null,
  });
  const settles = (authorId: string | null) =>
    Object.entries(people).flatMap(([name, actor]) => (canResolve(actor, place, { authorId }) ? [name] : []));
  expect(settles(group.expert.personId)).toEqual(["expert", "referent", "staff"]);
  expect(settles(null)).toEqual(["referent", "staff"]);
});

describe("who may not", () => {
  let commentId: string;
  let third: Actor;
  beforeAll(async () => {
    commentId = (await comment("Per i rifiuti")).id;
    third = await actorAs("EXPERT", { programmeId: group.programme.id });
  });
  const text = { text: "x", lang: "it" } as const;
  denied("addComment", "to the body itself", () => addComment(group.referent, { id, versionId, text: "x" }));
  denied("addComment", "to another body", () =>
    addComment(group.otherReferent, { id, versionId, text: "x" }),
  );
  denied("addComment", "to the observer", () => addComment(group.observer, { id, versionId, text: "x" }));
  denied("resolveComment", "to another body", () => resolveComment(group.otherReferent, { id: commentId }));
  denied("resolveComment", "to another reviewer", () => resolveComment(third, { id: commentId }));
  denied("resolveComment", "to the observer", () => resolveComment(group.observer, { id: commentId }));
  denied("writeMessage", "to another body", () => writeMessage(group.otherReferent, { id, ...text }));
  denied("writeMessage", "to the observer", () => writeMessage(group.observer, { id, ...text }));
  denied("writeMessage", "to the administrator", () => writeMessage(group.administrator, { id, ...text }));
});
