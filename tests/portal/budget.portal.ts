import { afterAll, beforeAll, expect, test } from "vitest";
import { crawl, type Reached } from "@/scripts/bench/crawl";
import { assetsOf, compressedSize, frameworkScripts } from "@/scripts/bench/weight";
import { openData, type PortalProcess, signIn, startWeb } from "../support/portal";

/** What a page may make a browser load, compressed, on top of the framework's own. */
const scriptsOfPublicPage = 15_000;
const scriptsOfReservedPage = 40_000;
const styles = 25_000;
/** pdf.js and the upload's client come when they are asked for; the longest walk reaches nearly every template. */
const fewestTemplates = 70;

let web: PortalProcess;
const pages: Reached[] = [];

beforeAll(async () => {
  web = await startWeb(await openData());
  for (const as of ["", "coordinatore", "referente.a", "amministratore"]) {
    const cookie = as ? await signIn(web, as) : undefined;
    pages.push(...(await crawl(web.url, as ? "/area" : "/", { as, cookie })));
  }
});
afterAll(() => web.stop());

test("every page's own scripts and styles keep to the budget", () => {
  const theirs = frameworkScripts();
  const sum = (paths: string[]) => paths.reduce((total, path) => total + compressedSize(path), 0);
  const offenders = pages.flatMap(({ page, as, html }) => {
    const assets = assetsOf(html);
    expect(
      assets.scripts.some((path) => theirs.has(path)),
      `${page} names the framework's scripts`,
    ).toBe(true);
    const own = sum(assets.scripts.filter((path) => !theirs.has(path)));
    const allowed = page.startsWith("/area") ? scriptsOfReservedPage : scriptsOfPublicPage;
    const css = sum(assets.styles);
    return [
      ...(own > allowed ? [`${page} (${as || "visitor"}): ${own} bytes of scripts, ${allowed} allowed`] : []),
      ...(css > styles ? [`${page}: ${css} bytes of styles, ${styles} allowed`] : []),
    ];
  });
  expect(offenders).toEqual([]);
  expect(new Set(pages.map(({ page }) => page)).size).toBeGreaterThanOrEqual(fewestTemplates);
});
