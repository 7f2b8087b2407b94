import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Bundle, BundleFile } from "@/lib/platform/bundle/bundle";
import { packBundle } from "@/lib/platform/bundle/pack";
import { env } from "@/lib/platform/env";
import { putObject, removeObject, temporaryDirectory } from "@/lib/platform/storage/storage";
import { asWebStream } from "@/lib/platform/web-stream";
import { moment } from "@/tests/support/factories";
import { filesIn, sha256Of, sumsIn, tableIn } from "@/tests/support/zip-reader";

async function stored(bytes: Buffer | string, more: Partial<BundleFile> = {}): Promise<BundleFile> {
  const { sha256, size } = await putObject(Buffer.from(bytes));
  return {
    folders: ["Materiale"],
    filename: "nota.txt",
    title: "Una nota",
    kind: "Materiale di studio",
    body: "Valfiorita",
    version: 1,
    author: "Ada Ginestrelli",
    at: moment,
    size,
    sha256,
    isWithheld: false,
    ...more,
  };
}

async function* given<One>(...all: One[]): AsyncGenerator<One> {
  yield* all;
}

const bundleOf = (files: AsyncIterable<BundleFile>, more: Partial<Bundle> = {}): Bundle => ({
  title: "Fascicolo <di prova> & altro",
  lead: "Per prova.",
  madeAt: moment,
  locale: "it",
  files,
  tables: [],
  ...more,
});
const packed = async (bundle: Bundle) => filesIn(await buffer(await packBundle(bundle)));
const left = () => readdirSync(temporaryDirectory());

/** Where the disk keeps an object. */
const placeOf = (sha256: string) =>
  join(env().dataDir, "objects", sha256.slice(0, 2), sha256.slice(2, 4), sha256);

test("holds the bytes as they are stored, with registers, index and hashes that agree", async () => {
  const rows = given(["uno", 1], ["=2+2", 1.5]);
  const files = await packed(
    bundleOf(
      given(await stored("Il testo."), await stored(Buffer.alloc(300_000, 7), { filename: "a.pdf" })),
      {
        tables: [{ name: "registro-versioni", title: "Registro", headers: ["Nome", "Quanti"], rows }],
      },
    ),
  );
  expect([...files.keys()]).toEqual([
    "Materiale/nota.txt",
    "Materiale/a.pdf",
    "registro-versioni.csv",
    "indice.csv",
    "indice.html",
    "SHA256SUMS",
  ]);
  expect(files.get("Materiale/nota.txt")?.toString()).toBe("Il testo.");
  expect(tableIn(files, "registro-versioni.csv")).toEqual([
    ["Nome", "Quanti"],
    ["uno", "1"],
    ["'=2+2", "1,5"],
  ]);
  const sums = sumsIn(files);
  expect([...sums.keys()]).toEqual([...files.keys()].filter((path) => path !== "SHA256SUMS"));
  for (const [path, sum] of sums) expect(sum, path).toBe(sha256Of(files.get(path) ?? ""));
  const [header, ...lines] = tableIn(files, "indice.csv");
  expect(header).toEqual([
    "Percorso",
    "Titolo",
    "Genere",
    "Ente",
    "Versione",
    "Autore",
    "Data",
    "Dimensione",
    "SHA-256",
    "Stato",
  ]);
  expect(lines.map((line) => [line[0], line[7], line[8], line[9]])).toEqual([
    ["Materiale/nota.txt", "9", sums.get("Materiale/nota.txt"), "compreso"],
    ["Materiale/a.pdf", "300000", sums.get("Materiale/a.pdf"), "compreso"],
    ["registro-versioni.csv", expect.any(String), sums.get("registro-versioni.csv"), "compreso"],
  ]);
  expect(left()).toEqual([]);
});

test("has an index that opens by itself, whose links lead to the files, and in which no text is markup", async () => {
  const hostile = await stored("x", {
    folders: ["A & B", "50% <b>"],
    filename: "perché #1?.txt",
    title: '<script>alert("x")</script>',
  });
  const files = await packed(bundleOf(given(hostile), { locale: "en" }));
  const page = files.get("indice.html")?.toString() ?? "";
  expect(page).toContain('<html lang="en">');
  expect(page).not.toContain("<script");
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  const links = [...page.matchAll(/href="([^"]+)"/g)].map((match) => decodeURIComponent(match[1] ?? ""));
  expect(links.map((link) => files.has(link))).toEqual([true, true, true]);
  expect(page).toContain("<title>Fascicolo &lt;di prova&gt; &amp; altro</title>");
});

