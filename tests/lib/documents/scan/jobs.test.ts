import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDraft } from "@/lib/documents/deliverables/mutations";
import { addDocument } from "@/lib/documents/mutations";
import { getDocument, getDownload, listPublicDocuments } from "@/lib/documents/queries";
import { scanObject } from "@/lib/documents/scan/jobs";
import { recordWithheld } from "@/lib/forum/attachments/commands";
import { attachFile } from "@/lib/forum/attachments/mutations";
import { getAttachment } from "@/lib/forum/attachments/queries";
import { notify } from "@/lib/notifications/jobs";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { ScannerError } from "@/lib/platform/scanner/clamd";
import { putObject } from "@/lib/platform/storage/storage";
import { aDeliverable, aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { type Scanner, startScanner, threatText } from "@/tests/support/scanner";
import { someText } from "@/tests/support/upload-factories";

let scanner: Scanner;
let group: WorkingGroup;
const actor = systemActor("scan-object", moment);

beforeAll(async () => {
  scanner = await startScanner();
});
afterAll(() => scanner.close());
beforeEach(async () => {
  env().CLAMD_ADDRESS = scanner.address;
  group = await aWorkingGroup();
});

const scan = (sha256: string) => scanObject(actor, { sha256 }, [recordWithheld]);
const stateOf = (sha256: string) =>
  db.storedObject.findUniqueOrThrow({ where: { sha256 }, select: { scan: true, threat: true } });

async function stored(bytes: Buffer) {
  const { sha256, size } = await putObject(bytes);
  return { sha256, size, filename: "relazione.txt", mimeType: "text/plain" };
}

/** A document that visitors may read, with the version's identifier. */
async function added(bytes: Buffer) {
  const file = await stored(bytes);
  const { id } = await addDocument(
    group.expert,
    { programme: group.programme.slug, kind: "INFORMATION", title: "Una relazione", note: "" },
    file,
  );
  await db.document.update({ where: { id }, data: { isPublic: true } });
  const [version] = await db.documentVersion.findMany({ where: { documentId: id } });
  return { id, versionId: version?.id ?? "", sha256: file.sha256 };
}

describe("with a scanner, a new file", () => {
  test("waits, is listed, and is given to nobody", async () => {
    const { id, versionId, sha256 } = await added(someText(1000));
    expect(await stateOf(sha256)).toEqual({ scan: "WAITING", threat: null });
    expect((await getDocument(group.coordinator, id)).versions).toMatchObject([
      { id: versionId, object: { scan: "WAITING" } },
    ]);
    for (const who of [group.coordinator, group.expert, visitorActor(moment)])
      await expect(getDownload(who, versionId)).rejects.toThrow(NotFoundError);
    const shown = await listPublicDocuments(visitorActor(moment), group.programme.id);
    expect(shown.flatMap(({ versions }) => versions)).toEqual([]);
    const jobs = await db.$queryRaw<unknown[]>`
      select 1 from graphile_worker.jobs where key = ${`scan-object:${sha256}`}`;
    expect(jobs).toHaveLength(1);
  });

  test("is given out once nothing was found in it", async () => {
    const { versionId, sha256 } = await added(someText(1000));
    await scan(sha256);
    expect(await stateOf(sha256)).toEqual({ scan: "CLEAN", threat: null });
    expect(await getDownload(visitorActor(moment), versionId)).toMatchObject({ id: versionId });
    expect(await db.event.count({ where: { kind: "documents.fileWithheld" } })).toBe(0);
  });

  test("stays withheld when something was, and its author and the coordinators are told", async () => {
    const { id, versionId, sha256 } = await added(Buffer.from(`${someText(100)}${threatText}`));
    await scan(sha256);
    await scan(sha256);
    expect(await stateOf(sha256)).toEqual({ scan: "INFECTED", threat: "Prova.Minaccia" });
    await expect(getDownload(group.coordinator, versionId)).rejects.toThrow(NotFoundError);
    const events = await db.event.findMany({ where: { kind: "documents.fileWithheld", subjectId: id } });
    expect(events).toHaveLength(1);
    await notify({ eventId: events[0]?.id ?? "" }, moment);
    const mails = await db.mail.findMany({ where: { dedupeKey: { startsWith: `${events[0]?.id}:` } } });
    expect(mails.map(({ dedupeKey }) => dedupeKey.split(":")[1]).sort()).toEqual(
      [group.coordinator.personId, group.expert.personId].sort(),
    );
    expect(mails[0]?.template).toBe("notifications.fileWithheld");
  });

  test("of a post waits as well, and its post is named", async () => {
    const category = await aCategory(group.programme.id);
    const thread = await aThread(category.id, { authors: [group.expert.personId] });
    const post = thread.posts[0]?.id ?? "";
    const file = await stored(Buffer.from(`${someText(100)}${threatText}`));
    await attachFile(group.expert, { post }, file);
    const { id } = await db.postAttachment.findFirstOrThrow({ where: { postId: post } });
    await expect(getAttachment(group.expert, id)).rejects.toThrow(NotFoundError);
    await scan(file.sha256);
    const event = await db.event.findFirstOrThrow({ where: { kind: "forum.fileWithheld", subjectId: post } });
    await notify({ eventId: event.id }, moment);
    expect(await db.mail.count({ where: { dedupeKey: { startsWith: `${event.id}:` } } })).toBe(2);
  });

  test("waits on while the scanner is away, and for nothing when it is set no more", async () => {
    const { versionId, sha256 } = await added(someText(1000));
    env().CLAMD_ADDRESS = "127.0.0.1:1";
    await expect(scan(sha256)).rejects.toThrow(ScannerError);
    expect((await stateOf(sha256)).scan).toBe("WAITING");
    env().CLAMD_ADDRESS = undefined;
    await scan(sha256);
    expect((await stateOf(sha256)).scan).toBe("NONE");
    expect(await getDownload(group.coordinator, versionId)).toMatchObject({ id: versionId });
  });

  test("of a deliverable is sent while it waits: what is withheld is the file", async () => {
    const deliverable = await aDeliverable(group);
    const file = await stored(someText(1000));
    await expect(
      addDraft(group.staff, { deliverable: deliverable.id, number: 1, note: "" }, file),
    ).resolves.toMatchObject({ id: deliverable.id });
  });
});

test("without a scanner nothing waits", async () => {
  env().CLAMD_ADDRESS = undefined;
  const { versionId, sha256 } = await added(someText(1000));
  expect((await stateOf(sha256)).scan).toBe("NONE");
  expect(await getDownload(group.coordinator, versionId)).toMatchObject({ id: versionId });
});

test("only the portal itself has files scanned", async () => {
  await expect(scanObject(group.administrator, { sha256: "a" })).rejects.toThrow(ForbiddenError);
});
