import { readFile } from "node:fs/promises";
import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";
import { filesIn, sha256Of, sumsIn, tableIn } from "@/tests/support/zip-reader";

const matrix = "/area/programmi/camere-nuova-edizione/consegne";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`The official file of a programme, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("is taken by the coordinator; its register names the approval before the lock", async ({
      page,
      login,
    }) => {
      await login({ as: "coordinatore" });
      const [locked] = await rows<{ title: string; body: string }>(
        `select r.title, o.name as body from deliverable d join deliverable_request r on r.id = d.request_id
         join programme p on p.id = r.programme_id join organisation o on o.id = d.organisation_id
         where p.slug = 'camere-nuova-edizione' and d.state = 'LOCKED' order by d.id limit 1`,
      );
      await page.goto(matrix);
      await page.getByRole("link", { name: "Fascicolo del programma (ZIP)" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Scarica in ZIP" })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(/Circa \d+ file, circa/);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Fascicolo del programma (ZIP)" }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^fascicolo-camere-nuova-edizione-\d{4}-\d\d-\d\d\.zip$/);
      const files = await filesIn(await readFile(await download.path()));
      const acts = tableIn(files, "registro-decisioni.csv").filter(
        (row) => row[0] === locked?.body && row[1] === locked?.title,
      );
      expect(acts.map((row) => row[3])).toEqual(expect.arrayContaining(["Approvazione", "Blocco"]));
      expect(acts.find((row) => row[3] === "Approvazione")?.[6]).not.toBe("");
      for (const [path, sum] of sumsIn(files))
        expect(sum === sha256Of(files.get(path) ?? ""), path).toBe(true);
    });

    test("its index opens by itself, and leads to the files", async ({ page, visit }) => {
      const reader = await visit({ as: "osservatore" });
      await reader.goto(`${matrix.replace("consegne", "documenti")}`);
      await reader.getByRole("link", { name: "Scarica lo spazio (ZIP)" }).click();
      const [download] = await Promise.all([
        reader.waitForEvent("download"),
        reader.getByRole("link", { name: "Ultime versioni: Spazio comune (ZIP)" }).click(),
      ]);
      const files = await filesIn(await readFile(await download.path()));
      await page.setContent(files.get("indice.html")?.toString() ?? "");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("documenti, Spazio comune");
      const links = await page
        .getByRole("table")
        .getByRole("link")
        .evaluateAll((all) => all.map((link) => decodeURIComponent(link.getAttribute("href") ?? "")));
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) expect([...files.keys()]).toContain(link);
    });
  });
}
