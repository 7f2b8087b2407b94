// What the running portal is made of besides our own code, and under which licences.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../bootstrap/root.mjs";

/**
 * Licences that a body may run and hand on together with the portal's own (EUPL-1.2): permissive ones, weak copyleft of
 * parts that stay separate files, and texts or data that ask to be named (README.md names them).
 */
const accepted = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "EPL-2.0",
  "ISC",
  "LGPL-3.0-or-later",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
]);

/** Packages that do not say it in the field for it: read in the licence or the read-me that they carry. */
const readInFile = {
  busboy: "MIT",
  "combine-errors": "MIT",
  "png-js": "MIT",
  "seq-queue": "MIT",
  streamsearch: "MIT",
};

/**
 * The packages that are installed for running, each once, by name and version.
 * @returns {{ name: string, version: string, licence: string | null, isAccepted: boolean }[]}
 */
export function licences() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const seen = new Map();
  for (const [path, { version, license, dev }] of Object.entries(packages)) {
    if (path === "" || dev) continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const licence = license ?? readInFile[name] ?? null;
    seen.set(`${name}@${version}`, { name, version, licence, isAccepted: isAccepted(licence) });
  }
  return [...seen.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** Exceptions that no installed package needs any more. */
export function needlessExceptions() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.keys(readInFile).filter((name) => packages[`node_modules/${name}`]?.license !== undefined);
}

/** "(MIT OR GPL-3.0)" asks for one of both, "MIT AND ISC" for each. */
function isAccepted(licence) {
  if (!licence) return false;
  const plain = licence.replace(/[()]/g, "");
  return plain
    .split(/ or /i)
    .some((choice) => choice.split(/ and /i).every((one) => accepted.has(one.trim())));
}
