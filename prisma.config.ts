import { defineConfig } from "prisma/config";

// Every command of Prisma's CLI first looks for a schema engine and downloads one when it is missing;
// `generate`, `validate` and `format` never start it, so any executable satisfies the look-up.
// Migrations run through the WebAssembly engine instead: scripts/migrations/.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
