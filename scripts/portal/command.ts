import { locateEmbedded } from "@/lib/platform/database/embedded";
import { lockDataDirectory } from "@/lib/platform/database/launcher-lock";
import { readSettings, type Settings } from "@/lib/platform/env";
import { startNode } from "./child";
import { openDatabase, type PortalDatabase } from "./database";
import { childEnvironment } from "./environment";
import { onEnd } from "./signals";

/** What a command needs of the database. */
export type Access =
  /** none at all */
  | "none"
  /** brought up to date, as the running portal's role */
  | "portal"
  /** as it is, as its owner */
  | "owner"
  /** as it is, as its owner, while no portal runs on the data directory */
  | "alone";

/**
 * Runs one of our scripts against the portal's database: that of the settings, else the embedded one, which is
 * started for the time being when the portal does not run.
 * @returns the process's exit code
 */
export async function runCommand(args: string[], access: Access): Promise<number> {
  const [script, ...rest] = args;
  if (!script) throw new Error("Which script?");
  try {
    if (access === "none") return await runScript(script, rest, process.env);
    const settings = readSettings(process.env);
    const { database, close } = await findDatabase(settings, access);
    const env = childEnvironment(settings, database, "production");
    const owner = access === "portal" ? {} : { DATABASE_MIGRATION_URL: database.migrationUrl };
    return await runScript(script, rest, { ...env, ...owner }).finally(close);
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

async function findDatabase(
  settings: Settings,
  access: Access,
): Promise<{ database: PortalDatabase; close: () => Promise<void> }> {
  const mayRun = access !== "alone";
  const running = settings.DATABASE_URL || !mayRun ? null : locateEmbedded(settings.dataDir);
  if (running) {
    return {
      database: { ...running, embedded: null, stop: async () => undefined },
      close: async () => undefined,
    };
  }
  const unlock = settings.DATABASE_URL && mayRun ? () => undefined : lockDataDirectory(settings.dataDir);
  try {
    const database = await openDatabase(settings, { upToDate: access === "portal" });
    const close = async () => {
      await database.stop();
      unlock();
    };
    return { database, close };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function runScript(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = startNode(script, args, { env });
  onEnd(() => void child.stop());
  return child.exit;
}
