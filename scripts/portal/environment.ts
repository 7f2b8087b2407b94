import type { DatabaseUrls } from "@/lib/platform/database/connection";
import type { Settings } from "@/lib/platform/env";

/**
 * Settings for the portal's processes. The owner's address stays with the supervisor: what runs for visitors cannot
 * change the log.
 */
export function childEnvironment(
  settings: Settings,
  urls: DatabaseUrls,
  mode: "production" | "development",
): NodeJS.ProcessEnv {
  const { DATABASE_MIGRATION_URL: _owner, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(settings.PORT),
    HOST: settings.HOST,
    DATABASE_URL: urls.url,
    SPERIMENTA_DATA_DIR: settings.dataDir,
    // Off by default as soon as an address of a database is set, which it now is.
    SPERIMENTA_DEMO: demoSetting(settings),
  };
}

function demoSetting(settings: Settings): string {
  if (settings.SPERIMENTA_DEMO === "public") return "public";
  return settings.demo ? "1" : "0";
}
