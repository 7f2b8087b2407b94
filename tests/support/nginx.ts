import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "@/scripts/bootstrap/root.mjs";
import type { provideNginx } from "@/scripts/testing/nginx";

type Programs = NonNullable<ReturnType<typeof provideNginx>>;

/** Ports on which nginx listens, and the addresses of what stands behind it. */
export type Places = { https: number; http: number; replicas: readonly string[] };

export type Nginx = {
  /** what `nginx -t` says of the configuration */
  verdict: string;
  /** the certificate that it shows */
  certificate: string;
  /** ports of the replicas in the order in which they were asked, from nginx's own log */
  asked(): string[];
  /** bodies and answers that nginx keeps on its disk */
  kept(): string[];
  stop(): Promise<void>;
};

/** Runs deploy/nginx.conf, in which only addresses and the place of the certificate are others. */
export function startNginx({ nginx, openssl }: Programs, places: Places): Nginx {
  const folder = mkdtempSync(join(tmpdir(), "sperimenta-nginx-"));
  const within = (name: string) => join(folder, name);
  mkdirSync(within("kept"));
  makeCertificate(openssl, within);
  writeFileSync(within("site.conf"), siteAt(places, folder));
  const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${within("kept")}/${kind};`,
  );
  writeFileSync(
    within("nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off; pid ${within("pid")}; error_log ${within("error.log")};
    events {}
    http {
      ${kept.join(" ")}
      log_format asked "$upstream_addr"; access_log ${within("asked.log")} asked;
      include ${within("site.conf")};
    }`,
  );
  const args = ["-c", within("nginx.conf"), "-e", within("error.log")];
  const verdict = spawnSync(nginx, ["-t", ...args]).stderr.toString();
  const child = spawn(nginx, args, { stdio: ["ignore", "ignore", "inherit"] });
  const over = new Promise<void>((resolve) => child.once("close", () => resolve()));
  process.once("exit", () => child.kill("SIGKILL"));
  return {
    verdict,
    certificate: readFileSync(within("fullchain.pem"), "utf8"),
    asked: () => readFileSync(within("asked.log"), "utf8").match(/\d+$/gm) ?? [],
    kept: () =>
      readdirSync(within("kept"), { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ name }) => name),
    stop: () => {
      child.kill("SIGTERM");
      return over;
    },
  };
}

function siteAt({ https, http, replicas }: Places, folder: string): string {
  const servers = replicas.map((url) => `server 127.0.0.1:${new URL(url).port} max_fails=0;`);
  const changes: [string, string][] = [
    ["server 127.0.0.1:3000 max_fails=0;", servers.join("\n")],
    ["listen 443 ssl http2;", `listen 127.0.0.1:${https} ssl http2;`],
    ["listen 80;", `listen 127.0.0.1:${http};`],
    ["listen [::]:443 ssl http2;", ""],
    ["listen [::]:80;", ""],
    ["/etc/ssl/sperimenta/", `${folder}/`],
    ["server_name sperimenta.ente.it;", "server_name localhost;"],
  ];
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`deploy/nginx.conf has no longer: ${from}`);
      return text.replaceAll(from, to);
    },
    readFileSync(join(root, "deploy/nginx.conf"), "utf8"),
  );
}

function makeCertificate(openssl: string, within: (name: string) => string): void {
  const files = ["-keyout", within("privkey.pem"), "-out", within("fullchain.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  execFileSync(openssl, ["req", "-x509", "-days", "2", ...key, ...subject, ...files], { stdio: "ignore" });
}
