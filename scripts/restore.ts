// npm run restore -- file [--replace] [--passphrase-file file]: an archive in place of what the portal holds.
import { openArchive } from "@/lib/platform/backup/archive-reader";
import { progressTo, readableBytes } from "@/lib/platform/backup/progress";
import { restoreArchive } from "@/lib/platform/backup/restore";
import { verifyArchive } from "@/lib/platform/backup/verify";
import { env } from "@/lib/platform/env";
import { driver, temporaryDirectory } from "@/lib/platform/storage/storage";
import { archiveArguments, tellFailure } from "./portal/archive-arguments";

try {
  const { file, passphrase, replace } = archiveArguments(
    "npm run restore -- file.tar [--replace] [--passphrase-file file]",
  );
  const { DATABASE_URL: url = "", DATABASE_MIGRATION_URL: migrationUrl = url, dataDir } = env();
  const progress = progressTo((line) => console.error(line));
  const archive = await openArchive(file, passphrase);
  const verified = await verifyArchive(archive, progress);
  const { about, manifest } = verified;
  console.error(`${file} is whole: made ${about.madeAt} by portal ${about.portal}. Restoring …`);
  const restored = await restoreArchive(
    archive,
    verified,
    { url, migrationUrl, store: await driver(), temporary: temporaryDirectory(), dataDir },
    { replace, progress },
  );
  console.log(
    `Restored: ${restored.tables} tables with ${restored.rows} rows, ${restored.files.count} files with ${readableBytes(restored.files.bytes)}; every checksum is equal.`,
  );
  for (const sha256 of manifest.missing) console.error(`Was missing when the backup was made: ${sha256}`);
  for (const sha256 of manifest.damaged) console.error(`Was damaged when the backup was made: ${sha256}`);
  if (restored.migrated.length > 0) console.log(`Brought up to date: ${restored.migrated.join(", ")}.`);
  process.exit(0);
} catch (error) {
  tellFailure(error);
  process.exit(1);
}
