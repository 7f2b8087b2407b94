import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { mailsAbout } from "@/tests/support/e2e-database";
import { pdfFile } from "@/tests/support/e2e-files";
import { declare, showDeclaration } from "@/tests/support/e2e-reuse";
import { filesIn, sha256Of, tableIn } from "@/tests/support/zip-reader";

const slug = "camere-nuova-edizione";
const matrix = `/area/programmi/${slug}/consegne`;

for (const javaScriptEnabled of [true, false]) {
  test.describe(`A deliverable is reviewed by a chain, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("prepared, released, sent back, approved, undone, locked, archived, published and reused", async ({
      page,
      login,
      visit,
      browser,
    }) => {
      // Five people, one after the other.
      test.setTimeout(600_000);
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
      await page.getByRole("button", { name: "Annulla l’approvazione" }).click();
      await expect(page.getByRole("button", { name: "Blocca adesso" })).toHaveCount(0);
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

      await expectInOfficialFile(page, title);
      await page.goto(address);
      await publish(page, title);

      const visitor = await browser.newContext({ javaScriptEnabled });
      const open = await visitor.newPage();
      await open.goto(`/riuso?${new URLSearchParams({ q: title })}`);
      await open.getByRole("link", { name: title, exact: true }).click();
      const published = open.url();
      const [copy] = await Promise.all([
        open.waitForEvent("download"),
        open.getByRole("link", { name: "Scarica", exact: true }).click(),
      ]);
      expect(copy.suggestedFilename()).toBe("v2.pdf");
      const reuser = {
        organisation: `Comune di ${javaScriptEnabled ? "Colle" : "Piano"} Sereno`,
        email: `riuso@${javaScriptEnabled ? "colle" : "piano"}sereno.test`,
      };
      await declare(open, title, reuser);
      await showDeclaration(page, slug, reuser);
      await open.goto(published);
      await expect(open.getByRole("main")).toContainText(reuser.organisation);
      await visitor.close();
    });
  });
}

/** The programme's archive has both versions as they were sent, and each act of the review in order. */
async function expectInOfficialFile(page: Page, title: string): Promise<void> {
  await page.goto(`/area/programmi/${slug}/scarica`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Fascicolo del programma (ZIP)" }).click(),
  ]);
  const files = await filesIn(await readFile(await download.path()));
  const acts = tableIn(files, "registro-decisioni.csv").filter((row) => row[1] === title);
  // Act, version, round and place in the chain.
  expect(acts.map((row) => row.slice(3, 6).join(" ").trim()).sort()).toEqual([
    "Approvazione 1 1.1",
    "Approvazione 2 2.1",
    "Approvazione 2 2.2",
    "Approvazione 2 2.2",
    "Blocco",
    "Invio 1",
    "Invio 2",
    "Richiesta di correzioni 1 1.2",
  ]);
  expect(acts.filter((row) => row[8]?.includes("annullata il"))).toHaveLength(1);
  const sums = tableIn(files, "registro-versioni.csv")
    .filter((row) => row[1] === title)
    .map((row) => row[10]);
  expect(sums).toHaveLength(2);
  const held = new Set([...files.values()].map(sha256Of));
  for (const sum of sums) expect(held).toContain(sum);
}

async function publish(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: "Pubblica nella biblioteca del riuso" }).click();
  await page.getByLabel("Titolo", { exact: true }).fill(title);
  await page.getByLabel("In breve").fill("Come si è arrivati al piano, con la revisione in due passi.");
  await page.getByRole("checkbox", { name: "Profili professionali" }).check();
  await page.getByRole("button", { name: "Pubblica", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
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
