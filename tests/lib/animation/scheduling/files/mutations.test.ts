import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  addScheduledFile,
  checkMayAddFile,
  removeScheduledFile,
} from "@/lib/animation/scheduling/files/mutations";
import { findUploadedFile } from "@/lib/animation/scheduling/files/queries";
import { publishDue } from "@/lib/animation/scheduling/jobs";
import { cancelScheduled, publishScheduled, schedulePost } from "@/lib/animation/scheduling/mutations";
import { listScheduled } from "@/lib/animation/scheduling/queries";
import { sweepObjects } from "@/lib/documents/jobs";
import { getAttachment } from "@/lib/forum/attachments/queries";
import { mostAttachments } from "@/lib/forum/schema";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { scheduleForm } from "@/tests/support/animation-factories";
import { denied } from "@/tests/support/denied";
import { aFile } from "@/tests/support/document-factories";
import { kindsOf } from "@/tests/support/events";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { codeOf, refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
let thread: { id: string };
let known: string;

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
  thread = await aThread(category.id);
  known = await waiting({ date: "2027-03-01" });
});

/** A post of the expert that waits until an hour after the tests' moment. */
async function waiting(fields: Partial<Parameters<typeof scheduleForm>[1]> = {}): Promise<string> {
  const input = scheduleForm(pilot.programme, { categoryId: category.id, ...fields });
  await schedulePost(pilot.expert, input);
  return input.submissionKey;
}

const add = (post: string, filename = "Scheda.pdf", by = pilot.expert) =>
  addScheduledFile(by, { post }, aFile(filename));
const filesOf = (scheduledId: string) =>
  db.scheduledAttachment.findMany({ where: { scheduledId }, orderBy: { createdAt: "asc" } });
const hung = async (id: string) => {
  const row = await db.scheduledPost.findUniqueOrThrow({
    where: { id },
    select: { post: { select: { attachments: { select: { id: true, filename: true } } } } },
  });
  return row.post?.attachments ?? [];
};
const due = systemActor("publish-scheduled", new Date(moment.getTime() + 3_600_000));

