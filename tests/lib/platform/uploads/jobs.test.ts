import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { ForbiddenError } from "@/lib/platform/errors";
import { hasObject } from "@/lib/platform/storage/storage";
import { receiveUpload, sweepUploads } from "@/lib/platform/uploads/jobs";
import { longestWait, patience } from "@/lib/platform/uploads/limits";
import { getUpload } from "@/lib/platform/uploads/queries";
import { actorAs } from "@/tests/support/actors";
import { aDeliverable, aWorkingGroup, reload, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import {
  announced,
  arrived,
  begin,
  partFiles,
  put,
  receive,
  sha256,
  someText,
  uploadRow,
} from "@/tests/support/upload-factories";

let group: WorkingGroup;
let slug: string;

beforeAll(async () => {
  group = await aWorkingGroup();
  slug = group.programme.slug;
});

const madeOf = (uploadId: string) =>
  db.documentVersion.findMany({ where: { uploadId }, include: { document: true } });

describe("a file that has arrived", () => {
  test("becomes what it was meant for, with the hash of the whole, and its parts go", async () => {
    const bytes = someText(100_000);
    const id = await arrived(group.coordinator, announced(slug), bytes);
    expect(partFiles(id)).toHaveLength(2);
    await receive(id);
    const [version] = await madeOf(id);
    expect(version).toMatchObject({
      objectSha256: sha256(bytes),
      size: 100_000n,
      filename: "grande.txt",
      mimeType: "text/plain; charset=utf-8",
      authorId: group.coordinator.personId,
      document: { title: "Un documento a parti", kind: "STUDY_MATERIAL" },
    });
    expect(await hasObject(sha256(bytes))).toBe(true);
    expect(await getUpload(group.coordinator, id)).toMatchObject({
      state: "RECEIVED",
      ledTo: {
        pathname: "/area/programmes/[slug]/documents/[id]",
        params: { slug, id: version?.documentId },
      },
    });
    expect(partFiles(id)).toEqual([]);
    const event = await db.event.findFirst({ where: { subjectId: version?.documentId ?? "" } });
    expect(event).toMatchObject({ kind: "documents.added", actorId: group.coordinator.personId });
  });

  test("is made once, when the job runs twice or at once", async () => {
    const twice = await arrived(group.coordinator, announced(slug), someText(1000));
    await receive(twice);
    await receive(twice);
    const atOnce = await arrived(group.coordinator, announced(slug), someText(1000));
    await Promise.all([receive(atOnce), receive(atOnce)]);
    for (const id of [twice, atOnce]) {
      expect(await madeOf(id)).toHaveLength(1);
      expect((await uploadRow(id)).state).toBe("RECEIVED");
    }
  });

  test("is found again when the job was killed after it was made", async () => {
    const id = await arrived(group.coordinator, announced(slug), someText(1000));
    await receive(id);
    await db.$executeRaw`update upload set state = 'ARRIVED', led_to = null where id = ${id}::uuid`;
    await receive(id);
    expect(await madeOf(id)).toHaveLength(1);
    expect((await uploadRow(id)).state).toBe("RECEIVED");
  });

  test("becomes a draft of a deliverable, and a file of a post", async () => {
    const deliverable = await aDeliverable(group, "Un piano a parti");
    const draft = await arrived(
      group.staff,
      announced(slug, {
        entry: "documents.addDraft",
        place: { programme: slug, deliverable: deliverable.id },
        fields: { number: "1", note: "prima" },
      }),
      someText(1000),
    );
    await receive(draft);
    expect((await reload({ id: deliverable.id })).document?.versions).toMatchObject([
      { number: 1, note: "prima", uploadId: draft },
    ]);
    const category = await aCategory(group.programme.id);
    const thread = await aThread(category.id, { authors: [group.expert.personId] });
    const attachment = await arrived(
      group.expert,
      announced(slug, {
        entry: "forum.attach",
        place: { programme: slug, post: thread.posts[0]?.id ?? "", thread: thread.id, number: "1" },
        fields: {},
      }),
      someText(1000),
    );
    await receive(attachment);
    await receive(attachment);
    expect(await db.postAttachment.count({ where: { uploadId: attachment } })).toBe(1);
    for (const id of [draft, attachment]) expect((await uploadRow(id)).state).toBe("RECEIVED");
  });
});

describe("what is refused leaves nothing but the reason", () => {
  const outcome = async (id: string) => {
    const { state, refusalCode } = await uploadRow(id);
    expect(partFiles(id)).toEqual([]);
    expect(await madeOf(id)).toEqual([]);
    return [state, refusalCode];
  };

  test("content of another kind than the name says", async () => {
    const page = Buffer.from("<!doctype html><html><script>alert(1)</script></html>");
    const id = await arrived(group.coordinator, announced(slug), page);
    await receive(id);
    expect(await outcome(id)).toEqual(["REFUSED", "portal.fileKindForbidden"]);
    expect(await hasObject(sha256(page))).toBe(false);
    expect((await getUpload(group.coordinator, id)).refusal?.params.allowed).toContain("pdf");
  });

  test("a right that was lost meanwhile, and a person who was disabled", async () => {
    const expert = await actorAs("EXPERT", { programmeId: group.programme.id });
    const lost = await arrived(expert, announced(slug), someText(1000));
    await db.roleAssignment.updateMany({ where: { personId: expert.personId }, data: { toAt: moment } });
    await receive(lost);
    expect(await outcome(lost)).toEqual(["REFUSED", "forbidden"]);
    const gone = await actorAs("EXPERT", { programmeId: group.programme.id });
    const disabled = await arrived(gone, announced(slug), someText(1000));
    await db.person.update({ where: { id: gone.personId }, data: { disabledAt: moment } });
    await receive(disabled);
    expect(await outcome(disabled)).toEqual(["REFUSED", "forbidden"]);
  });

  test("a part that the disk changed or lost", async () => {
    const changed = await arrived(group.coordinator, announced(slug), someText(1000));
    appendFileSync(join(env().dataDir, "uploads", changed, partFiles(changed)[0] ?? ""), "x");
    const lost = await arrived(group.coordinator, announced(slug), someText(1000));
    rmSync(join(env().dataDir, "uploads", lost), { recursive: true });
    for (const id of [changed, lost]) {
      await receive(id);
      expect(await outcome(id)).toEqual(["REFUSED", "portal.uploadLost"]);
    }
  });

  test("of two versions of one number the second", async () => {
    const first = await arrived(group.coordinator, announced(slug), someText(1000));
    await receive(first);
    const [version] = await madeOf(first);
    const next = announced(slug, {
      entry: "documents.addVersion",
      place: { programme: slug, document: version?.documentId ?? "" },
      fields: { number: "2", note: "" },
    });
    const [one, two] = [
      await arrived(group.coordinator, next, someText(1000)),
      await arrived(group.coordinator, next, someText(1000)),
    ];
    await Promise.all([receive(one), receive(two)]);
    const states = [await uploadRow(one), await uploadRow(two)].map(
      ({ state, refusalCode }) => refusalCode ?? state,
    );
    expect(states.sort()).toEqual(["RECEIVED", "documents.versionTaken"]);
  });

  test("while no room and a store that is away are waited for", async () => {
    const id = await arrived(group.coordinator, announced(slug), someText(1000));
    const objects = join(env().dataDir, "objects");
    rmSync(objects, { recursive: true, force: true });
    // A file stands where the folder is wanted.
    appendFileSync(objects, "");
    await expect(receive(id)).rejects.toThrow("portal.storageAway");
    expect((await uploadRow(id)).state).toBe("ARRIVED");
    rmSync(objects);
    await receive(id);
    expect((await uploadRow(id)).state).toBe("RECEIVED");
  });
});

describe("the sweep", () => {
  test("removes what nobody goes on with, and parts of no upload", async () => {
    const open = await begin(group.coordinator, announced(slug));
    await put(group.coordinator, open, Buffer.alloc(10));
    const waiting = await arrived(group.coordinator, announced(slug), someText(1000));
    const stray = "0192a000-0000-7000-8000-00000000aaaa";
    mkdirSync(join(env().dataDir, "uploads", stray), { recursive: true });
    const sweepAt = (at: Date) => sweepUploads(systemActor("sweep", at));
    await sweepAt(moment);
    expect(await db.upload.count({ where: { id: { in: [open, waiting] } } })).toBe(2);
    expect(partFiles(open)).toHaveLength(1);
    expect(partFiles(stray)).toEqual([]);
    await sweepAt(new Date(moment.getTime() + patience));
    expect(await db.upload.count({ where: { id: open } })).toBe(0);
    expect(partFiles(open)).toEqual([]);
    expect(partFiles(waiting)).toHaveLength(2);
    await sweepAt(new Date(moment.getTime() + patience + longestWait));
    expect(await db.upload.count({ where: { id: waiting } })).toBe(0);
    expect(partFiles(waiting)).toEqual([]);
  });

  test("is the portal's own work, as the receiving is", async () => {
    const administrator = await actorAs("ADMINISTRATOR");
    await expect(sweepUploads(administrator)).rejects.toThrow(ForbiddenError);
    const receiving = { targets: {}, personAt: async () => null };
    await expect(receiveUpload(administrator, { uploadId: slug }, receiving)).rejects.toThrow(ForbiddenError);
  });
});
