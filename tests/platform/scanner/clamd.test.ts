import { createServer } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { env } from "@/lib/platform/env";
import { isScannerThere, ScannerError, scanStream } from "@/lib/platform/scanner/clamd";
import { type Scanner, startScanner, threatText } from "@/tests/support/scanner";

let scanner: Scanner | undefined;
afterEach(() => scanner?.close());

const look = (text: string, at = scanner?.address ?? "") =>
  scanStream(at, Readable.from([Buffer.from(text)]));

test("a scanner says what it found, over the network and over a socket", async () => {
  for (const path of [undefined, join(env().dataDir, "clamd.sock")]) {
    scanner = await startScanner(path ? { path } : {});
    expect(await look("niente di male")).toBeNull();
    expect(await look(`qui c'è ${threatText}`)).toBe("Prova.Minaccia");
    expect(await isScannerThere(scanner.address)).toBe(true);
    await scanner.close();
  }
});

test("many chunks come whole", async () => {
  scanner = await startScanner();
  const chunks = Array.from({ length: 300 }, () => Buffer.alloc(65_536, "a"));
  expect(await scanStream(scanner.address, Readable.from(chunks))).toBeNull();
  expect(scanner.seen).toEqual([300 * 65_536]);
});

test("a file larger than it takes, a scanner that hangs up and none at all are no verdict", async () => {
  scanner = await startScanner({ largest: 100_000 });
  const large = () => Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(65_536, "a")));
  await expect(scanStream(scanner.address, large())).rejects.toThrow(ScannerError);
  const rude = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => rude.listen(0, "127.0.0.1", resolve));
  const at = rude.address();
  const address = `127.0.0.1:${typeof at === "object" ? at?.port : 0}`;
  await expect(look("a", address)).rejects.toThrow(ScannerError);
  expect(await isScannerThere(address)).toBe(false);
  await new Promise((resolve) => rude.close(resolve));
  await expect(look("a", address)).rejects.toThrow(ScannerError);
  expect(await isScannerThere(address)).toBe(false);
});

test("a source that breaks is no verdict", async () => {
  scanner = await startScanner();
  const broken = new Readable({
    read() {
      this.destroy(new Error("lost"));
    },
  });
  await expect(scanStream(scanner.address, broken)).rejects.toThrow("lost");
});
