import type { DatabaseUrls } from "@/lib/platform/database/connection";
import { type EmbeddedDatabase, startEmbedded } from "@/lib/platform/database/embedded";
import { prepareDatabase } from "@/lib/platform/database/prepare";
import type { Settings } from "@/lib/platform/env";

/** The portal's database while it runs; `embedded` is null when the server is somebody else's. */
export interface PortalDatabase extends DatabaseUrls {
  embedded: EmbeddedDatabase | null;
  stop(): Promise<void>;
}

/**
 * Starts the embedded server or takes the one of the settings, and brings the database up to date unless it is to be
 * taken as it is.
 */
export async function openDatabase(
  settings: Settings,
  { upToDate = true }: { upToDate?: boolean } = {},
): Promise<PortalDatabase> {
  if (settings.DATABASE_URL) {
    const url = settings.DATABASE_URL;
    const urls = { url, migrationUrl: settings.DATABASE_MIGRATION_URL ?? url };
    if (upToDate) await prepareDatabase(urls);
    return { ...urls, embedded: null, stop: async () => undefined };
  }
  const embedded = await startEmbedded({ dataDir: settings.dataDir });
  try {
    if (upToDate) await prepareDatabase(embedded);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  const { url, migrationUrl, stop } = embedded;
  return { url, migrationUrl, embedded, stop };
}
