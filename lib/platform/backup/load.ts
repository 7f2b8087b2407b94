import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import type { ArchiveEntry } from "@/lib/platform/backup/archive-reader";
import { BackupError, type Manifest } from "@/lib/platform/backup/format";
import { queueSection, stagedJobs } from "@/lib/platform/backup/queue";
import { quoted } from "@/lib/platform/backup/tables";
import { readPiece } from "@/lib/platform/backup/verify";

/** Takes the pieces of tables as they come, one table after the other. */
export interface TableLoader {
  add(table: string, entry: ArchiveEntry): Promise<void>;
  /** ends the last table, puts the waiting jobs into the queue */
  finish(): Promise<void>;
}

/** Loads rows by COPY within the caller's transaction. */
export function loadTables(client: pg.Client, manifest: Manifest): TableLoader {
  const columns = new Map(manifest.tables.map((table) => [table.name, table.columns]));
  let open: { table: string; copy: CopyStreamQuery; done: Promise<void> } | undefined;
  const close = async () => {
    const last = open;
    open = undefined;
    if (!last) return;
    last.copy.end();
    await last.done;
    if (last.table === queueSection.name) await client.query(stagedJobs.enqueue);
  };
  const begin = async (table: string) => {
    await close();
    if (table === queueSection.name) await client.query(stagedJobs.create);
    const copy = client.query(copyFrom(copyInto(table, columns.get(table))));
    const done = finished(copy);
    done.catch(() => undefined);
    open = { table, copy, done };
    return open;
  };
  return {
    async add(table, entry) {
      const rows = await readPiece(entry);
      const { copy, done } = open?.table === table ? open : await begin(table);
      // A refused row ends the copy instead of draining it.
      if (!copy.write(rows)) await Promise.race([once(copy, "drain"), done]);
    },
    async finish() {
      await close();
    },
  };
}

function copyInto(table: string, columns: string[] | undefined): string {
  if (!columns) throw new BackupError("The archive holds a table that its manifest does not name.");
  if (table === queueSection.name) return stagedJobs.copyInto;
  return `COPY public.${quoted(table)} (${columns.map(quoted).join(", ")}) FROM STDIN`;
}
