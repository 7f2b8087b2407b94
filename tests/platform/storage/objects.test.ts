import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { env } from "@/lib/platform/env";
import { NotFoundError } from "@/lib/platform/errors";
import {
  hasObject,
  listObjects,
  openObject,
  putObject,
  removeObject,
  stageObject,
  sweepTemporary,
} from "@/lib/platform/storage/storage";

const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const temporaryFiles = () => readdirSync(join(env().dataDir, "temporary"));

afterEach(() => expect(temporaryFiles()).toEqual([]));

describe("putObject", () => {
  test("stores bytes under their hash and gives them back, whole and in part", async () => {
    const bytes = Buffer.alloc(300_000, "ab cd ");
    const stored = await putObject(Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]));
    expect(stored).toMatchObject({ sha256: sha(bytes), size: 300_000 });
    expect(Buffer.from(stored.head).equals(bytes.subarray(0, 4100))).toBe(true);
    const whole = await openObject(stored.sha256);
    expect(whole.size).toBe(300_000);
    expect((await buffer(whole.stream)).equals(bytes)).toBe(true);
    const part = await openObject(stored.sha256, { start: 10, end: 19 });
    expect((await buffer(part.stream)).toString()).toBe(bytes.subarray(10, 20).toString());
  });

  test("takes the same bytes twice and keeps one object", async () => {
    const bytes = Buffer.from("twice");
    await putObject(bytes);
    await putObject(bytes);
    const found: string[] = [];
    for await (const { sha256 } of listObjects()) if (sha256 === sha(bytes)) found.push(sha256);
    expect(found).toHaveLength(1);
  });

  test("refuses nothing at all", async () => {
    await expect(putObject(new Uint8Array())).rejects.toMatchObject({ code: "portal.fileEmpty" });
    await expect(putObject(Readable.from([]))).rejects.toMatchObject({ code: "portal.fileEmpty" });
  });

  test("refuses one byte over the limit, takes the limit itself", async () => {
    await expect(putObject(Buffer.alloc(1_000_001, 1), { maxBytes: 1_000_000 })).rejects.toMatchObject({
      code: "portal.fileTooLarge",
      params: { max: 1 },
    });
    expect((await putObject(Buffer.alloc(1_000_000, 1), { maxBytes: 1_000_000 })).size).toBe(1_000_000);
    expect(await hasObject(sha(Buffer.alloc(1_000_001, 1)))).toBe(false);
  });

  test("a source that breaks off leaves nothing", async () => {
    async function* cut() {
      yield Buffer.alloc(50_000, 7);
      throw new Error("the line went dead");
    }
    await expect(putObject(Readable.from(cut()))).rejects.toThrow("the line went dead");
    expect(await hasObject(sha(Buffer.alloc(50_000, 7)))).toBe(false);
  });
});

test("bytes that are looked at and thrown away were never stored", async () => {
  const staged = await stageObject(Buffer.from("looked at"));
  expect(await hasObject(staged.sha256)).toBe(false);
  await staged.discard();
  expect(await hasObject(staged.sha256)).toBe(false);
});

test("an object that is not there, or a name that is no hash, is not found", async () => {
  await expect(openObject("0".repeat(64))).rejects.toThrow(NotFoundError);
  await expect(openObject("../../etc/passwd")).rejects.toThrow(NotFoundError);
  await expect(removeObject("x/../..")).rejects.toThrow(NotFoundError);
});

test("a removed object is gone; removing it again harms nothing", async () => {
  const { sha256 } = await putObject(Buffer.from("to be removed"));
  await removeObject(sha256);
  await removeObject(sha256);
  expect(await hasObject(sha256)).toBe(false);
});

test("the sweep takes what is older than the moment given, and nothing else", async () => {
  await stageObject(Buffer.from("left by a killed process"));
  expect(await sweepTemporary(new Date(Date.now() - 60_000))).toBe(0);
  expect(temporaryFiles()).toHaveLength(1);
  expect(await sweepTemporary(new Date(Date.now() + 60_000))).toBe(1);
});
