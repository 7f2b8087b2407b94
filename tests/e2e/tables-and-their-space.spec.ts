import { type Account, expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { textFile } from "@/tests/support/e2e-files";

const area = "/area/programmi/camere-nuova-edizione";

for (const javaScriptEnabled of [true, false])
  test.describe(`A table works on its theme, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("its delegates share documents that others do not see", async ({ page, login }) => {
      const title = `Lavoro a distanza ${javaScriptEnabled ? "e sedi" : "e orari"}`;
      const as = async (account: Account) => {
        await page.context().clearCookies();
        await login({ as: account });
      };
      const toTable = async () => {
        await page.goto(`${area}/tavoli`);
        await page.getByRole("link", { name: title, exact: true }).click();
        await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      };

      await as("coordinatore");
      await page.goto(area);
      await page.getByRole("navigation").getByRole("link", { name: "Tavoli" }).first().click();
      await page.getByRole("link", { name: "Nuovo tavolo" }).click();
      await page.getByRole("button", { name: "Apri il tavolo" }).click();
      await expect(page.getByRole("alert").first()).toBeVisible();
      await page.getByLabel("Titolo").fill(title);
      await page.getByLabel("Mostra il tavolo a tutti").check();
      await page.getByRole("button", { name: "Apri il tavolo" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByText("Nessuno siede ancora al tavolo")).toBeVisible();
      await page.getByLabel("Persona").selectOption({ label: "Marta Querciola" });
      await page.getByLabel("Coordina il tavolo").check();
      await page.getByRole("button", { name: "Aggiungi al tavolo" }).click();
      await expect(page.getByRole("row").filter({ hasText: "Coordina il tavolo" })).toHaveCount(1);
      if (javaScriptEnabled) await expectAccessible(page);

      // Whoever leads the table puts a document into its space.
      await as("referente.a");
      await toTable();
      await page.getByRole("link", { name: "Apri lo spazio del tavolo" }).click();
      await page.getByRole("link", { name: "Carica un documento" }).click();
      await page.getByLabel("Titolo").fill("Sedi di lavoro condivise");
      await page.getByLabel("File", { exact: true }).setInputFiles(textFile("sedi.txt", "Tre sedi."));
      await page.getByRole("button", { name: "Carica il documento" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Sedi di lavoro condivise" })).toBeVisible();
      const document = page.url();
      await toTable();
      await expect(page.getByRole("link", { name: "Sedi di lavoro condivise" })).toBeVisible();

      // Another body's staff see the table and who sits there, and nothing of its documents.
      await as("staff.b");
      await toTable();
      await expect(page.getByText("I documenti li legge chi siede al tavolo")).toBeVisible();
      await expect(page.getByRole("link", { name: "Sedi di lavoro condivise" })).toHaveCount(0);
      expect((await page.goto(document))?.status()).toBe(404);

      // A visitor reads of the table, and of no person.
      await page.context().clearCookies();
      await page.goto("/programmi/camere-nuova-edizione");
      const shown = page.getByRole("listitem").filter({ hasText: title });
      await expect(shown).toContainText("Valfiorita");

      await as("referente.a");
      await toTable();
      await page.getByRole("button", { name: /^Lascia il tavolo/ }).click();
      await expect(page.getByText("Nessuno siede ancora al tavolo")).toBeVisible();
      expect((await page.goto(document))?.status()).toBe(404);
    });
  });
