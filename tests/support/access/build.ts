import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Entry, entryOf } from "@/lib/platform/access-map";
import { pathnames } from "@/lib/platform/i18n/routing";
import { runningEdition } from "./accounts";

const root = join(import.meta.dirname, "../../..");
const manifest = (name: string) => JSON.parse(readFileSync(join(root, ".next/server", name), "utf8"));

/** A server action as the build knows it, with what it declared. */
export type BuiltAction = {
  id: string;
  file: string;
  exported: string;
  entry: Entry | undefined;
  /** a page that knows it, to post to */
  path: string;
};

/** A handler of one method of a route of the build. */
export type BuiltHandler = { path: string; file: string; verb: string; entry: Entry | undefined };

/** Every server action of the build. */
export async function builtActions(): Promise<BuiltAction[]> {
  const found = actionsNamed().map(async (action) => ({
    ...action,
    entry: await declared(action.file, action.exported),
  }));
  return Promise.all(found);
}

/** The same without what they declared, for which all of them would have to be loaded. */
export function actionsNamed(): Omit<BuiltAction, "entry">[] {
  const { node } = manifest("server-reference-manifest.json") as {
    node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
  };
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const page = Object.keys(workers).sort()[0] ?? "";
    return {
      id,
      file: filename,
      exported: exportedName,
      path: addressOf(internalPath(page.replace(/^app/, ""))),
    };
  });
}

/** Every handler of every route of the build. */
export async function builtHandlers(): Promise<BuiltHandler[]> {
  const found = routePaths().map(async (path) => {
    const file = sourceOf(path);
    if (!file.endsWith("/route.ts")) {
      return [{ path, file, verb: "GET", entry: await declared(file, "default") }];
    }
    const verbs = Object.keys(await load(file)).filter((name) => /^[A-Z]+$/.test(name));
    return Promise.all(verbs.map(async (verb) => ({ path, file, verb, entry: await declared(file, verb) })));
  });
  return (await Promise.all(found)).flat();
}

/** The paths of the routes of the build: "/api/files/[id]". */
export function routePaths(): string[] {
  return Object.keys(manifest("app-paths-manifest.json"))
    .filter((path) => path.endsWith("/route"))
    .map((path) => path.replace(/\/route$/, ""));
}

/** The pages of the build, by their path in the folders: "/area/programmes/[slug]". */
export function builtPages(): string[] {
  return pageKeys().map(internalPath).sort();
}

/** Those of them that read the query of their address. */
export function pagesWithQuery(): string[] {
  return pageKeys()
    .filter((key) => readFileSync(join(root, `app${key}.tsx`), "utf8").includes("searchParams"))
    .map(internalPath)
    .sort();
}

/** The Italian address of a page; parameters that are not given stand for something that does not exist. */
export function addressOf(internal: string, params: Record<string, string> = {}): string {
  const known: Record<string, string> = { slug: runningEdition, ...params };
  const external = (pathnames as Record<string, string | { it: string }>)[internal];
  if (!external) throw new Error(`${internal} has no address in routing.ts`);
  return (typeof external === "string" ? external : external.it).replace(
    /\[(\w+)\]/g,
    (_all, name: string) => known[name] ?? "x",
  );
}

function pageKeys(): string[] {
  return Object.keys(manifest("app-paths-manifest.json")).filter(
    (key) => key.endsWith("/page") && !key.includes("[...rest]") && !key.startsWith("/_"),
  );
}

// "/[locale]/(reserved)/area/(portal)/page" lies at "/area".
function internalPath(key: string): string {
  const path = key
    .replace(/\/page$/, "")
    .replace(/^\/\[locale\]/, "")
    .replaceAll(/\/\([^)]*\)/g, "");
  return path === "" ? "/" : path;
}

// "/robots.txt" is made from app/robots.ts.
function sourceOf(path: string): string {
  const file = `app${path}/route.ts`;
  return existsSync(join(root, file)) ? file : `app${path.replace(/\.\w+$/, "")}.ts`;
}

function load(file: string): Promise<Record<string, object>> {
  return import(/* @vite-ignore */ `@/${file}`);
}

async function declared(file: string, name: string): Promise<Entry | undefined> {
  const handler = (await load(file))[name];
  return handler && entryOf(handler);
}
