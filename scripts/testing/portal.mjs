// The portal that the journeys walk through: the real one, with invented data, a clock that begins at a fixed moment and
// a database of its own, all gone afterwards.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { root } from "../bootstrap/root.mjs";

process.chdir(root);
const { register } = await import("tsx/esm/api");
register();
const { withClient, withDatabase } = await import("../../lib/platform/database/connection.ts");

const { E2E_PORT, E2E_DATA_DIR, E2E_DATABASE: database } = process.env;
const { DATABASE_URL, DATABASE_MIGRATION_URL = DATABASE_URL } = process.env;
if (DATABASE_MIGRATION_URL) await onServer(`CREATE DATABASE "${database}"`);

const child = spawn(process.execPath, ["scripts/start.mjs"], {
  stdio: "inherit",
  env: {
    ...process.env,
    ...(DATABASE_URL && {
      DATABASE_URL: withDatabase(DATABASE_URL, database),
      DATABASE_MIGRATION_URL: withDatabase(DATABASE_MIGRATION_URL, database),
    }),
    PORT: E2E_PORT,
    SPERIMENTA_DATA_DIR: E2E_DATA_DIR,
    SPERIMENTA_DEMO: "1",
    SPERIMENTA_TEST: "1",
    // A Tuesday morning: the running edition's kick-off was ten weeks before.
    SPERIMENTA_CLOCK: "2026-03-24T09:00:00+01:00",
    // Of several parts, and small enough to be passed in a journey; the proof sends a gigabyte.
    UPLOAD_MAX_BYTES: process.env.E2E_UPLOAD_MAX_BYTES ?? "30000000",
    LOG_LEVEL: "warn",
  },
});
for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => child.kill("SIGTERM"));
child.once("exit", async (code) => {
  rmSync(E2E_DATA_DIR, { recursive: true, force: true });
  if (DATABASE_MIGRATION_URL) await onServer(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  process.exit(code ?? 1);
});

function onServer(sql) {
  return withClient(DATABASE_MIGRATION_URL, (client) => client.query(sql));
}
