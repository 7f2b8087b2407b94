import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checksums } from "../support/archives";
import { openData, type PortalData, type PortalProcess, signIn, startWeb } from "../support/portal";

let data: PortalData;
let web: PortalProcess;
let file: string;
beforeAll(async () => {
  data = await openData();
  web = await startWeb(data);
  file = join(mkdtempSync(join(dirname(data.dataDir), "backup-")), "portal.tar");
});
afterAll(() => web.stop());

/** Runs a command as npm does, on a database of the settings or, without one, on the embedded one. */
function run(
  args: string[],
  settings: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const {
    DATABASE_URL: _url,
    DATABASE_MIGRATION_URL: _owner,
    NODE_OPTIONS: _options,
    ...inherited
  } = process.env;
  const child = spawn(process.execPath, ["scripts/run.mjs", ...args], { env: { ...inherited, ...settings } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

const on = ({ url, migrationUrl, dataDir }: PortalData) => ({
  DATABASE_URL: url,
  DATABASE_MIGRATION_URL: migrationUrl,
  SPERIMENTA_DATA_DIR: dataDir,
});
const backup = (...args: string[]) => run(["--owner", "scripts/backup.ts", ...args], on(data));
const restore = (settings: Record<string, string>, ...args: string[]) =>
  run(["--alone", "scripts/restore.ts", ...args], settings);

describe("npm run backup and npm run restore", () => {
  test("save a portal while it runs, warning when the archive is open to whoever finds it", async () => {
    const { code, said } = await backup(file);
    expect(said).toMatch(/Not encrypted[\s\S]*portal\.tar: \d+ tables with \d+ rows, \d+ files/);
    expect(code).toBe(0);
    await expect.poll(async () => (await fetch(web.url)).status, { timeout: 20_000 }).toBe(200);
    expect(await backup(file)).toMatchObject({ code: 1, said: expect.stringContaining("is there already") });
    expect(await backup()).toMatchObject({
      code: 1,
      said: expect.stringContaining("npm run backup -- file"),
    });
  });

  test("refuse to put an archive under a portal that runs", async () => {
    const before = await checksums(data.migrationUrl);
    const { code, said } = await restore(on(data), file, "--replace");
    expect(said).toContain("in use");
    expect(code).toBe(1);
    expect(await checksums(data.migrationUrl)).toEqual(before);
  });

  test("give back a portal that starts, lets people in and shows their programme", async () => {
    const other = await openData("empty");
    const { code, said } = await restore(on(other), file);
    expect(said).toContain("every checksum is equal");
    expect(code).toBe(0);
    expect(await checksums(other.migrationUrl)).toEqual(await checksums(data.migrationUrl));

    const again = await startWeb(other);
    const cookie = await signIn(again, "coordinatore");
    const sessions = await fetch(`${again.url}/area/programmi/camere-nuova-edizione/incontri`, {
      headers: { cookie },
    });
    expect(sessions.status).toBe(200);
    const titles = await other.rows<{ title: string }>(
      "SELECT s.title FROM session s JOIN programme p ON p.id = programme_id WHERE slug = 'camere-nuova-edizione' AND s.state = 'CONVENED'",
    );
    const page = await sessions.text();
    expect(titles.length).toBeGreaterThan(0);
    for (const { title } of titles) expect(page).toContain(title);
    const [version] = await other.rows<{ id: string; size: string }>(
      "SELECT id, size FROM document_version ORDER BY size DESC LIMIT 1",
    );
    const download = await fetch(`${again.url}/api/files/${version?.id}`, { headers: { cookie } });
    expect((await download.arrayBuffer()).byteLength).toBe(Number(version?.size));
    await again.stop();
  });

  test("need nothing but an archive and an empty folder", async () => {
    const dataDir = mkdtempSync(join(dirname(data.dataDir), "embedded-"));
    const { code, said } = await restore({ SPERIMENTA_DATA_DIR: dataDir }, file);
    expect(said).toContain("every checksum is equal");
    expect(code).toBe(0);
    const copy = join(dirname(file), "again.tar");
    const again = await run(["--owner", "scripts/backup.ts", copy], { SPERIMENTA_DATA_DIR: dataDir });
    expect(again.said).toMatch(/\d+ tables with \d+ rows/);
    expect(again.code).toBe(0);
  });
});
