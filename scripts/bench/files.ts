import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request as openRequest } from "node:http";
import { withClient } from "@/lib/platform/database/connection";
import { signInAt } from "../testing/plain-browser";
import { type BenchData, type BenchWeb, buildOnce, openDemonstration, startWeb } from "./portal";
import { circumstances, type Section, table } from "./report";

const size = 1024 ** 3;
const warmUp = 32 * 1024 ** 2;
const chunk = 1024 ** 2;
const boundary = "----bench0123456789";

type Portal = { data: BenchData; web: BenchWeb; cookie: string };
type Sent = { sha256: string; seconds: number };

/** What a gigabyte up and down needs of the web server's memory. */
export async function benchFiles(): Promise<Section[]> {
  if (process.platform !== "linux") {
    console.log("The memory of another process is read from /proc, which only Linux has: not measured.");
    return [];
  }
  await buildOnce();
  const when = circumstances();
  const data = await openDemonstration();
  const web = await startWeb(data);
  try {
    const portal = { data, web, cookie: await signInAt(web.origin, "coordinatore") };
    // Programs that are loaded at the first use are not what is measured.
    await upload(portal, "piccola", warmUp);
    await download(portal, "piccola");
    const up = await watched(web.pid, () => upload(portal, "grande", size));
    const down = await watched(web.pid, () => download(portal, "grande"));
    if (up.done.sha256 !== down.done.sha256) throw new Error("what came down is not what went up");
    return [filesSection({ up, down }, when)];
  } finally {
    await web.stop();
    await data.close();
  }
}

type Watched = { done: Sent; before: number; more: number };

/** Runs something and tells by how many megabytes a process grew at its peak. */
async function watched(pid: number, work: () => Promise<Sent>): Promise<Watched> {
  // The mark of the highest water starts again at what is in use.
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
  const before = megabytes(pid, "VmRSS");
  const done = await work();
  return { done, before, more: Math.max(0, megabytes(pid, "VmHWM") - before) };
}

function megabytes(pid: number, name: string): number {
  const [, kilobytes = "0"] =
    new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

/** Sends a text of so many bytes, made on the way, by the form of a new document. */
async function upload(portal: Portal, title: string, bytes: number): Promise<Sent> {
  const begin = performance.now();
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = Buffer.from(
    `${field("kind", "STUDY_MATERIAL")}${field("title", title)}--${boundary}\r\n` +
      `content-disposition: form-data; name="file"; filename="${title}.txt"\r\ncontent-type: text/plain\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const { request, answer } = open(portal, "/api/upload/document?programme=camere-nuova-edizione&locale=it", {
    "content-type": `multipart/form-data; boundary=${boundary}`,
    "content-length": String(head.length + bytes + tail.length),
  });
  const hash = createHash("sha256");
  await written(request, head);
  const text = Buffer.alloc(chunk, `${title} `);
  for (let sent = 0; sent < bytes; sent += chunk) {
    text.write(String(sent));
    hash.update(text);
    await written(request, Buffer.from(text));
  }
  request.end(tail);
  const { statusCode } = await drained(await answer);
  if (statusCode !== 200) throw new Error(`the upload was answered ${statusCode}`);
  return { sha256: hash.digest("hex"), seconds: (performance.now() - begin) / 1000 };
}

async function download(portal: Portal, title: string): Promise<Sent> {
  const [version] = await withClient(
    portal.data.migrationUrl,
    async (client) =>
      (
        await client.query<{ id: string }>(
          "SELECT v.id FROM document_version v JOIN document d ON d.id = v.document_id WHERE d.title = $1",
          [title],
        )
      ).rows,
  );
  const begin = performance.now();
  const { request, answer } = open(portal, `/api/files/${version?.id}`);
  request.end();
  const hash = createHash("sha256");
  await drained(await answer, (part) => hash.update(part));
  return { sha256: hash.digest("hex"), seconds: (performance.now() - begin) / 1000 };
}

function open({ web, cookie }: Portal, path: string, headers?: Record<string, string>) {
  const request = openRequest(new URL(path, web.origin), {
    method: headers ? "POST" : "GET",
    headers: { ...headers, cookie, origin: web.origin, accept: "application/json" },
  });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.once("response", resolve);
    request.once("error", reject);
  });
  return { request, answer };
}

async function drained(answer: IncomingMessage, take: (part: Buffer) => void = () => undefined) {
  for await (const part of answer) take(part as Buffer);
  return answer;
}

/** Resolves when the bytes have gone out, so that they wait nowhere. */
function written(request: ReturnType<typeof openRequest>, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) =>
    request.write(bytes, (error) => (error ? reject(error) : resolve())),
  );
}

function filesSection({ up, down }: { up: Watched; down: Watched }, when: string): Section {
  const row = (name: string, { done, before, more }: Watched) => [
    name,
    before.toFixed(0),
    more.toFixed(0),
    done.seconds.toFixed(1),
  ];
  return {
    heading: "A gigabyte",
    body: `${when}

1 GiB sent through the form of a new document and read again, byte for byte the same; memory of the web server before,
and by how much more at its peak, in MB. Wanted: at most 64 more.

${table(["", "MB before", "MB more", "seconds"], [row("up", up), row("down", down)])}`,
  };
}
