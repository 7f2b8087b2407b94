import { beforeAll, describe, expect, test } from "vitest";
import { addComment, resolveComment } from "@/lib/documents/deliverables/comments/mutations";
import { addCommentSchema } from "@/lib/documents/deliverables/comments/schema";
import { findExchange } from "@/lib/documents/deliverables/conversation/queries";
import { openReview } from "@/lib/documents/deliverables/review/mutations";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aDeliverable, aWorkingGroup, sent, type WorkingGroup } from "@/tests/support/document-factories";

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

describe("who may not", () => {
  let commentId: string;
  let third: Actor;
  beforeAll(async () => {
    commentId = (await comment("Per i rifiuti")).id;
    third = await actorAs("EXPERT", { programmeId: group.programme.id });
  });
  denied("addComment", "to the body itself", () => addComment(group.referent, { id, versionId, text: "x" }));
  denied("addComment", "to another body", () =>
    addComment(group.otherReferent, { id, versionId, text: "x" }),
  );
  denied("addComment", "to the observer", () => addComment(group.observer, { id, versionId, text: "x" }));
  denied("resolveComment", "to another body", () => resolveComment(group.otherReferent, { id: commentId }));
  denied("resolveComment", "to another reviewer", () => resolveComment(third, { id: commentId }));
  denied("resolveComment", "to the observer", () => resolveComment(group.observer, { id: commentId }));
});
