import { beforeEach, describe, expect, test } from "vitest";
import { listSpaces } from "@/lib/documents/circles/queries";
import { setSpaceQuota } from "@/lib/documents/commands";
import { addDocument, addVersion, restoreVersion } from "@/lib/documents/mutations";
import { systemActor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { DomainError, ForbiddenError } from "@/lib/platform/errors";
import { aFile, aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { announced, begin } from "@/tests/support/upload-factories";

let group: WorkingGroup;
let programme: string;
const operator = systemActor("admin", moment);

beforeEach(async () => {
  group = await aWorkingGroup();
  programme = group.programme.slug;
});

const add = (size: number, title = "Un documento") =>
  addDocument(
    group.coordinator,
    { programme, kind: "INFORMATION", title, note: "" },
    { ...aFile(`${title}.pdf`), size },
  );
const quota = (bytes: number) =>
  inTransaction((tx) => setSpaceQuota(tx, operator, { programme, body: null, bytes }));
const room = async () => {
  const spaces = await listSpaces(group.coordinator, group.programme.id);
  const space = spaces.find(({ organisationId }) => organisationId === null);
  return [space?.usedBytes, space?.quotaBytes];
};

describe("the room of a space", () => {
  test("is what its versions weigh, all of them", async () => {
    const { id } = await add(1000);
    await addVersion(
      group.coordinator,
      { document: id, number: 2, note: "" },
      { ...aFile("b.pdf"), size: 500 },
    );
    const [first] = await db.documentVersion.findMany({ where: { documentId: id, number: 1 } });
    await restoreVersion(group.coordinator, { versionId: first?.id ?? "", number: 3 });
    expect(await room()).toEqual([2500n, 50_000_000_000n]);
    await db.documentVersion.deleteMany({ where: { documentId: id, number: 3 } });
    expect(await room()).toEqual([1500n, 50_000_000_000n]);
    await db.document.delete({ where: { id } });
    expect(await room()).toEqual([0n, 50_000_000_000n]);
  });

  test("follows a document to another space", async () => {
    const { id } = await add(1000);
    const other = await db.documentSpace.create({
      data: { programmeId: group.programme.id, organisationId: group.first.id },
    });
    await db.document.update({ where: { id }, data: { spaceId: other.id } });
    expect(await room()).toEqual([0n, 50_000_000_000n]);
    expect((await db.documentSpace.findUniqueOrThrow({ where: { id: other.id } })).usedBytes).toBe(1000n);
  });

  test("refuses what does not fit, with what is free, in parts before a byte comes", async () => {
    await quota(3_000_000);
    await add(1_000_000);
    const refusal = await add(2_500_000).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({
      code: "documents.spaceFull",
      params: { free: 2, size: 2.5 },
      field: "file",
    });
    await expect(begin(group.coordinator, announced(programme, { size: 2_500_000 }))).rejects.toThrow(
      "documents.spaceFull",
    );
    await expect(begin(group.coordinator, announced(programme, { size: 2_000_000 }))).resolves.toBeTruthy();
    expect(await room()).toEqual([1_000_000n, 3_000_000n]);
  });

  test("has place for one of two that come at once", async () => {
    await quota(3_000_000);
    const sent = await Promise.allSettled(["a", "b", "c"].map((title) => add(2_000_000, title)));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of sent.filter(({ status }) => status === "rejected")) {
      expect((one as PromiseRejectedResult).reason).toMatchObject({ code: "documents.spaceFull" });
    }
    expect(await room()).toEqual([2_000_000n, 3_000_000n]);
  });

  test("is held by the database, whoever writes", async () => {
    await quota(1000);
    const { id } = await add(900);
    const [version] = await db.documentVersion.findMany({ where: { documentId: id } });
    const { objectSha256 = "" } = version ?? {};
    await expect(
      db.documentVersion.create({
        data: { documentId: id, number: 2, objectSha256, filename: "a", mimeType: "b", size: 101n },
      }),
    ).rejects.toThrow();
    expect((await room())[0]).toBe(900n);
  });

  test("is given by the operator alone, not below what is used, with the event", async () => {
    await quota(5000);
    await add(3000);
    await expect(quota(2999)).rejects.toThrow("documents.quotaBelowUse");
    await expect(
      inTransaction((tx) => setSpaceQuota(tx, group.administrator, { programme, body: null, bytes: 9000 })),
    ).rejects.toThrow(ForbiddenError);
    expect(await room()).toEqual([3000n, 5000n]);
    const events = await db.event.findMany({
      where: { kind: "documents.quotaChanged", programmeId: group.programme.id },
    });
    expect(events.map(({ data }) => data)).toEqual([{ bytes: 5000 }]);
  });
});
