import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { uploadTargets } from "@/app/api/upload/registry";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { mostUploads, patience } from "@/lib/platform/uploads/limits";
import { beginUpload, keepPart, removeUpload } from "@/lib/platform/uploads/mutations";
import { getUpload, isPartKept, listUploads } from "@/lib/platform/uploads/queries";
import { later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { announced, begin, partFiles, put, sha256, uploadRow } from "@/tests/support/upload-factories";

let group: WorkingGroup;
let slug: string;
const fingerprint = "f".repeat(64);

beforeAll(async () => {
  group = await aWorkingGroup();
  slug = group.programme.slug;
});

describe("a file that comes in parts is announced", () => {
  test("with where it goes, what was typed and until when it is waited for", async () => {
    const row = await uploadRow(await begin(group.coordinator, announced(slug)));
    expect(row).toMatchObject({
      personId: group.coordinator.personId,
      entry: "documents.add",
      target: { programme: slug },
      state: "ARRIVING",
      received: 0n,
      size: 30n,
      expiresAt: new Date(moment.getTime() + patience),
    });
  });

  test.each([
    ["empty", { size: 0 }, "portal.fileEmpty"],
    ["too large", { size: 5_000_000_001 }, "portal.fileTooLarge"],
    ["a program", { filename: "programma.exe" }, "portal.fileKindForbidden"],
    ["a signed program", { filename: "programma.exe.p7m" }, "portal.fileKindForbidden"],
  ])("and refused before a byte of it comes when it is %s", async (_what, over, code) => {
    const before = await db.upload.count();
    await expect(begin(group.coordinator, announced(slug, over))).rejects.toThrow(code);
    expect(await db.upload.count()).toBe(before);
  });

  test("and so are fields that the form would refuse", async () => {
    const fields = { kind: "STUDY_MATERIAL", title: "" };
    await expect(begin(group.coordinator, announced(slug, { fields }))).rejects.toThrow(ZodError);
  });

  test("by a name without what no file system bears", async () => {
    const id = await begin(group.coordinator, announced(slug, { filename: "../a\u202Efdp.txt" }));
    expect((await uploadRow(id)).filename).toBe("afdp.txt");
  });

  test("and goes on where it was when the same file is chosen again, with what the form says then", async () => {
    const first = await begin(group.expert, announced(slug, { fingerprint }));
    await put(group.expert, first, Buffer.alloc(10));
    const fields = { kind: "INFORMATION", title: "Un altro titolo" };
    expect(await begin(group.expert, announced(slug, { fingerprint, fields }))).toBe(first);
    expect(await uploadRow(first)).toMatchObject({ received: 10n, fields });
    expect(await begin(group.expert, announced(slug, { fingerprint, size: 31 }))).not.toBe(first);
    expect(await begin(group.coordinator, announced(slug, { fingerprint }))).not.toBe(first);
  });

  test("once, when the same file is announced twice at once", async () => {
    const input = announced(slug, { fingerprint: "the-same-at-once" });
    const [first, second] = await Promise.all([begin(group.expert, input), begin(group.expert, input)]);
    expect(first).toBe(second);
  });

  test("while not too many others are on the way", async () => {
    const { staff } = group;
    const input = announced(slug, { fields: { kind: "EXCHANGE_MATERIAL", title: "Uno dei tanti" } });
    const attempts = Array.from({ length: mostUploads + 5 }, () => begin(staff, input));
    const refused = (await Promise.allSettled(attempts)).filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(5);
    await expect(begin(staff, input)).rejects.toThrow("portal.tooManyUploads");
    expect(await begin(later(staff, new Date(moment.getTime() + patience)), input)).toBeTruthy();
  });
});

describe("a part", () => {
  test("counts at the end of what is there, and nowhere else", async () => {
    const id = await begin(group.coordinator, announced(slug));
    expect(await put(group.coordinator, id, Buffer.alloc(10), 10)).toBeNull();
    expect(await put(group.coordinator, id, Buffer.alloc(10))).toBe(10);
    expect(await put(group.coordinator, id, Buffer.alloc(10))).toBeNull();
    expect(await put(group.coordinator, id, Buffer.alloc(21), 10)).toBeNull();
    expect(await uploadRow(id)).toMatchObject({ received: 10n, state: "ARRIVING" });
  });

  test("that is the last makes it whole and tells the worker, once", async () => {
    const id = await begin(group.coordinator, announced(slug));
    expect(await put(group.coordinator, id, Buffer.alloc(30))).toBe(30);
    expect(await uploadRow(id)).toMatchObject({ received: 30n, state: "ARRIVED" });
    expect(await put(group.coordinator, id, Buffer.alloc(1), 30)).toBeNull();
    const jobs = await db.$queryRaw<unknown[]>`
      select 1 from graphile_worker.jobs where key = ${`receive-upload:${id}`}`;
    expect(jobs).toHaveLength(1);
  });

  test("is waited for no longer than a day", async () => {
    const id = await begin(group.coordinator, announced(slug));
    const tomorrow = later(group.coordinator, new Date(moment.getTime() + patience));
    expect(await put(tomorrow, id, Buffer.alloc(10))).toBeNull();
    const almost = later(group.coordinator, new Date(moment.getTime() + patience - 1));
    expect(await put(almost, id, Buffer.alloc(10))).toBe(10);
    expect((await uploadRow(id)).expiresAt).toEqual(new Date(almost.at.getTime() + patience));
  });

  test("of two for one place: one counts", async () => {
    const id = await begin(group.coordinator, announced(slug));
    const sent = await Promise.all(
      ["a", "b", "c", "d"].map((letter) => put(group.coordinator, id, Buffer.alloc(10, letter))),
    );
    expect(sent.filter((received) => received === 10)).toHaveLength(1);
    expect(await db.uploadPart.count({ where: { uploadId: id } })).toBe(1);
  });

  test("that is the last and a removal at once: one of both wins", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await begin(group.coordinator, announced(slug));
      const [kept, removed] = await Promise.allSettled([
        put(group.coordinator, id, Buffer.alloc(30)),
        removeUpload(group.coordinator, { id }),
      ]);
      const isWhole = kept.status === "fulfilled" && kept.value === 30;
      expect(isWhole).toBe(removed.status === "rejected");
      expect(await db.upload.count({ where: { id, state: "ARRIVED" } })).toBe(isWhole ? 1 : 0);
    }
  });
});

