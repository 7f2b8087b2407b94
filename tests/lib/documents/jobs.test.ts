import { utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sweepObjects } from "@/lib/documents/jobs";
import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { ForbiddenError } from "@/lib/platform/errors";
import { hasObject, putObject } from "@/lib/platform/storage/storage";
import { actorAs } from "@/tests/support/actors";
import { aProgramme } from "@/tests/support/factories";

const day = 86_400_000;
const at = new Date();
const sweep = systemActor("sweep", at);

/** Bytes in the storage, last stored some days ago, with or without their row. */
async function bytesOf(content: string, age: number, registered: boolean): Promise<string> {
  const { sha256, size } = await putObject(Buffer.from(content));
  const stored = new Date(at.getTime() - age * day);
  utimesSync(join(env().dataDir, "objects", sha256.slice(0, 2), sha256.slice(2, 4), sha256), stored, stored);
  if (registered) await db.storedObject.create({ data: { sha256, size: BigInt(size), createdAt: stored } });
  return sha256;
}

test("the sweep removes bytes that nothing points to, and only after a day", async () => {
  const used = await bytesOf("used by a version", 9, true);
  const { id: programmeId } = await aProgramme();
  const space = await db.documentSpace.create({ data: { programmeId }, select: { id: true } });
  await db.document.create({
    data: {
      spaceId: space.id,
      kind: "INFORMATION",
      title: "In uso",
      versions: {
        create: { number: 1, objectSha256: used, filename: "a.txt", mimeType: "text/plain", size: 1n },
      },
    },
  });
  const cover = await bytesOf("a cover of the library", 9, true);
  const { id: documentId } = await db.document.findFirstOrThrow({ where: { spaceId: space.id } });
  await db.reuseItem.create({
    data: {
      slug: "con-copertina",
      programmeId,
      documentId,
      title: "Con copertina",
      abstract: "x",
      subjects: ["training"],
      authors: ["x"],
      coverSha256: cover,
      coverMimeType: "image/png",
      publishedAt: at,
      modifiedAt: at,
    },
  });
  const dropped = await bytesOf("its form was refused", 2, false);
  const orphan = await bytesOf("its version was removed", 2, true);
  const fresh = await bytesOf("its form is on the way", 0, false);

  expect(await sweepObjects(sweep)).toBe(2);
  expect(await hasObject(used)).toBe(true);
  expect(await hasObject(cover)).toBe(true);
  expect(await hasObject(fresh)).toBe(true);
  expect(await hasObject(dropped)).toBe(false);
  expect(await hasObject(orphan)).toBe(false);
  expect(await db.storedObject.count({ where: { sha256: orphan } })).toBe(0);
  expect(await sweepObjects(sweep)).toBe(0);
});

test("only the portal itself sweeps", async () => {
  await expect(sweepObjects(await actorAs("ADMINISTRATOR"))).rejects.toThrow(ForbiddenError);
});
