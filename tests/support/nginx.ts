import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "@/scripts/bootstrap/root.mjs";
import { installFromDebian } from "@/scripts/testing/debian";
import { freePort } from "./portal";

const program = "/usr/sbin/nginx";

/** Whether nginx is there, or could be installed. */
export function hasNginx(): boolean {
  return existsSync(program) || installFromDebian("nginx-light");
}

export type Nginx = {
  url: string;
  /** ports of the replicas in the order in which they were asked, from nginx's own log */
  asked(): string[];
  stop(): Promise<void>;
};

/** Runs deploy/nginx.conf, with these replicas and without TLS. `port` is where it listens. */
export async function startNginx(port: number, replicas: readonly string[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "sperimenta-nginx-"));
  const log = join(folder, "asked.log");
  const site = readFileSync(join(root, "deploy/nginx.conf"), "utf8")
    .replace(
      "server 127.0.0.1:3000 max_fails=0;",
      replicas.map((url) => `server 127.0.0.1:${new URL(url).port} max_fails=0;`).join("\n"),
    )
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port};`)
    .replace("listen 80;", `listen 127.0.0.1:${await freePort()};`)
    .replace(/^\s*(?:listen \[::\]|ssl_certificate).*$/gm, "")
    .replaceAll("sperimenta.ente.it", "localhost");
  writeFileSync(join(folder, "site.conf"), site);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join("\n");
  writeFileSync(
    join(folder, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    events {}
    http { ${temporary} log_format asked "$upstream_addr"; access_log ${log} asked; include ${folder}/site.conf; }`,
  );
  const child = spawn(program, ["-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const over = new Promise<void>((resolve) => child.once("close", () => resolve()));
  process.once("exit", () => child.kill("SIGKILL"));
  const url = `http://localhost:${port}`;
  while (!(await fetch(`${url}/api/health`).catch(() => null))) {
    if (child.exitCode !== null)
      throw new Error(`nginx ended: ${readFileSync(join(folder, "error.log"), "utf8")}`);
    await wait(50);
  }
  return {
    url,
    asked: () => readFileSync(log, "utf8").match(/\d+$/gm) ?? [],
    stop: () => {
      child.kill("SIGTERM");
      return over;
    },
  };
}
