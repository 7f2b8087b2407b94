import { existsSync } from "node:fs";
import { hashOf, readStamp, writeStamp } from "../bootstrap/stamp.mjs";
import { type Child, startNode } from "./child";

const stamp = ".next/made-from";
const sources = ["app", "components", "lib", "public", "prisma/schema", "package-lock.json", "tsconfig.json"];
const configuration = ["next.config.ts", "postcss.config.mjs", "instrumentation.ts"];

/** Builds the pages when a source changed since the last build; null when there is nothing to do. */
export function startBuild(env: NodeJS.ProcessEnv): (Child & { finish: () => void }) | null {
  const wanted = hashOf([...sources, ...configuration], {
    except: ["lib/platform/db/generated"],
    also: [process.versions.node],
  });
  if (existsSync(".next/BUILD_ID") && readStamp(stamp) === wanted) return null;
  const build = startNode("node_modules/next/dist/bin/next", ["build"], {
    env,
    output: "captured",
  });
  return { ...build, finish: () => writeStamp(stamp, wanted) };
}
