import "server-only";
import { readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { authorise } from "@/lib/platform/errors";
import { silence } from "@/lib/platform/jobs/heartbeat";
import { isScannerThere } from "@/lib/platform/scanner/clamd";
import { canSeeState } from "@/lib/platform/state/policy";
import { version } from "@/package.json";

/** Counts and sizes of the running portal. Sizes are bytes, ages seconds. */
export type PortalFigures = {
  jobs: { waiting: number; running: number; failed: number; dead: number; oldestDue: number };
  mails: { queued: number; failed: number; dead: number; kept: number; oldestQueued: number };
  workers: number;
  signIns: number;
  storage: { objects: number; bytes: number; unscanned: number; infected: number };
  database: { bytes: number; connections: number; connectionLimit: number };
};

/** What runs: versions and the state of the schema. */
export type PortalVersions = {
  portal: string;
  build: string | null;
  node: string;
  database: string;
  migration: { name: string; appliedAt: Date } | null;
  migrations: number;
};

/** The web process that answers: uptime in seconds, memory in bytes. */
export type ProcessFigures = { pid: number; uptime: number; memory: number };

export type PortalState = {
  figures: PortalFigures;
  versions: PortalVersions;
  process: ProcessFigures;
  /** the disk of the data directory, in bytes; null where the system does not tell */
  disk: { free: number; size: number } | null;
  /** files lie in an object store rather than on that disk */
  usesObjectStore: boolean;
  mailIsSent: boolean;
  /** the virus scanner of the settings */
  scanner: "none" | "there" | "away";
};

/** Counts and sizes, in one statement: whoever watches asks often. */
export async function readFigures(actor: Actor): Promise<PortalFigures> {
  authorise(canSeeState(actor), "state");
  const [row] = await db.$queryRaw<[{ figures: PortalFigures }]>`
    select json_build_object(
      'jobs', (select json_build_object(
          'waiting', count(*) filter (where locked_at is null and last_error is null and attempts < max_attempts),
          'running', count(*) filter (where locked_at is not null),
          'failed', count(*) filter (where locked_at is null and last_error is not null and attempts < max_attempts),
          'dead', count(*) filter (where locked_at is null and attempts >= max_attempts),
          'oldestDue', coalesce(extract(epoch from now() - min(run_at)
            filter (where locked_at is null and attempts < max_attempts and run_at <= now())), 0)::int)
        from graphile_worker.jobs),
      'mails', (select json_build_object(
          'queued', count(*) filter (where state = 'QUEUED'), 'failed', count(*) filter (where state = 'FAILED'),
          'dead', count(*) filter (where state = 'DEAD'), 'kept', count(*) filter (where state = 'KEPT'),
          'oldestQueued', coalesce(extract(epoch from now() - min(created_at)
            filter (where state = 'QUEUED')), 0)::int)
        from mail where state <> 'SENT'),
      'workers', (select count(*) from setting where key like 'worker:%'
        and updated_at > now() - make_interval(secs => ${silence.seconds}::int)),
      'signIns', (select count(*) from sign_in where ended_at is null and expires_at > ${actor.at}),
      'storage', (select json_build_object('objects', count(*), 'bytes', coalesce(sum(size), 0),
          'unscanned', count(*) filter (where scan = 'WAITING'), 'infected', count(*) filter (where scan = 'INFECTED'))
        from stored_object),
      'database', (select json_build_object('bytes', pg_database_size(current_database()),
        'connections', (select count(*) from pg_stat_activity where datname = current_database()),
        'connectionLimit', current_setting('max_connections')::int))
    ) as figures`;
  return row.figures;
}

/** How the portal is: its figures, versions, process and disk. */
export async function getPortalState(actor: Actor): Promise<PortalState> {
  authorise(canSeeState(actor), "state");
  const [figures, versions, disk, scanner] = await Promise.all([
    readFigures(actor),
    readVersions(),
    readDisk(),
    readScanner(),
  ]);
  return {
    figures,
    versions,
    disk,
    process: {
      pid: process.pid,
      uptime: Math.round(process.uptime()),
      memory: process.memoryUsage.rss(),
    },
    usesObjectStore: Boolean(env().S3_BUCKET),
    mailIsSent: Boolean(env().SMTP_URL),
    scanner,
  };
}

async function readVersions(): Promise<PortalVersions> {
  const [row] = await db.$queryRaw<
    [{ database: string; migrations: number; name: string | null; appliedAt: Date | null }]
  >`
    select current_setting('server_version') as database, count(*)::int as migrations,
      (array_agg(migration_name order by finished_at desc, migration_name desc))[1] as name,
      max(finished_at) as "appliedAt"
    from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
  const { database, migrations, name, appliedAt } = row;
  return {
    portal: version,
    build: readBuild(),
    node: process.versions.node,
    database,
    migrations,
    migration: name && appliedAt ? { name, appliedAt } : null,
  };
}

// Made by the build; while pages are developed there is none.
function readBuild(): string | null {
  try {
    return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), ".next/BUILD_ID"), "utf8").trim();
  } catch {
    return null;
  }
}

async function readScanner(): Promise<PortalState["scanner"]> {
  const address = env().CLAMD_ADDRESS;
  if (!address) return "none";
  return (await isScannerThere(address)) ? "there" : "away";
}

async function readDisk(): Promise<PortalState["disk"]> {
  try {
    const { bsize, bavail, blocks } = await statfs(/* turbopackIgnore: true */ env().dataDir);
    return { free: bsize * bavail, size: bsize * blocks };
  } catch {
    return null;
  }
}
