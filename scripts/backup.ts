// npm run backup -- file [--passphrase-file file]: database and files in one archive, while the portal runs.
import { resolve } from "node:path";
import { makeBackup, stillNamed } from "@/lib/platform/backup/backup";
import { progressTo, readableBytes } from "@/lib/platform/backup/progress";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { driver } from "@/lib/platform/storage/storage";
import { archiveArguments, tellFailure } from "./portal/archive-arguments";

const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stopping.abort());

try {
  const { file, passphrase } = archiveArguments("npm run backup -- file.tar [--passphrase-file file]");
  const { DATABASE_URL = "", DATABASE_MIGRATION_URL: url = DATABASE_URL, dataDir } = env();
  if (!passphrase) {
    console.error(
      "Not encrypted: the archive holds personal data and the secret of sign-ins. BACKUP_PASSPHRASE or --passphrase-file encrypts it.",
    );
  }
  const target = resolve(file);
  const { tables, files, missing, damaged } = await makeBackup(
    { url, store: await driver(), dataDir },
    {
      file: target,
      passphrase,
      madeAt: now(),
      signal: stopping.signal,
      progress: progressTo((line) => console.error(line)),
    },
  );
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${target}: ${tables.length} tables with ${rows} rows, ${files.count} files with ${readableBytes(files.bytes)}${passphrase ? ", encrypted" : ""}.`,
  );
  const lost = await stillNamed(url, missing);
  for (const sha256 of lost) console.error(`Missing in the store, though a row names it: ${sha256}`);
  for (const sha256 of damaged) console.error(`Damaged in the store: ${sha256}`);
  // The archive is good; what it was made of is not, and a timer has to notice.
  process.exit(lost.length + damaged.length > 0 ? 2 : 0);
} catch (error) {
  tellFailure(error);
  process.exit(1);
}
