import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { settingNames } from "@/lib/platform/env";
import { root } from "@/scripts/bootstrap/root.mjs";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const units = readdirSync(join(root, "deploy/systemd")).map((name) => `deploy/systemd/${name}`);
const verifier = "/usr/bin/systemd-analyze";

describe("what a body deploys with", () => {
  test("operations.md names every setting, and no other", () => {
    const table = read("docs/operations.md").split("## Settings")[1]?.split("\n## ")[0] ?? "";
    const rows = table.split("\n").filter((line) => line.startsWith("| `"));
    const named = rows.flatMap((row) =>
      [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(named.toSorted()).toEqual([...settingNames].toSorted());
  });

  test("the composition sets only what the portal knows", () => {
    const portal = read("deploy/compose.yaml").split("\n  portal:\n")[1] ?? "";
    const environment = /environment:\n((?: {6}.*\n)+)/.exec(portal)?.[1] ?? "";
    const set = [...environment.matchAll(/^ {6}([A-Z0-9_]+):/gm)].map(([, name]) => name ?? "");
    expect(set).toContain("DATABASE_URL");
    expect(set.filter((name) => !settingNames.includes(name))).toEqual([]);
  });

  test.each(units)("%s starts scripts that are there", (unit) => {
    const scripts = [...read(unit).matchAll(/^ExecStart=.*$/gm)].flatMap(
      ([line]) => line.match(/scripts\/\S+/g) ?? [],
    );
    for (const script of scripts) expect(existsSync(join(root, script)), script).toBe(true);
    expect(read(unit)).toMatch(/^ExecStart=|^OnCalendar=/m);
  });

  test("the image copies and runs what is there", () => {
    const scripts = read("deploy/Dockerfile").match(/scripts\/[\w./-]+/g) ?? [];
    expect(scripts).toContain("scripts/start.mjs");
    for (const script of scripts) expect(existsSync(join(root, script)), script).toBe(true);
  });

  test.skipIf(!existsSync(verifier))("systemd accepts the units", () => {
    const { stderr } = spawnSync(verifier, ["verify", ...units.map((unit) => join(root, unit))], {
      encoding: "utf8",
    });
    // It also looks for the programs of the machine that it runs on.
    const complaints = stderr.split("\n").filter((line) => line.includes("sperimenta"));
    expect(complaints.filter((line) => !line.includes("is not executable"))).toEqual([]);
  });
});