describe("one's own upload", () => {
  test("is removed with what came of it, until it is whole", async () => {
    const id = await begin(group.coordinator, announced(slug));
    await put(group.coordinator, id, Buffer.alloc(10));
    expect(await removeUpload(group.coordinator, { id })).toEqual({
      entry: "documents.add",
      target: { programme: slug },
    });
    expect(await db.upload.count({ where: { id } })).toBe(0);
    expect(partFiles(id)).toEqual([]);
    const whole = await begin(group.coordinator, announced(slug));
    await put(group.coordinator, whole, Buffer.alloc(30));
    await expect(removeUpload(group.coordinator, { id: whole })).rejects.toThrow("portal.uploadBeingChecked");
  });

  test("is listed where it goes, to nobody else", async () => {
    const shown = { entries: ["documents.add"], target: { programme: slug } };
    const id = await begin(group.observer, announced(slug, { entry: "documents.add" })).catch(() => null);
    expect(id).toBeNull();
    const own = await begin(group.referent, announced(slug, { fields: exchange }));
    expect((await listUploads(group.referent, shown)).map((one) => one.id)).toEqual([own]);
    expect(await listUploads(group.referent, { ...shown, entries: ["documents.addDraft"] })).toEqual([]);
    expect(await listUploads(group.referent, { ...shown, target: { programme: "altro" } })).toEqual([]);
    expect(await listUploads(group.otherReferent, shown)).toEqual([]);
    expect(await listUploads(visitorActor(moment), shown)).toEqual([]);
    expect(await getUpload(group.referent, own)).toMatchObject({ filename: "grande.txt", received: 0 });
  });
});

const exchange = { kind: "EXCHANGE_MATERIAL", title: "Uno scambio" };

describe("refused", () => {
  let own: string;
  const part = { file: "0192a000-0000-7000-8000-000000000001", size: 30, sha256: sha256(Buffer.alloc(30)) };

  beforeAll(async () => {
    own = await begin(group.coordinator, announced(slug));
  });

  denied("beginUpload", "to a visitor", () =>
    beginUpload(visitorActor(moment), announced(slug), uploadTargets["documents.add"]),
  );
  denied("beginUpload", "to somebody of another programme", () => begin(group.outsider, announced(slug)));
  denied("keepPart", "to whoever did not begin the upload", () =>
    keepPart(group.expert, { ...part, uploadId: own, position: 0 }),
  );
  denied("removeUpload", "to whoever did not begin the upload", () =>
    removeUpload(group.administrator, { id: own }),
  );
  test("isPartKept tells nobody else", async () => {
    await put(group.coordinator, own, Buffer.alloc(10));
    const [{ file } = { file: "" }] = await db.uploadPart.findMany({ where: { uploadId: own } });
    expect(await isPartKept(group.coordinator, { uploadId: own, file })).toBe(true);
    expect(await isPartKept(group.expert, { uploadId: own, file })).toBe(false);
  });
});
