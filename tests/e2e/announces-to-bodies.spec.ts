import { expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { mailsAbout } from "@/tests/support/e2e-database";

const list = "/area/programmi/camere-nuova-edizione/avvisi";

for (const javaScriptEnabled of [true, false])
  test.describe(`Announcements, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("go to all bodies, are read, acknowledged, changed and withdrawn", async ({
      page,
      login,
      visit,
    }) => {
      const title = `Si consegna entro ${javaScriptEnabled ? "giovedì" : "venerdì"}`;
      await login({ as: "coordinatore" });
      await page.goto(list);
      await page.getByRole("link", { name: "Scrivete un avviso" }).click();
      await page.getByRole("button", { name: "Pubblica l’avviso" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Titolo");
      await page.getByLabel("Titolo").fill(title);
      await page.getByLabel("Testo", { exact: true }).fill("Le consegne si **chiudono**.");
      await page.getByLabel("Chiedi una presa visione").check();
      await page.getByLabel("Manda anche una mail ai referenti").check();
      await page.getByRole("button", { name: "Anteprima" }).click();
      await expect(page.getByRole("main").locator("strong", { hasText: "chiudono" })).toBeVisible();
      await page.getByRole("button", { name: "Pubblica l’avviso" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      const address = page.url();
      const told = async () => (await mailsAbout(title, "notifications.announced")).map(({ to }) => to);
      await expect.poll(told).toContain("referente.a@demo.test");
      expect(await told()).not.toContain("staff.a@demo.test");

      const reader = await visit({ as: "staff.a" });
      await reader.goto(list);
      await expect(reader.getByRole("listitem").filter({ hasText: title })).toContainText("Da leggere");
      await reader.getByRole("link", { name: title }).click();
      await reader.getByRole("button", { name: "Ho letto l’avviso" }).click();
      await expect(reader.getByRole("main")).toContainText("Ne avete preso visione");
      await reader.goto(list);
      await expect(reader.getByRole("listitem").filter({ hasText: title })).not.toContainText("Da leggere");

      await page.goto(address);
      await expect(page.getByRole("row", { name: /Nives Calamari/ })).not.toContainText("non ancora");
      await page.getByRole("link", { name: "Modifica" }).click();
      await page.getByLabel("Testo", { exact: true }).fill("Le consegne si chiudono alle 18.");
      await page.getByRole("button", { name: "Salva le modifiche" }).click();
      await expect(page.getByRole("main")).toContainText("modificato in seguito");
      await reader.goto(address);
      await expect(reader.getByRole("main")).toContainText("Testi di prima");
      await expect(reader.getByRole("button", { name: "Ho letto l’avviso" })).toBeVisible();

      await page.getByRole("link", { name: "Ritira" }).click();
      await page.getByRole("button", { name: "Ritira l’avviso" }).click();
      await expect(page.getByRole("main")).toContainText("Ritirato il");
      await reader.goto(list);
      await expect(reader.getByRole("listitem").filter({ hasText: title })).toHaveCount(0);
    });
  });