test("is taken by unzip and sha256sum, where the machine has them", async ({ skip }) => {
  const folder = mkdtempSync(join(tmpdir(), "sperimenta-bundle-"));
  const archive = join(folder, "a.zip");
  const names = ["nota.txt", "Nota.TXT", "perché 😀.txt", "-rf.txt", `${"l".repeat(250)}.txt`];
  const all = await Promise.all(names.map((filename, index) => stored(`${index}`, { filename })));
  writeFileSync(archive, await buffer(await packBundle(bundleOf(given(...all)))));
  try {
    execFileSync("python3", ["-m", "zipfile", "-e", archive, join(folder, "out")], { stdio: "pipe" });
    execFileSync("sha256sum", ["--strict", "-c", "SHA256SUMS"], { cwd: join(folder, "out"), stdio: "pipe" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") skip("needs python3 and sha256sum");
    throw error;
  }
});

test("names what a scanner withholds and what is not in the store, and leaves it out", async () => {
  const gone = await stored("perduto", { filename: "perduto.txt", title: "Perduto" });
  await removeObject(gone.sha256);
  const short = await stored("accorciato", { filename: "corto.txt", title: "Corto" });
  writeFileSync(placeOf(short.sha256), "acc");
  const withheld = await stored("trattenuto", { title: "Trattenuto", isWithheld: true });
  const files = await packed(bundleOf(given(gone, await stored("resta"), short, withheld)));
  expect([...files.keys()].filter((path) => path.includes("/"))).toEqual(["Materiale/nota.txt"]);
  const states = tableIn(files, "indice.csv").slice(1);
  expect(states.map((row) => [row[0], row[1], row[9]])).toEqual([
    ["", "Perduto", "non compreso: il file manca dal deposito del portale"],
    ["Materiale/nota.txt", "Una nota", "compreso"],
    ["", "Corto", "non compreso: il file manca dal deposito del portale"],
    ["", "Trattenuto", "non compreso: trattenuto in attesa o per esito del controllo antivirus"],
  ]);
  expect(files.get("indice.html")?.toString()).toContain("3 file sono nell’elenco ma non nell’archivio");
  expect([...sumsIn(files).keys()]).not.toContain("");
});

test("says of bytes that changed in the store that they are not what was kept", async () => {
  const file = await stored("com’era", { title: "Alterato" });
  writeFileSync(placeOf(file.sha256), Buffer.alloc(file.size, "z"));
  const files = await packed(bundleOf(given(file)));
  expect(tableIn(files, "indice.csv")[1]?.[9]).toBe("compreso, ma non corrisponde alla propria impronta");
  // The check of whoever receives it fails as well.
  expect(sumsIn(files).get("Materiale/nota.txt")).toBe(file.sha256);
  expect(sha256Of(files.get("Materiale/nota.txt") ?? "")).not.toBe(file.sha256);
});

test("breaks off when what it is made of does, and leaves nothing behind", async () => {
  async function* broken(): AsyncGenerator<BundleFile> {
    yield await stored("prima");
    throw new Error("the database is away");
  }
  await expect(packed(bundleOf(broken()))).rejects.toThrow("the database is away");
  await expect.poll(left).toEqual([]);
  async function* brokenRows(): AsyncGenerator<string[]> {
    yield ["a"];
    throw new Error("and again");
  }
  const table = { name: "r", title: "R", headers: ["x"], rows: brokenRows() };
  await expect(packed(bundleOf(given(), { tables: [table] }))).rejects.toThrow("and again");
  await expect.poll(left).toEqual([]);
});

test("breaks off when the store does in the middle of a file", async () => {
  const file = await stored(Buffer.alloc(500_000, 1), { filename: "a.pdf" });
  async function* files(): AsyncGenerator<BundleFile> {
    yield file;
    const second = { ...file, ...(await stored(Buffer.alloc(400_000, 2))) };
    // A folder in place of a file can be opened, and not read.
    await removeObject(second.sha256);
    mkdirSync(dirname(placeOf(second.sha256)), { recursive: true });
    mkdirSync(placeOf(second.sha256));
    const { statSync } = await import("node:fs");
    yield { ...second, size: statSync(placeOf(second.sha256)).size };
  }
  await expect(packed(bundleOf(files()))).rejects.toThrow(/EISDIR/);
});

test("stops reading when whoever asked has gone", async () => {
  let asked = 0;
  let ended = false;
  const one = await stored(Buffer.alloc(1_000_000, 3), { filename: "a.pdf" });
  async function* endless(): AsyncGenerator<BundleFile> {
    try {
      while (true) {
        asked += 1;
        yield one;
      }
    } finally {
      ended = true;
    }
  }
  const stream = await packBundle(bundleOf(endless()));
  const reader = asWebStream(stream).getReader();
  for (let read = 0; read < 3_000_000; ) read += (await reader.read()).value?.length ?? 0;
  await reader.cancel();
  expect([ended, left()]).toEqual([true, []]);
  // Nobody reads, so nothing is fetched ahead but what the pipes hold.
  expect(asked).toBeLessThan(12);
});

test("is given up between two small files as well, and nothing of it reaches the process", async () => {
  const one = await stored("piccolo", { filename: "a.pdf" });
  async function* many(): AsyncGenerator<BundleFile> {
    for (let index = 0; index < 5_000; index += 1) yield one;
  }
  for (const bytes of [1, 2_000, 40_000]) {
    const stream = await packBundle(bundleOf(many()));
    const reader = asWebStream(stream).getReader();
    for (let read = 0; read < bytes; ) read += (await reader.read()).value?.length ?? 0;
    // What is on its way fills the pipes, until the next file waits for the one before it.
    for (let turns = 0; turns < 200; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    await reader.cancel();
    expect(left()).toEqual([]);
  }
});

test("is given up at any moment of its beginning, and nothing of it reaches the process", async () => {
  const one = await stored("piccolo", { filename: "a.pdf" });
  for (let turns = 0; turns < 120; turns += 1) {
    const stream = await packBundle(bundleOf(given(one, one, one)));
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    stream.destroy();
  }
  await expect.poll(left).toEqual([]);
});

test("waits for its reader: a slow one is no reason to hold files in memory", async () => {
  let asked = 0;
  const one = await stored(Buffer.alloc(1_000_000, 4), { filename: "a.pdf" });
  async function* many(): AsyncGenerator<BundleFile> {
    for (asked = 0; asked < 200; asked += 1) yield one;
  }
  const stream = await packBundle(bundleOf(many()));
  await new Promise((resolve) => stream.once("readable", resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toBeLessThan(3);
  stream.destroy();
  await expect.poll(left).toEqual([]);
});
