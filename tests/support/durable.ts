import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "@/lib/platform/database/embedded";
import { prepareDatabase } from "@/lib/platform/database/prepare";
import { loadDemonstration } from "./demonstration";
import { dataAt, type PortalData } from "./portal";

export type DurableData = PortalData & {
  /** ends the server at once, as a crash does (SIGQUIT: "immediate"; SIGKILL: nobody is told) */
  crash(how: "SIGQUIT" | "SIGKILL"): Promise<void>;
  /** starts it again on the same port; ends when it takes connections */
  restart(): Promise<void>;
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
    async restart() {
      server = await startEmbedded({ dataDir, port });
    },
    close: () => server.stop(),
  };
}
