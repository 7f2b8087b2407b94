// A stamp is a file that says from what something was made: made again when that differs.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./root.mjs";

/**
 * Hash of the content of files and folders; what does not exist counts as empty.
 * @param {string[]} paths below the project's folder
 * @param {{ except?: string[], also?: string[] }} options folders left out; words that count too
 */
export function hashOf(paths, { except = [], also = [] } = {}) {
  const hash = createHash("sha256");
  for (const word of also) hash.update(`${word}\0`);
  for (const file of paths.flatMap((path) => filesBelow(join(root, path), except))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(path, except) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((file) => !except.includes(relative(root, file)))
    .flatMap((file) => filesBelow(file, except));
}

export function readStamp(path) {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

export function writeStamp(path, value) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}
