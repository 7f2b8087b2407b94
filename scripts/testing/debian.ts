import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs a package where the machine is a Debian and we may. @returns whether it is there now */
export function installFromDebian(name: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
  console.log(`Installing ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = () =>
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], { env, stdio: "ignore" })
      .status === 0;
  // The list of packages of a fresh machine is empty.
  return install() || (spawnSync("apt-get", ["update"], { stdio: "ignore" }).status === 0 && install());
}
