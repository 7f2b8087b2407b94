import "server-only";
import { createHash } from "node:crypto";
import { type PassThrough, Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Bundle, BundleFile, Packed } from "@/lib/platform/bundle/bundle";
import { type IndexFacts, indexPage } from "@/lib/platform/bundle/index-page";
import { pathGiver } from "@/lib/platform/bundle/paths";
import { openSpool, type Spool } from "@/lib/platform/bundle/spool";
import { env } from "@/lib/platform/env";
import { NotFoundError } from "@/lib/platform/errors";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translator";
import { toCsv } from "@/lib/platform/lists/csv";
import type { Cell } from "@/lib/platform/lists/definition";
import { log } from "@/lib/platform/log";
import { extensionOf } from "@/lib/platform/storage/file-name";
import { openObject, temporaryDirectory } from "@/lib/platform/storage/storage";

/** Kinds that gain by being compressed; every other is compressed already. */
const compressible = ["txt", "csv", "md"];

/**
 * Writes a bundle as a ZIP while it is read: one file open at a time, no more than a chunk of it in memory, and the
 * lines of the index on the disk. Files come first; then the registers, the index as table and as page, and the hashes of
 * all of it as `sha256sum -c` reads them.
 *
 * Bytes that a scanner withholds, and bytes that are not in the store as their row says, are left out; bytes that turn out
 * to be others than their hash are there. The index names each of them. Any other fault breaks the stream off.
 */
export async function packBundle(bundle: Bundle): Promise<Readable> {
  const t = await translatorFor(bundle.locale, "portal.bundle");
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const gone = new AbortController();
  const breakOff = (error: unknown) => {
    if (output.destroyed) return;
    log.error({ err: error }, "a bundle broke off");
    output.destroy(error as Error);
  };
  zip.on("error", breakOff);
  // Whoever reads it meets the error as well.
  output.on("error", () => undefined);
  const filling = fill(bundle, { zip, signal: gone.signal, t });
  const over = filling.catch(() => undefined);
  // It is closed when what it had opened is: a server that ends waits for that.
  output._destroy = (error, done) => {
    gone.abort();
    over.then(() => done(error));
  };
  filling.then(() => zip.end(), breakOff);
  return output;
}

type Packing = { zip: ZipFile; signal: AbortSignal; t: Translate };
type Sum = { path: string; sha256: string };

async function fill(bundle: Bundle, { zip, signal, t }: Packing): Promise<void> {
  const lines = await openSpool<Packed>(temporaryDirectory());
  const sums = await openSpool<Sum>(temporaryDirectory()).catch(async (error: unknown) => {
    await lines.remove();
    throw error;
  });
  const add = adder(zip, signal);
  const counts = { packed: 0, bytes: 0, leftOut: 0, damaged: 0 };
  try {
    const pathOf = pathGiver();
    for await (const file of bundle.files) {
      signal.throwIfAborted();
      const line = await packFile(file, { add, pathOf });
      await note(line);
    }
    for (const table of bundle.tables) {
      const path = `${table.name}.csv`;
      const written = await add(toCsv(table.headers, table.rows, bundle.locale), path, made(bundle));
      await note(ofTable(table.title, path, { ...written, at: bundle.madeAt, kind: t("register") }));
    }
    const facts: IndexFacts = { ...bundle, ...counts, site: env().siteUrl };
    const headers = indexColumns.map((key) => t(`columns.${key}`));
    const csv = await add(toCsv(headers, indexRows(lines, t), bundle.locale), "indice.csv", made(bundle));
    await sums.add({ path: "indice.csv", sha256: csv.sha256 });
    const page = Readable.from(indexPage(lines.lines(), facts, t));
    await sums.add({ path: "indice.html", sha256: (await add(page, "indice.html", made(bundle))).sha256 });
    await add(Readable.from(sumLines(sums)), "SHA256SUMS", made(bundle));
  } finally {
    await Promise.all([lines.remove(), sums.remove()]);
  }

  async function note(line: Packed): Promise<void> {
    await lines.add(line);
    if (line.state === "DAMAGED") counts.damaged += 1;
    if (line.path === "") {
      counts.leftOut += 1;
      return;
    }
    counts.packed += 1;
    counts.bytes += line.size;
    await sums.add({ path: line.path, sha256: line.sha256 });
  }
}

const made = (bundle: Bundle) => ({ at: bundle.madeAt, compress: true });

type Add = (
  source: Readable,
  path: string,
  how: { at: Date; compress: boolean; size?: number },
) => Promise<{ sha256: string; size: number }>;

/** Puts one source after the other into the archive, and says what went in. */
function adder(zip: ZipFile, signal: AbortSignal): Add {
  return async (source, path, { at, compress, size }) => {
    const hash = createHash("sha256");
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer | string, _encoding, done) {
        const given = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
        hash.update(given);
        bytes += given.length;
        done(null, given);
      },
    });
    // The pipeline tells of its faults and then stops listening, a moment before the stream itself says it once more: what
    // nobody hears would end the process.
    meter.on("error", () => undefined);
    zip.addReadStream(meter, path, {
      mtime: at,
      mode: 0o100644,
      compress,
      ...(size === undefined ? {} : { size }),
    });
    await pipeline(source, meter, { signal });
    return { sha256: hash.digest("hex"), size: bytes };
  };
}

async function packFile(
  file: BundleFile,
  { add, pathOf }: { add: Add; pathOf: (folders: readonly string[], filename: string) => string },
): Promise<Packed> {
  const { folders, filename, isWithheld, at, ...said } = file;
  const line = { ...said, folder: folders.join(" / "), at: at.toJSON() };
  if (isWithheld) return { ...line, path: "", state: "WITHHELD" };
  const stream = await openAsSaid(file);
  if (!stream) return { ...line, path: "", state: "MISSING" };
  const path = pathOf(folders, filename);
  const compress = compressible.includes(extensionOf(filename));
  const { sha256 } = await add(stream, path, { at, compress, size: file.size });
  if (sha256 === file.sha256) return { ...line, path, state: "PACKED" };
  log.error({ sha256: file.sha256 }, "stored bytes are others than their hash says");
  return { ...line, path, state: "DAMAGED" };
}

/** The bytes of the store, or null when they are not there or not as many as the row says. */
async function openAsSaid({ sha256, size }: BundleFile): Promise<Readable | null> {
  try {
    const opened = await openObject(sha256);
    if (opened.size === size) return opened.stream;
    opened.stream.destroy();
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  log.error({ sha256, size }, "stored bytes are missing from a bundle");
  return null;
}

function ofTable(
  title: string,
  path: string,
  { sha256, size, at, kind }: { sha256: string; size: number; at: Date; kind: string },
): Packed {
  const about = { title, kind, body: "", version: null, author: "" };
  return { ...about, path, folder: "", at: at.toJSON(), size, sha256, state: "PACKED" };
}

const indexColumns = ["path", "title", "kind", "body", "version", "author", "at", "size", "sha256", "state"];

async function* indexRows(lines: Spool<Packed>, t: Translate): AsyncGenerator<Cell[]> {
  for await (const { path, title, kind, body, version, author, at, size, sha256, state } of lines.lines())
    yield [path, title, kind, body, version, author, new Date(at), size, sha256, t(`states.${state}`)];
}

async function* sumLines(sums: Spool<Sum>): AsyncGenerator<string> {
  for await (const { sha256, path } of sums.lines()) yield `${sha256}  ${path}\n`;
}
