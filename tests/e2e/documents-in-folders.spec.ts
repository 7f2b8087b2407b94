import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";
import { textFile } from "@/tests/support/e2e-files";

const slug = "camere-nuova-edizione";
const list = `/area/programmi/${slug}/documenti`;
const main = (page: Page) => page.getByRole("main");
const button = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true });

async function upload(page: Page, title: string): Promise<void> {
  await page.goto(`${list}/nuovo`);
  await page.getByLabel("Titolo", { exact: true }).fill(title);
  await page.getByLabel("File", { exact: true }).setInputFiles(textFile(`${title}.txt`, title));
  await button(page, "Carica il documento").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function makeFolder(page: Page, name: string): Promise<void> {
  await page.goto(list);
  await main(page).getByRole("link", { name: "Nuova cartella" }).click();
  await button(page, "Crea la cartella").click();
  await expect(main(page).getByRole("alert")).toBeVisible();
  await page.getByLabel("Nome della cartella").fill(name);
  await button(page, "Crea la cartella").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(main(page)).toContainText("Cartella vuota");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "Documents in folders" : "Documents in folders, by plain forms", () => {
    test.use({ javaScriptEnabled });
    const name = javaScriptEnabled ? "Slide degli incontri" : "Slide senza script";
    const renamed = `${name}, riviste`;
    const titles = [`Prima di ${name}`, `Seconda di ${name}`];

    test("are moved, renamed, removed with their folder, and restored from the trash", async ({
      page,
      login,
    }) => {
      test.setTimeout(300_000);
      await login({ as: "coordinatore" });
      for (const title of titles) await upload(page, title);
      await makeFolder(page, name);

      // Nothing ticked: the refusal says so, and the place that was chosen stays.
      await page.goto(list);
      await page.getByLabel("Sposta i documenti scelti in").selectOption(name);
      await button(page, "Sposta").click();
      await expect(main(page).getByRole("alert")).toContainText("Scegliete almeno un documento da spostare");
      for (const title of titles) await page.getByRole("checkbox", { name: `Scegli ${title}` }).check();
      await page.getByLabel("Sposta i documenti scelti in").selectOption(name);
      await button(page, "Sposta").click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      for (const title of titles)
        await expect(main(page).getByRole("link", { name: title, exact: true })).toBeVisible();

      await main(page).getByRole("link", { name: "Gestisci la cartella" }).click();
      await page.getByLabel("Nome della cartella").fill(renamed);
      await button(page, "Salva il nome").click();
      await expect(page.getByRole("heading", { level: 1, name: renamed })).toBeVisible();

      // A document is renamed by its title, in its own data.
      await main(page).getByRole("link", { name: titles[0], exact: true }).click();
      await page.getByLabel("Titolo", { exact: true }).fill(`${titles[0]}, rivista`);
      await button(page, "Salva").click();
      await expect(page.getByRole("heading", { level: 1, name: `${titles[0]}, rivista` })).toBeVisible();
      await expect(main(page)).toContainText("ha spostato un documento");

      await main(page).getByRole("link", { name: renamed, exact: true }).click();
      await main(page).getByRole("link", { name: "Gestisci la cartella" }).click();
      await expect(main(page)).toContainText("2 documenti e nessun’altra cartella");
      await button(page, "Sposta la cartella nel cestino").click();
      await expect(page.getByRole("heading", { level: 1, name: "Documenti" })).toBeVisible();
      await expect(main(page).getByRole("link", { name: renamed, exact: true })).toHaveCount(0);

      await main(page).getByRole("link", { name: "Cestino" }).click();
      await expect(page.getByRole("row", { name: new RegExp(renamed) })).toContainText("2 documenti");
      await button(page, `Ripristina ${renamed}`).click();
      await expect(page.getByRole("heading", { level: 1, name: renamed })).toBeVisible();
      await expect(main(page).getByRole("link", { name: `${titles[0]}, rivista` })).toBeVisible();
      await expect(main(page).getByRole("link", { name: titles[1], exact: true })).toBeVisible();

      const kinds = await rows<{ kind: string }>(
        "select e.kind from event e join document_folder f on f.id = e.subject_id where f.name = $1 order by e.seq",
        [renamed],
      );
      expect(kinds.map(({ kind }) => kind)).toEqual([
        "documents.folderAdded",
        "documents.folderRenamed",
        "documents.folderRemoved",
        "documents.folderRestored",
      ]);
    });
  });
}

test("A document that a request needs is not removed, and the page says for what", async ({
  page,
  login,
}) => {
  await login({ as: "coordinatore" });
  await page.goto(list);
  await main(page).getByRole("link", { name: "Modelli da compilare" }).click();
  await main(page).getByRole("link", { name: "Modello della relazione finale" }).click();
  await button(page, "Sposta nel cestino").click();
  await expect(main(page).getByRole("alert")).toContainText("è il modello della richiesta");
});
