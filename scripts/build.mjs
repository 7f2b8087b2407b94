// npm run build: everything that npm start would do before it serves, ahead of time: for an image, or before a restart.
import { fileURLToPath } from "node:url";
import { prepareCheckout } from "./bootstrap/install.mjs";
import { root } from "./bootstrap/root.mjs";

/**
 * Installs what is missing and builds the pages when a source changed; needs no database.
 * @returns whether there is a build of these sources now
 */
export async function build() {
  process.chdir(root);
  prepareCheckout();
  const { register } = await import("tsx/esm/api");
  register();
  const { startBuild } = await import("./portal/build.ts");
  const { DATABASE_URL: _url, DATABASE_MIGRATION_URL: _owner, ...env } = process.env;
  const child = startBuild({ ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  const isBuilt = child === null || (await child.exit) === 0;
  if (isBuilt) child?.finish();
  return isBuilt;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit((await build()) ? 0 : 1);
