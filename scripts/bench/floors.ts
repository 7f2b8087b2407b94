import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startNode } from "../portal/child";
import { startFloorApp } from "./floor-app";
import type { Target } from "./load";

/** Addresses with which a page is compared, each of the page's own size. */
export type Floors = { node: Target; framework: Target };

/** A page of ours as it came, and whether the framework is measured by a page made once or at each request. */
export type Floored = { html: string; like: "static" | "dynamic" };

/** Starts a bare Node server that serves the very pages, and the bare framework with pages of their size. */
export async function startFloors(pages: Floored[]) {
  const app = await startFloorApp();
  const folder = mkdtempSync(join(tmpdir(), "sperimenta-floor-"));
  for (const [index, { html }] of pages.entries()) writeFileSync(join(folder, String(index)), html);
  const node = startNode("scripts/bench/floor-server.mjs", [folder], {
    env: process.env,
    output: "captured",
  });
  let port: string | undefined;
  while (!port) {
    await wait(20);
    port = /listening on (\d+)/.exec(node.said())?.[1];
  }
  const floors: Floors[] = [];
  for (const [index, { html, like }] of pages.entries()) {
    const shape = { bytes: Buffer.byteLength(html), elements: elementsOf(html) };
    const page = await app.pages(shape);
    floors.push({ node: { url: `http://localhost:${port}/${index}` }, framework: { url: page[like] } });
  }
  const stop = async () => {
    await Promise.all([app.stop(), node.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { floors, stop };
}

/** How many elements the markup has, scripts and their contents left out. */
function elementsOf(html: string): number {
  return html.replace(/<script\b[\s\S]*?<\/script>/g, "").match(/<[a-z]/g)?.length ?? 0;
}
