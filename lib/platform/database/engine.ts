import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";
import { withClient, withDatabase } from "@/lib/platform/database/connection";
import { openPool } from "@/lib/platform/database/pool";

// Types of result columns as PostgreSQL numbers them.
const catalogueChar = 18;
const text = 25;
const mark = "\u0001char:";

/**
 * Prisma's schema engine as WebAssembly: the same engine as Prisma's own command line, without the program that the
 * command line downloads, which closed networks do not allow.
 */
export async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load();
  await loaded;
  const open: SqlDriverAdapter[] = [];
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(url, open));
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    for (const adapter of open) await adapter.dispose();
  }
}

let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  // Without it a panic of the engine hides its reason.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => undefined } });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const program = await readFile(entry.replace(/\.js$/, ".wasm"));
  const imports = { "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(program, imports);
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

function adapterFactory(url: string, open: SqlDriverAdapter[]): SqlMigrationAwareDriverAdapterFactory {
  const track = (adapter: SqlDriverAdapter) => {
    open.push(adapter);
    return adapter;
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: async () => track((await connect(url)).adapter),
    connectToShadowDb: async () => track(await connectToShadow(url)),
  };
}

async function connect(url: string): Promise<{ adapter: SqlDriverAdapter; pool: pg.Pool }> {
  const pool = cataloguePool(url);
  const adapter: SqlDriverAdapter = await new PrismaPg(pool).connect();
  // The adapter cuts a script at every semicolon, which breaks function bodies; sent whole, without arguments, the
  // server cuts it itself.
  adapter.executeScript = async (sql) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => unmark(await queryRaw(query));
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    if (!pool.ended) await pool.end();
  };
  return { adapter, pool };
}

/** A database for the engine to replay the migrations in, dropped afterwards. */
async function connectToShadow(url: string): Promise<SqlDriverAdapter> {
  const name = `sperimenta_shadow_${crypto.randomUUID()}`;
  await withClient(url, (client) => client.query(`CREATE DATABASE "${name}"`));
  const { adapter, pool } = await connect(withDatabase(url, name));
  adapter.dispose = async () => {
    if (pool.ended) return;
    await pool.end();
    await withClient(url, (client) => client.query(`DROP DATABASE "${name}"`));
  };
  return adapter;
}

/** The adapter refuses columns of the catalogue's one-byte type: they pass as marked text and get their type back. */
function cataloguePool(url: string): pg.Pool {
  // A server that stops ends what is still closing.
  const pool = openPool({ connectionString: url, connectionTimeoutMillis: 10_000 }, () => undefined);
  const query = pool.query.bind(pool) as unknown as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  const patched = async (config: pg.QueryConfig) => {
    const result = await query(config);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === catalogueChar)
        Object.assign(field, { dataTypeID: text, name: mark + field.name });
    }
    return result;
  };
  pool.query = patched as unknown as pg.Pool["query"];
  return pool;
}

function unmark(result: SqlResultSet): SqlResultSet {
  const isMarked = result.columnNames.map((name) => name.startsWith(mark));
  return {
    ...result,
    columnNames: result.columnNames.map((name, index) => (isMarked[index] ? name.slice(mark.length) : name)),
    columnTypes: result.columnTypes.map((type, index) => (isMarked[index] ? ColumnTypeEnum.Character : type)),
  };
}
