import { expect, test } from "@/tests/support/e2e";
import { pdfFile } from "@/tests/support/e2e-files";

const area = "/area/programmi/camere-nuova-edizione";

for (const javaScriptEnabled of [true, false])
  test.describe(`A post that comes later, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("bears a file, which hangs on it once it is there", async ({ page, login }) => {
      const title = `Con la scheda, ${javaScriptEnabled ? "subito" : "su carta"}`;
      await login({ as: "esperto" });
      await page.goto(`${area}/animazione/messaggi/nuovo`);
      await page.getByLabel("Categoria").selectOption({ index: 1 });
      await page.getByLabel("Titolo").fill(title);
      await page.getByLabel("Messaggio", { exact: true }).fill("La scheda è allegata.");
      await page.getByLabel("Giorno", { exact: true }).fill("2027-04-01");
      await page.getByRole("button", { name: "Programma", exact: true }).click();
      const waiting = page.getByRole("listitem").filter({ hasText: title });
      await waiting.getByRole("link", { name: /^Modifica/ }).click();
      await page
        .getByLabel("File", { exact: true })
        .setInputFiles(await pdfFile("scheda.pdf", "Una scheda."));
      await page.getByRole("button", { name: "Allega il file" }).click();
      const files = page.getByRole("region", { name: "File allegati" });
      await expect(files.getByRole("button", { name: "Togli il file scheda.pdf" })).toBeVisible();
      await page.goto(`${area}/animazione`);
      await expect(waiting).toContainText("Con un file: scheda.pdf");
      await waiting.getByRole("button", { name: /^Pubblica ora/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByRole("link", { name: /scheda\.pdf/ }).first()).toBeVisible();
    });
  });
