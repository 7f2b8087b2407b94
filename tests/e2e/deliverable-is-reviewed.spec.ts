import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { mailsAbout } from "@/tests/support/e2e-database";
import { pdfFile } from "@/tests/support/e2e-files";

const matrix = "/area/programmi/camere-nuova-edizione/consegne";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`A deliverable is reviewed by a chain, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("prepared, released, commented, sent back, approved twice, locked, with its register", async ({
      page,
      login,
      visit,
    }) => {
      // Four people, one after the other.
      test.setTimeout(420_000);
      const title = `Piano in catena ${javaScriptEnabled ? "con" : "senza"} script`;
      await login({ as: "coordinatore" });
      await ask(page, title);

      const staff = await visit({ as: "staff.a" });
      await staff.goto(matrix);
      await staff.getByRole("link", { name: new RegExp(title) }).click();
      await expect(staff.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const address = staff.url();
      await upload(staff, 1, title);
      await expect(staff.getByRole("button", { name: "Invia la consegna" })).toHaveCount(0);
      await staff.getByRole("button", { name: "Segna come pronta" }).click();
      await expect(staff.getByRole("main")).toContainText("Pronta");

      const referent = await visit({ as: "referente.a" });
      await expect
        .poll(async () => (await mailsAbout(title, "notifications.draftReady")).map(({ to }) => to))
        .toEqual(["referente.a@demo.test"]);
      await referent.goto(address);
      await referent.getByRole("button", { name: "Invia la consegna" }).click();
      await expect(referent.getByRole("main")).toContainText("La consegna è stata inviata: ricevuta n.");

      // The first of the chain opens; the coordinator is told whose turn it is.
      const expert = await visit({ as: "esperto" });
      await expert.goto(address);
      await expert.getByRole("button", { name: "Apri la revisione" }).click();
      await expert.getByLabel("Pagina (facoltativo)").fill("tre");
      await expert.getByLabel("Osservazione", { exact: true }).fill("Manca il calendario.");
      await expert.getByRole("button", { name: "Aggiungi", exact: true }).click();
      await expect(expert.getByRole("alert").filter({ hasText: "numero di una pagina" })).toBeVisible();
      await expert.getByLabel("Pagina (facoltativo)").fill("1");
      await expert.getByRole("button", { name: "Aggiungi", exact: true }).click();
      await expect(expert.locator("#comments")).toContainText("Versione 1, pagina 1");
      await decide(expert, "Approva");
      await expect(expert.getByRole("main")).toContainText("Tocca a Ada Ginestrelli");

      await page.goto(address);
      await decide(page, "Chiedi di correggere", "Aggiungere il calendario.");
      await expect(page.getByRole("main")).toContainText("Da correggere");

      await referent.goto(address);
      await expect(referent.getByRole("main")).toContainText("Aggiungere il calendario.");
      await referent.getByRole("button", { name: "Segna come risolta" }).click();
      await expect(referent.locator("#comments")).toContainText("Risolta");
      await referent.getByLabel("Messaggio").fill("Il **calendario** è a pagina 2.");
      await referent.getByRole("button", { name: "Invia il messaggio" }).click();
      await expect(referent.locator("#conversation").getByRole("strong")).toContainText(["calendario"]);
      await upload(referent, 2, `${title}, corretto`);
      await referent.getByRole("button", { name: "Invia la consegna" }).click();
      await expect(referent.getByRole("main")).toContainText("La consegna è stata inviata: ricevuta n.");

      // A new version begins with the first again.
      await page.goto(address);
      await expect(page.getByRole("main")).toContainText("Il calendario è a pagina 2.");
      await expert.goto(address);
      await expert.getByRole("button", { name: "Apri la revisione" }).click();
      await decide(expert, "Approva");
      await page.goto(address);
      await decide(page, "Approva");
      await page.getByRole("button", { name: "Blocca adesso" }).click();
      await expect(page.getByRole("main")).toContainText("Bloccata");

      const register = page.getByRole("link", { name: "Registro della consegna (PDF)", exact: true });
      await expect(async () => {
        await page.reload();
        await expect(register).toBeVisible({ timeout: 1_000 });
      }).toPass();
      const [download] = await Promise.all([page.waitForEvent("download"), register.click()]);
      expect(download.suggestedFilename()).toMatch(/^registro-consegna-\d+\.pdf$/);
      await expect(page.getByLabel("Messaggio")).toHaveCount(0);
    });
  });
}

async function ask(page: Page, title: string): Promise<void> {
  await page.goto(`${matrix}/richieste/nuova`);
  await page.getByLabel("Titolo").fill(title);
  await page.getByLabel("Giorno", { exact: true }).fill("2026-04-17");
  await page.getByLabel("Invia solo il referente").check();
  await page.getByLabel("Rivede, posto 1").selectOption({ label: "Corrado Melograni" });
  await page.getByLabel("Rivede, posto 2").selectOption({ label: "Corrado Melograni" });
  await page.getByRole("button", { name: "Chiedi agli enti" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "già nominata" }).first()).toBeVisible();
  await page.getByLabel("Rivede, posto 2").selectOption({ label: "Ada Ginestrelli" });
  await page.getByRole("button", { name: "Chiedi agli enti" }).click();
  await expect(page.getByRole("link", { name: new RegExp(title) }).first()).toBeVisible();
}

async function upload(page: Page, number: number, title: string): Promise<void> {
  await page.getByLabel("File", { exact: true }).setInputFiles(await pdfFile(`v${number}.pdf`, title));
  await page.getByRole("button", { name: `Carica come versione ${number}` }).click();
  await expect(page.getByRole("heading", { name: `La versione ${number} è pronta` })).toBeVisible();
}

async function decide(page: Page, result: string, comment = ""): Promise<void> {
  await page.getByRole("radio", { name: result }).check();
  if (comment) await page.getByLabel("Commento").fill(comment);
  await page.getByRole("button", { name: "Registra l’esito" }).click();
  await expect(page.getByRole("button", { name: "Registra l’esito" })).toHaveCount(0);
}
