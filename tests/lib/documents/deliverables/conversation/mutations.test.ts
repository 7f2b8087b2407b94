import { beforeAll, describe, expect, test } from "vitest";
import { addComment, resolveComment } from "@/lib/documents/deliverables/comments/mutations";
import { rebuildMessages } from "@/lib/documents/deliverables/conversation/jobs";
import { writeMessage } from "@/lib/documents/deliverables/conversation/mutations";
import { findExchange } from "@/lib/documents/deliverables/conversation/queries";
import { canResolve, sideOf } from "@/lib/documents/deliverables/policy";
import { decideReview, lockDeliverable, openReview } from "@/lib/documents/deliverables/review/mutations";
import { notify } from "@/lib/notifications/jobs";
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
let id: string;
beforeAll(async () => {
  group = await aWorkingGroup();
  const row = await sent(group, (await aDeliverable(group, "Con osservazioni")).id);
  await openReview(group.expert, row);
  id = row.id;
});

describe("the conversation", () => {
  test("is told to the other side, sanitised, and is read by body, reviewers and observers alone", async () => {
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
        db.notification.findMany({
          where: { events: { some: { eventId: event.id } } },
          select: { personId: true },
        }),
      ),
    );
    const people = told.map((lines) => new Set(lines.map((one) => one.personId)));
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
  const text = { text: "x", lang: "it" } as const;
  denied("writeMessage", "to another body", () => writeMessage(group.otherReferent, { id, ...text }));
  denied("writeMessage", "to the observer", () => writeMessage(group.observer, { id, ...text }));
  denied("writeMessage", "to the administrator", () => writeMessage(group.administrator, { id, ...text }));
});
