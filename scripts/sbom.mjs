// npm run sbom [-- folder]: what a release is made of, as CycloneDX, and the licences as a table.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./bootstrap/root.mjs";
import { licences } from "./supply/licences.mjs";
import { npm } from "./supply/npm.mjs";

const folder = resolve(process.argv[2] ?? join(root, ".sbom"));
const { status, output, errors } = npm([
  "sbom",
  "--sbom-format=cyclonedx",
  "--omit=dev",
  "--package-lock-only",
]);
if (status !== 0) {
  console.error(errors);
  process.exit(1);
}
const all = licences();
const cell = (text) => `"${String(text ?? "").replaceAll('"', '""')}"`;
const lines = all.map(({ name, version, licence }) => [name, version, licence].map(cell).join(","));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "sbom.cdx.json"), output);
writeFileSync(join(folder, "licences.csv"), `${["package,version,licence", ...lines].join("\r\n")}\r\n`);
const refused = all.filter(({ isAccepted }) => !isAccepted);
for (const { name, version, licence } of refused)
  console.error(`${name} ${version}: ${licence ?? "no licence"}`);
console.log(`${all.length} packages in ${folder}, ${refused.length} under a licence that is not accepted`);
process.exit(refused.length > 0 ? 1 : 0);
