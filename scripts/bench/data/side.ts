import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Loaded, loadData } from "@/scripts/bench/data/load";
import type { Answered, Asked } from "@/scripts/bench/data/measurer";
import type { Shape } from "@/scripts/bench/data/shape";
import { type BenchWeb, openEmptyData, startWeb } from "../portal";

/** Ten in the morning of a Tuesday, in the web server and in the measuring process alike. */
const clock = "2026-03-24T09:00:00+01:00";

/** One database with its data, the process that measures it and the web server on it. */
export type Side = {
  name: string;
  loaded: Loaded;
  web: BenchWeb;
  ask<Ask extends keyof Answered>(asked: Extract<Asked, { ask: Ask }>): Promise<Answered[Ask]>;
  close(): Promise<void>;
};

/** Loads data of a shape into a database of their own and starts what measures it. */
export async function openSide(name: string, shape: Shape): Promise<Side> {
  const data = await openEmptyData();
  const opened: (() => Promise<void>)[] = [data.close];
  const close = async () => {
    for (const end of opened.reverse()) await end();
  };
  try {
    const say = (line: string) => console.log(`${name}: ${line}`);
    const loaded = await loadData(data.migrationUrl, { shape, now: Date.parse(clock), say });
    const web = await startWeb(data, { SPERIMENTA_DEMO: "0", SPERIMENTA_CLOCK: clock, LOG_LEVEL: "warn" });
    opened.push(web.stop);
    const child = fork(fileURLToPath(new URL("./measurer.ts", import.meta.url)), {
      execArgv: ["--conditions=react-server", "--import", "tsx"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        DATABASE_URL: data.url,
        SPERIMENTA_DATA_DIR: data.dataDir,
        BENCH_NOW: String(Date.parse(clock)),
      },
    });
    opened.push(async () => {
      child.disconnect();
      await once(child, "exit");
    });
    await answerOf(child);
    return { name, loaded, web, ask: (asked) => ask(child, asked), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function ask<Ask extends keyof Answered>(
  child: ChildProcess,
  asked: Extract<Asked, { ask: Ask }>,
): Promise<Answered[Ask]> {
  child.send(asked);
  return (await answerOf(child)) as Answered[Ask];
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const [told] = await Promise.race([
    once(child, "message") as Promise<[{ answer: unknown; error?: string }]>,
    once(child, "exit").then(() => [{ answer: null, error: "the measuring process ended" }] as const),
  ]);
  if (told.error) throw new Error(told.error);
  return told.answer;
}
