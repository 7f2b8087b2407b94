import { beforeAll, describe, expect, test } from "vitest";
import { attachFile, checkMayAttach, removeAttachment } from "@/lib/forum/attachments/mutations";
import { getAttachment } from "@/lib/forum/attachments/queries";
import { mostAttachments } from "@/lib/forum/schema";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

const file = { sha256: "a".repeat(64), size: 84_000, filename: "Matrice.xlsx", mimeType: "application/pdf" };

let pilot: Awaited<ReturnType<typeof aPilot>>;
let thread: Awaited<ReturnType<typeof aThread>>;
let post: string;
let attachment: string;

beforeAll(async () => {
  pilot = await aPilot();
  const category = await aCategory(pilot.programme.id, { isPublic: true });
  thread = await aThread(category.id, {
    state: "ANSWERED",
    authors: [pilot.referent.personId, pilot.expert.personId],
  });
  post = thread.posts[1]?.id ?? "";
  await attachFile(pilot.expert, { post }, file);
  attachment = (await db.postAttachment.findFirstOrThrow({ where: { postId: post } })).id;
});

describe("files of a post", () => {
  test("are added by its author, with the event", async () => {
    expect(await db.postAttachment.findUniqueOrThrow({ where: { id: attachment } })).toMatchObject({
      filename: "Matrice.xlsx",
      size: 84_000n,
    });
    const event = await db.event.findFirstOrThrow({ where: { subjectId: post } });
    expect(event).toMatchObject({ kind: "forum.attachmentAdded", data: { attachmentId: attachment } });
  });

  test("are read by whoever reads the post, and go with it", async () => {
    const visitor = visitorActor(moment);
    expect(await getAttachment(visitor, attachment)).toMatchObject({ filename: "Matrice.xlsx" });
    await db.post.update({ where: { id: post }, data: { hiddenAt: moment } });
    await expect(getAttachment(visitor, attachment)).rejects.toThrow(NotFoundError);
    await expect(getAttachment(pilot.referent, attachment)).rejects.toThrow(NotFoundError);
    expect(await getAttachment(pilot.coordinator, attachment)).toMatchObject({ filename: "Matrice.xlsx" });
    await db.post.update({ where: { id: post }, data: { hiddenAt: null } });
  });

  test("are not more than ten, also when they come at once", async () => {
    const first = thread.posts[0]?.id ?? "";
    const results = await Promise.allSettled(
      Array.from({ length: mostAttachments + 2 }, () => attachFile(pilot.referent, { post: first }, file)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(mostAttachments);
    await expect(checkMayAttach(pilot.referent, first)).rejects.toThrow("forum.tooManyAttachments");
  });

  test("are taken off by the author", async () => {
    await attachFile(pilot.expert, { post }, { ...file, filename: "Altro.pdf" });
    const { id } = await db.postAttachment.findFirstOrThrow({ where: { filename: "Altro.pdf" } });
    await removeAttachment(pilot.expert, { id });
    expect(await db.postAttachment.count({ where: { id } })).toBe(0);
    expect(await db.event.count({ where: { kind: "forum.attachmentRemoved" } })).toBe(1);
  });

  denied("checkMayAttach", "to who did not write the post", () => checkMayAttach(pilot.referent, post));
  denied("attachFile", "to the coordinator, who did not write the post", () =>
    attachFile(pilot.coordinator, { post }, file),
  );
  denied("removeAttachment", "to another participant", () =>
    removeAttachment(pilot.referent, { id: attachment }),
  );
});
