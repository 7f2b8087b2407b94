import { startNode } from "@/scripts/portal/child";
import { portalClock } from "./portal";

/** Fills an empty migrated database and its folder of files as `npm start` fills them. */
export async function loadDemonstration({ url, dataDir }: { url: string; dataDir: string }): Promise<void> {
  const seed = startNode("scripts/seed.ts", [], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      SPERIMENTA_DATA_DIR: dataDir,
      SPERIMENTA_DEMO: "1",
      SPERIMENTA_TEST: "1",
      SPERIMENTA_CLOCK: portalClock,
      LOG_LEVEL: "silent",
    },
    output: "captured",
  });
  if ((await seed.exit) !== 0) throw new Error("the demonstration could not be loaded");
}
