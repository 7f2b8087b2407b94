import { existsSync } from "node:fs";
import { installFromDebian } from "./debian";

const programs = { nginx: "/usr/sbin/nginx", openssl: "/usr/bin/openssl" };
const packages = { nginx: "nginx-light", openssl: "openssl" };

/**
 * Finds nginx, and what makes a certificate for it, or installs them.
 * @returns undefined when neither worked
 */
export function provideNginx(): typeof programs | undefined {
  const names = ["nginx", "openssl"] as const;
  const areThere = names.every((name) => existsSync(programs[name]) || installFromDebian(packages[name]));
  return areThere ? programs : undefined;
}
