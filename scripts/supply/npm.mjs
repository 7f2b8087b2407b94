import { spawnSync } from "node:child_process";
import { root } from "../bootstrap/root.mjs";

/**
 * Runs npm for its output: the one that started this command, else the one on the path.
 * @returns {{ status: number, output: string, errors: string }}
 */
export function npm(args) {
  const own = process.env.npm_execpath;
  const [program, first] = own ? [process.execPath, [own]] : ["npm", []];
  const { status, stdout, stderr } = spawnSync(program, [...first, ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 ** 2,
    shell: !own && process.platform === "win32",
  });
  return { status: status ?? 1, output: stdout ?? "", errors: stderr ?? "" };
}
