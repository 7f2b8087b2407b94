import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { isScannerThere, ScannerError, scanStream } from "@/lib/platform/scanner/clamd";

// Debian's clamav-daemon, with a signature of ours alone: nothing is fetched, and no database of viruses is needed.
const program = ["/usr/sbin/clamd", "/usr/local/sbin/clamd"].find((path) => existsSync(path));
const reason = "no clamd on this machine (Debian: apt-get install clamav-daemon)";
const bytes = Buffer.from("Un file che la nostra firma conosce.");
let running: ChildProcess | undefined;

afterAll(() => running?.kill());

async function startClamd(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "sperimenta-clamd-"));
  const signatures = join(folder, "signatures");
  mkdirSync(signatures);
  const md5 = createHash("md5").update(bytes).digest("hex");
  writeFileSync(join(signatures, "own.hdb"), `${md5}:${bytes.length}:Sperimenta.Prova\n`);
  const socket = join(folder, "clamd.sock");
  const settings = [
    `DatabaseDirectory ${signatures}`,
    `LocalSocket ${socket}`,
    `TemporaryDirectory ${folder}`,
    `PidFile ${join(folder, "clamd.pid")}`,
    "Foreground yes",
    "StreamMaxLength 20M",
    "SelfCheck 0",
    "User root",
  ];
  writeFileSync(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
  running = spawn(program ?? "", ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" });
  await expect.poll(() => isScannerThere(socket), { timeout: 60_000 }).toBe(true);
  return socket;
}

test("a real clamd finds what our signature names, and nothing else", {
  timeout: 120_000,
}, async (context) => {
  if (!program) return context.skip(reason);
  const address = await startClamd();
  expect(await scanStream(address, Readable.from([bytes]))).toMatch(/^Sperimenta\.Prova/);
  expect(await scanStream(address, Readable.from([Buffer.from("Un altro file.")]))).toBeNull();
  const chunks = (count: number) =>
    Readable.from(Array.from({ length: count }, () => Buffer.alloc(65_536, "a")));
  expect(await scanStream(address, chunks(200))).toBeNull();
  // Larger than it takes: no verdict, so that the file goes on waiting.
  await expect(scanStream(address, chunks(400))).rejects.toThrow(ScannerError);
});
