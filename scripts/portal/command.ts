import { locateEmbedded } from "@/lib/platform/database/embedded";
import { lockDataDirectory } from "@/lib/platform/database/launcher-lock";
import { readSettings, type Settings } from "@/lib/platform/env";
import { startNode } from "./child";
import { openDatabase, type PortalDatabase } from "./database";
import { childEnvironment } from "./environment";
import { onEnd } from "./signals";

/**
 * Runs one of our scripts against the portal's database: that of the settings, else the embedded one, which is
 * started for the time being when the portal does not run.
 * @returns the process's exit code
 */
export async function runCommand(
  args: string[],
  { needsDatabase }: { needsDatabase: boolean },
): Promise<number> {
  const [script, ...rest] = args;
  if (!script) throw new Error("Which script?");
  try {
    if (!needsDatabase) return await runScript(script, rest, process.env);
    const settings = readSettings(process.env);
    const { database, close } = await findDatabase(settings);
    const env = childEnvironment(settings, database, "production");
    return await runScript(script, rest, env).finally(close);
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

async function findDatabase(
  settings: Settings,
): Promise<{ database: PortalDatabase; close: () => Promise<void> }> {
  const running = settings.DATABASE_URL ? null : locateEmbedded(settings.dataDir);
  if (running) {
    return {
      database: { ...running, embedded: null, stop: async () => undefined },
      close: async () => undefined,
    };
  }
  const unlock = settings.DATABASE_URL ? () => undefined : lockDataDirectory(settings.dataDir);
  const database = await openDatabase(settings);
  const close = async () => {
    await database.stop();
    unlock();
  };
  return { database, close };
}

async function runScript(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = startNode(script, args, { env });
  onEnd(() => void child.stop());
  return child.exit;
}
