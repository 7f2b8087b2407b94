import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "@/lib/platform/database/embedded";
import { prepareDatabase } from "@/lib/platform/database/prepare";
import { loadDemonstration } from "./demonstration";
import { dataAt, type PortalData } from "./portal";

export type DurableData = PortalData & {
  /** ends the server at once (SIGQUIT: connections are told; SIGKILL: nobody is) */
  crash(how: "SIGQUIT" | "SIGKILL"): Promise<void>;
  /** lets it take connections and say nothing; @returns lets it go on */
  hang(): Promise<() => void>;
  /** starts it again on the same port; ends when it takes connections */
  restart(): Promise<void>;
  /** waits until a condition of SQL holds */
  until(condition: string): Promise<void>;
  close(): Promise<void>;
};

/** The demonstration on a server of its own that keeps what it acknowledged: the shared one of the tests does not. */
export async function openDurable(): Promise<DurableData> {
  const dataDir = mkdtempSync(join(inject("testServer").dataDir, "durable-"));
  let server: EmbeddedDatabase = await startEmbedded({ dataDir });
  const { port } = server;
  await prepareDatabase(server);
  const data = dataAt(server, dataDir);
  await loadDemonstration(data);
  return {
    ...data,
    async crash(how) {
      process.kill(server.pid, how);
      await server.ended;
    },
    async hang() {
      const running = await data.rows<{ pid: number }>("select pid from pg_stat_activity");
      const pids = [server.pid, ...running.map(({ pid }) => pid)];
      for (const pid of pids) signal(pid, "SIGSTOP");
      return () => {
        for (const pid of pids) signal(pid, "SIGCONT");
      };
    },
    async restart() {
      server = await startEmbedded({ dataDir, port });
    },
    async until(condition) {
      const holds = async () =>
        (await data.rows<{ holds: boolean }>(`select ${condition} as holds`))[0]?.holds;
      while (!(await holds())) await wait(100);
    },
    close: () => server.stop(),
  };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // The one that answered which there are has ended.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