describe("files of a post that waits", () => {
  test("are added and taken off by its author, with an event each", async () => {
    const post = await waiting();
    expect(await add(post)).toEqual({ slug: pilot.programme.slug, id: post });
    const [file] = await filesOf(post);
    expect(file).toMatchObject({ filename: "Scheda.pdf", mimeType: "application/pdf" });
    const { waiting: listed } = await listScheduled(pilot.coordinator, pilot.programme.slug);
    expect(listed.find(({ id }) => id === post)?.files.map(({ filename }) => filename)).toEqual([
      "Scheda.pdf",
    ]);
    await removeScheduledFile(pilot.expert, { id: file?.id ?? "" });
    expect(await filesOf(post)).toEqual([]);
    expect(await kindsOf(post)).toEqual([
      "animation.postScheduled",
      "animation.fileAdded",
      "animation.fileRemoved",
    ]);
  });

  test("are not more than a post may bear, also when they come at once", async () => {
    const post = await waiting();
    const results = await Promise.allSettled(
      Array.from({ length: mostAttachments + 2 }, (_, index) => add(post, `${index}.pdf`)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(mostAttachments);
    expect(await codeOf(checkMayAddFile(pilot.expert, post))).toBe("forum.tooManyAttachments");
  });

  test("hang on it once it is published, by the worker and by hand", async () => {
    const later = await waiting();
    const now = await waiting({ threadId: thread.id });
    for (const post of [later, now]) await add(post);
    await publishScheduled(pilot.expert, { id: now, version: 1 });
    await publishDue(due);
    for (const post of [later, now]) {
      const [file] = await hung(post);
      expect(file).toMatchObject({ filename: "Scheda.pdf" });
      expect(await getAttachment(pilot.referent, file?.id ?? "")).toMatchObject({ filename: "Scheda.pdf" });
      expect(await filesOf(post)).toEqual([]);
    }
    expect(await codeOf(add(now))).toBe("animation.waitsNoLonger");
  });

  test("go along unlooked at and are given to nobody, and stay behind where something was found", async () => {
    const post = await waiting();
    for (const name of ["Intatto.pdf", "In verifica.pdf", "Infetto.pdf"]) await add(post, name);
    const state = (name: string, scan: "WAITING" | "INFECTED") =>
      db.storedObject.update({
        where: { sha256: aFile(name).sha256 },
        data: { scan, threat: scan === "INFECTED" ? "Prova" : null },
      });
    await state("In verifica.pdf", "WAITING");
    await state("Infetto.pdf", "INFECTED");
    await publishScheduled(pilot.expert, { id: post, version: 1 });
    const files = new Map((await hung(post)).map(({ id, filename }) => [filename, id]));
    expect([...files.keys()].toSorted()).toEqual(["In verifica.pdf", "Intatto.pdf"]);
    const unseen = getAttachment(pilot.referent, files.get("In verifica.pdf") ?? "");
    expect(await refusal(unseen)).toBeInstanceOf(NotFoundError);
    expect((await filesOf(post)).map(({ filename }) => filename)).toEqual(["Infetto.pdf"]);
    const event = await db.event.findFirstOrThrow({
      where: { subjectId: post, kind: "animation.postPublished" },
    });
    expect(event.data).toMatchObject({ withheld: 1 });
  });

  test("go with a post that is cancelled or refused, and their bytes with the sweep", async () => {
    const cancelled = await waiting();
    const doomed = await aThread(category.id);
    const refused = await waiting({ threadId: doomed.id });
    const kept = await waiting({ date: "2027-03-01" });
    for (const [post, name] of [
      [cancelled, "Annullato.pdf"],
      [refused, "Rifiutato.pdf"],
      [kept, "In attesa.pdf"],
    ] as const)
      await add(post, name);
    await cancelScheduled(pilot.coordinator, { id: cancelled, version: 1 });
    await db.thread.update({ where: { id: doomed.id }, data: { lockedAt: moment } });
    await publishDue(due);
    expect([await filesOf(cancelled), await filesOf(refused)]).toEqual([[], []]);
    const names = ["Annullato.pdf", "Rifiutato.pdf", "In attesa.pdf"];
    await db.storedObject.updateMany({
      where: { sha256: { in: names.map((name) => aFile(name).sha256) } },
      data: { createdAt: new Date(moment.getTime() - 3 * 86_400_000) },
    });
    await sweepObjects(systemActor("sweep", moment));
    const left = (name: string) => db.storedObject.count({ where: { sha256: aFile(name).sha256 } });
    expect(await Promise.all(names.map(left))).toEqual([0, 0, 1]);
  });

  test("know the upload that they came from", async () => {
    const uploadId = randomUUID();
    await addScheduledFile(pilot.expert, { post: known }, { ...aFile("A parti.pdf"), uploadId });
    const system = systemActor("receive-upload", moment);
    expect(await findUploadedFile(system, uploadId)).toEqual({ slug: pilot.programme.slug, id: known });
    expect(await findUploadedFile(system, randomUUID())).toBeNull();
    expect(await refusal(findUploadedFile(pilot.expert, uploadId))).toBeInstanceOf(ForbiddenError);
  });
});

denied("addScheduledFile", "to another who animates", () => add(known, "Altro.pdf", pilot.coordinator));
denied("addScheduledFile", "to a referent", () => add(known, "Altro.pdf", pilot.referent));
denied("checkMayAddFile", "to another who animates", () => checkMayAddFile(pilot.coordinator, known));
denied("removeScheduledFile", "to another who animates", async () => {
  const [file] = await filesOf(known);
  await removeScheduledFile(pilot.coordinator, { id: file?.id ?? "" });
});
