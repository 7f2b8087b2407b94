import { readdirSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, constants } from "node:zlib";
import type { Target } from "./load";

type Got = { bytes: number; encoding: string };

/** Reads an address as a browser asks for it and counts what comes. */
function sizeOnTheWire(url: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { ...headers, "accept-encoding": "gzip, br" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.once("error", reject);
      answer.once("end", () => {
        const encoding = answer.headers["content-encoding"] ?? "none";
        resolve({ bytes, encoding });
      });
    });
    request.once("error", reject);
  });
}

/** Scripts and styles that a page names, of ours and of the framework; a browser without modules asks for one more. */
type Assets = { scripts: string[]; styles: string[] };

/** What a page's HTML makes a browser load, its data included, which name what hydrates. */
export function assetsOf(html: string): Assets {
  const named = [...html.matchAll(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g)].map(([path]) => path);
  const legacy = /<script\b[^>]*\bnomodule\b[^>]*>/gi;
  const old = [...html.matchAll(legacy)].flatMap(([tag]) => /src="([^"?]*)/.exec(tag)?.[1] ?? []);
  const all = [...new Set(named)].filter((path) => !old.includes(path));
  return {
    scripts: all.filter((path) => path.endsWith(".js")),
    styles: all.filter((path) => path.endsWith(".css")),
  };
}

/**
 * Scripts that are the framework's own: those with which the build starts every page (React, the router, the runtime),
 * and those that hold only client modules of the framework's folder. One that also holds a module of ours is ours.
 */
export function frameworkScripts(): Set<string> {
  const manifest: { rootMainFiles: string[]; polyfillFiles: string[] } = JSON.parse(
    readFileSync(".next/build-manifest.json", "utf8"),
  );
  const started = [...manifest.rootMainFiles, ...manifest.polyfillFiles].map((file) => `/_next/${file}`);
  const theirs = new Set<string>();
  const ours = new Set<string>();
  for (const [module, chunks] of clientModules()) {
    const isTheirs = module.includes("/node_modules/next/dist/");
    for (const chunk of chunks) (isTheirs ? theirs : ours).add(chunk);
  }
  return new Set([...started, ...[...theirs].filter((chunk) => !ours.has(chunk))]);
}

/** What runs in the browser, by module, with the scripts that hold it, as the build tells its server. */
function clientModules(): [module: string, chunks: string[]][] {
  type Manifests = Record<string, { clientModules: Record<string, { chunks: string[] }> }>;
  const found: [string, string[]][] = [];
  for (const file of readdirSync(".next/server/app", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith("_client-reference-manifest.js")) continue;
    const scope: { __RSC_MANIFEST?: Manifests } = {};
    runInNewContext(readFileSync(`.next/server/app/${file}`, "utf8"), { globalThis: scope });
    for (const { clientModules: modules } of Object.values(scope.__RSC_MANIFEST ?? {})) {
      for (const [module, { chunks }] of Object.entries(modules)) found.push([module, chunks]);
    }
  }
  return found;
}

/** Bytes of a file of the build as a server that compresses well sends it. */
export function compressedSize(path: string): number {
  const bytes = readFileSync(path.replace(/^\/_next\//, ".next/"));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

/** What a page weighs, compressed, in bytes: its HTML as it came, scripts of the framework and of ours, styles. */
export type Weight = { html: number; encoding: string; framework: number; own: number; styles: number };

/** Weighs a page: its HTML as it comes over the wire, the files that it names as brotli makes them. */
export async function weigh(target: Target, html: string): Promise<Weight> {
  const { bytes, encoding } = await sizeOnTheWire(target.url, target.headers);
  const { scripts, styles } = assetsOf(html);
  const theirs = frameworkScripts();
  const sum = (paths: string[]) => paths.reduce((total, path) => total + compressedSize(path), 0);
  return {
    html: bytes,
    encoding,
    framework: sum(scripts.filter((path) => theirs.has(path))),
    own: sum(scripts.filter((path) => !theirs.has(path))),
    styles: sum(styles),
  };
}
