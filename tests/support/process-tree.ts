import { execFileSync } from "node:child_process";

/** A process and all that came from it. */
export function processTree(root: number): number[] {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const rows = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [root];
  for (const parent of tree) for (const [pid = 0, of] of rows) if (of === parent) tree.push(pid);
  return tree;
}
