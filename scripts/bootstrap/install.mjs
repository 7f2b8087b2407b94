// What a fresh clone lacks: the dependencies and the generated database client. Plain Node only: nothing is installed yet.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { hashOf, readStamp, writeStamp } from "./stamp.mjs";

const installStamp = "node_modules/.sperimenta-install";
const clientStamp = "lib/platform/db/generated/.made-from";

/** Refuses an older Node, installs what is missing or out of date, makes the database client. */
export function prepareCheckout() {
  refuseOldNode();
  installDependencies();
  generateClient();
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Sperimenta needs Node 20.19 or later; this is ${process.version}.`);
  process.exit(1);
}

function installDependencies() {
  const wanted = hashOf(["package-lock.json"], { also: [process.platform, process.arch] });
  if (readStamp(installStamp) === wanted) return;
  if (!isInstalled()) {
    console.log("Installing the dependencies (once, and after each change of them) …");
    npm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  }
  writeStamp(installStamp, wanted);
}

/** npm keeps a list of what it installed: somebody may have run it by hand. */
function isInstalled() {
  const list = join(root, "node_modules/.package-lock.json");
  if (!existsSync(list)) return false;
  const installed = JSON.parse(readFileSync(list, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (installed[path] ? installed[path].version === version : optional),
  );
}

function npm(args) {
  const own = process.env.npm_execpath;
  const result = own
    ? spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (result.status === 0) return;
  console.error("The dependencies could not be installed: see npm's message above.");
  process.exit(1);
}

function generateClient() {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/prisma/package.json"), "utf8"));
  const wanted = hashOf(["prisma/schema", "prisma.config.ts"], { also: [version] });
  if (readStamp(clientStamp) === wanted) return;
  const prisma = join(root, "node_modules/prisma/build/index.js");
  const result = spawnSync(process.execPath, [prisma, "generate"], { cwd: root, encoding: "utf8" });
  if (result.status !== 0) {
    console.error(`The database client could not be made.\n${result.stdout}${result.stderr}`);
    process.exit(1);
  }
  writeStamp(clientStamp, wanted);
}
