import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { readSettings } from "@/lib/platform/env";
import { backOff } from "@/scripts/portal/back-off";
import { startNode } from "@/scripts/portal/child";
import { childEnvironment } from "@/scripts/portal/environment";
import { keepRunning } from "@/scripts/portal/keep-running";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function script(name: string, text: string): string {
  const file = join(mkdtempSync(join(process.env.SPERIMENTA_DATA_DIR ?? tmpdir(), "script-")), name);
  writeFileSync(file, text);
  return file;
}

/** Where a process reports that it runs; `gone` when its connection closes, by whatever cause. */
async function reports(): Promise<{ port: number; came: Promise<void>; gone: Promise<void> }> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  let ended: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const came = new Promise<void>((resolve) => {
    server.once("connection", (socket) => {
      resolve();
      socket.on("error", () => undefined);
      socket.on("close", () => ended());
      socket.resume();
    });
  });
  return { port: address.port, came, gone };
}

const reporter = (port: number, rest = "") =>
  `import { connect } from "node:net"; connect(${port}, "127.0.0.1"); ${rest}`;

describe("a process of the portal", () => {
  test("ends when its supervisor is killed", async () => {
    const { port, came, gone } = await reports();
    const child = script("child.mjs", reporter(port));
    const supervisor = `const { startNode } = await import("./scripts/portal/child.ts");
      startNode(${JSON.stringify(child)}, [], { env: process.env });`;
    const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", supervisor]);
    await came;
    parent.kill("SIGKILL");
    await gone;
  });

  test("is ended when it does not end by itself", async () => {
    const { port, came, gone } = await reports();
    const stubborn = script("child.mjs", reporter(port, 'process.on("SIGTERM", () => undefined);'));
    const child = startNode(stubborn, [], { env: process.env });
    await came;
    const start = performance.now();
    await child.stop();
    await gone;
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("says what it said when that was captured", async () => {
    const child = startNode(script("child.mjs", 'console.log("hello");'), [], {
      env: process.env,
      output: "captured",
    });
    expect(await child.exit).toBe(0);
    expect(child.said()).toBe("hello\n");
  });
});

describe("what ends by itself", () => {
  test("is started again, however often it ends or cannot be started", async () => {
    let starts = 0;
    const ended = { exit: Promise.resolve(), stop: async () => undefined };
    const stopped = new Promise<() => Promise<void>>((resolve) => {
      const start = () => {
        starts += 1;
        if (starts === 3) throw new Error("no room");
        if (starts === 6) resolve(stop);
        return ended;
      };
      const stop = keepRunning("thing", ended, start, () => 1);
    });
    await (await stopped)();
    expect(starts).toBeGreaterThanOrEqual(6);
  });

  test("is given longer pauses each time, of half a minute at most, until it has run for one", () => {
    const pauseAfter = backOff();
    const pauses = Array.from({ length: 7 }, () => pauseAfter(500));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect([pauseAfter(60_000), pauseAfter(500)]).toEqual([1_000, 2_000]);
  });

  test("is left alone when it was stopped", async () => {
    let end: () => void = () => undefined;
    const exit = new Promise<void>((resolve) => {
      end = resolve;
    });
    let starts = 0;
    const running = { exit, stop: async () => end() };
    const start = () => {
      starts += 1;
      return running;
    };
    const stop = keepRunning("thing", running, start);
    await stop();
    expect(starts).toBe(0);
  });
});

describe("several web processes", () => {
  /** Starts two of them, each of which runs this. */
  function startTwo(work: string) {
    const kept = pathToFileURL("scripts/portal/web-processes.ts").href;
    const file = script(
      "web.mts",
      `import cluster from "node:cluster"; import { createServer } from "node:net"; import { keepProcesses } from "${kept}";
       if (cluster.isPrimary) {
         keepProcesses(2, () => 10);
         cluster.on("listening", (worker) => process.stdout.write(worker.process.pid + "\\n"));
       } else { ${work} }`,
    );
    const args = [
      "--conditions=react-server",
      "--import",
      pathToFileURL("node_modules/tsx/dist/loader.mjs").href,
    ];
    const primary = spawn(process.execPath, [...args, file], { stdio: ["ignore", "pipe", "inherit"] });
    const exit = new Promise<number | null>((resolve) => primary.once("exit", resolve));
    return { primary, exit };
  }

  test("are started again, however often one is killed", async () => {
    const { primary, exit } = startTwo('createServer().listen(0, "127.0.0.1");');
    let kills = 0;
    for await (const line of createInterface({ input: primary.stdout })) {
      if (kills === 6) primary.kill("SIGTERM");
      else process.kill(Number(line), "SIGKILL");
      kills += 1;
    }
    expect(kills).toBeGreaterThan(6);
    expect(await exit).toBe(0);
  });

  test("are given up when they cannot even start", async () => {
    const { exit } = startTwo("process.exit(3);");
    expect(await exit).toBe(1);
  });
});

describe("the environment of the portal's processes", () => {
  const urls = { url: "postgresql://portal@localhost/x", migrationUrl: "postgresql://owner@localhost/x" };

  test("holds the portal's role, never the owner's", () => {
    const env = childEnvironment(readSettings({}), urls, "production");
    expect(env.DATABASE_URL).toBe(urls.url);
    expect(Object.values(env)).not.toContain(process.env.DATABASE_MIGRATION_URL);
  });

  test.for([
    [{}, "1"],
    [{ SITE_URL: "https://sperimenta.ente.it" }, "0"],
    [{ DATABASE_URL: urls.url }, "0"],
    [{ SPERIMENTA_DEMO: "public", SITE_URL: "https://sperimenta.ente.it" }, "public"],
  ] as const)("keeps the choice of the demonstration: %o", ([settings, wanted]) => {
    expect(childEnvironment(readSettings(settings), urls, "production").SPERIMENTA_DEMO).toBe(wanted);
  });
});
