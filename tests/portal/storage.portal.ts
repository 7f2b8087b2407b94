import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openData, type PortalData, type PortalProcess, signIn, startWeb } from "../support/portal";
import { beginUpload } from "../support/slow-upload";

const megabyte = 1024 ** 2;
const reason = "a small disk of its own needs Linux and the right to mount one";
let data: PortalData;
let disk: string;
let web: PortalProcess | undefined;
let cookie: string;

function mount(...args: string[]): boolean {
  try {
    execFileSync("mount", args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

beforeAll(async () => {
  data = await openData();
  disk = join(data.dataDir, "disk");
  mkdirSync(disk);
  if (process.platform !== "linux" || !mount("-t", "tmpfs", "-o", "size=16m", "tmpfs", disk)) return;
  web = await startWeb(data, { SPERIMENTA_DATA_DIR: disk, LOG_LEVEL: "fatal" });
  cookie = await signIn(web, "coordinatore");
});
afterAll(async () => {
  await web?.stop();
  if (web) execFileSync("umount", ["-l", disk], { stdio: "ignore" });
});
beforeEach(({ skip }) => skip(!web, reason));

const url = () => web?.url ?? "";

async function upload(title: string, size: number) {
  const { finish } = await beginUpload(url(), cookie, { title, size });
  const { status, body } = await finish();
  const rows = await data.rows("select from document where title = $1", [title]);
  return { status, body, rows: rows.length };
}

const left = () => readdirSync(join(disk, "temporary"));

async function expectTheRestToLive() {
  for (const path of ["/programmi", "/area", "/area/programmi/camere-nuova-edizione/documenti"]) {
    expect((await fetch(url() + path, { headers: { cookie } })).status, path).toBe(200);
  }
}

describe("a disk that is full", () => {
  test("refuses a file with 507, in words, and keeps nothing of it; the rest of the portal lives", async () => {
    expect(await upload("Ci sta", 4 * megabyte)).toMatchObject({ status: 200, rows: 1 });
    const { status, body, rows } = await upload("Non ci sta", 40 * megabyte);
    expect([status, rows, left()]).toEqual([507, 0, []]);
    expect(JSON.parse(body).fieldErrors.file).toContain("non c’è più spazio");
    await expectTheRestToLive();
  });

  test("takes files again once there is room, without a new start", async () => {
    writeFileSync(join(disk, "filler"), Buffer.alloc(11 * megabyte));
    expect(await upload("Troppo tardi", 4 * megabyte)).toMatchObject({ status: 507, rows: 0 });
    rmSync(join(disk, "filler"));
    expect(await upload("Di nuovo", 4 * megabyte)).toMatchObject({ status: 200, rows: 1 });
  });
});

test("a full disk refuses a part with 507, keeps those before it, and takes it once there is room", async () => {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const ask = (path: string, how: RequestInit) =>
    fetch(url() + path, {
      ...how,
      headers: { "tus-resumable": "1.0.0", cookie, origin: url(), ...how.headers },
    });
  const fields = JSON.stringify({ kind: "STUDY_MATERIAL", title: "A parti" });
  const begun = await ask("/api/upload/parts?to=documents.add&programme=camere-nuova-edizione", {
    method: "POST",
    headers: {
      "upload-length": String(6 * megabyte),
      "upload-metadata": `filename ${base64("a.txt")},fields ${base64(fields)}`,
    },
  });
  const at = begun.headers.get("location") ?? "";
  const bytes = Buffer.alloc(3 * megabyte, "a");
  const part = (offset: number) =>
    ask(at, {
      method: "PATCH",
      body: bytes,
      headers: {
        "content-type": "application/offset+octet-stream",
        "upload-offset": String(offset),
        "upload-checksum": `sha256 ${createHash("sha256").update(bytes).digest("base64")}`,
      },
    });
  const kept = () => readdirSync(join(disk, "uploads", at.split("/").at(-1) ?? ""));
  expect((await part(0)).status).toBe(204);
  fill();
  const refused = await part(bytes.length).finally(() => rmSync(join(disk, "filler")));
  expect([refused.status, kept().length]).toEqual([507, 1]);
  expect(await refused.text()).toContain("non c’è più spazio");
  expect((await part(bytes.length)).status).toBe(204);
  expect(kept()).toHaveLength(2);
  rmSync(join(disk, "uploads"), { recursive: true });
});

/** Leaves a megabyte at most. */
function fill(): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, "filler"), Buffer.alloc(Math.max(0, bavail * bsize - megabyte)));
}

test("a disk that cannot be written refuses files with 503, and takes them when it can", async () => {
  expect(mount("-o", "remount,ro", disk)).toBe(true);
  const { status, body, rows } = await upload("Sola lettura", megabyte);
  expect([status, rows]).toEqual([503, 0]);
  expect(JSON.parse(body).fieldErrors.file).toContain("non può conservare file");
  await expectTheRestToLive();
  mount("-o", "remount,rw", disk);
  expect(await upload("Scrivibile", megabyte)).toMatchObject({ status: 200, rows: 1 });
});

test("a place for files that is gone refuses them too", async () => {
  rmSync(join(disk, "temporary"), { recursive: true });
  writeFileSync(join(disk, "temporary"), "something else stands here");
  expect(await upload("Sparito", megabyte)).toMatchObject({ status: 503, rows: 0 });
  await expectTheRestToLive();
  rmSync(join(disk, "temporary"));
  expect(await upload("Tornato", megabyte)).toMatchObject({ status: 200, rows: 1 });
});
