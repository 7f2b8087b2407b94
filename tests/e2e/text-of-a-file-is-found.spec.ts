import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { pdfFile, type SentFile, textFile } from "@/tests/support/e2e-files";

const slug = "camere-nuova-edizione";

/** Uploads a file as a new document of the common space; leads to its page. */
async function upload(page: Page, title: string, file: SentFile): Promise<void> {
  await page.goto(`/area/programmi/${slug}/documenti/nuovo`);
  await page.getByLabel("Titolo").fill(title);
  await page.getByRole("radio", { name: "Materiale di studio" }).check();
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Carica il documento" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Searches a word until the worker has read the file in which it stands. */
async function find(page: Page, word: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/area/cerca?q=${word}`);
    await expect(page.getByRole("heading", { name: /^Un risultato per/ })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

test.describe("Somebody finds a word that stands only inside a file", () => {
  test("opens it, sees it and compares its two versions", async ({ page, login, visit }) => {
    test.slow();
    const desk = await visit({ as: "coordinatore" });
    await upload(desk, "Istruzioni di prova", textFile("istruzioni.txt", "La teleferica chiude il 3 marzo."));

    await login({ as: "staff.a" });
    await find(page, "teleferiche");
    await expect(page.getByRole("main").locator("mark")).toHaveText("teleferica");
    await expect(page.getByText("Nel testo di «istruzioni.txt»")).toBeVisible();
    await page.getByRole("link", { name: "Istruzioni di prova" }).click();
    await page.getByRole("link", { name: "Anteprima della versione 1" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Versione 1" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("La teleferica chiude il 3 marzo.");

    await desk
      .getByLabel("File", { exact: true })
      .setInputFiles(textFile("istruzioni.txt", "La teleferica chiude il 9 aprile, con ritardissimo."));
    await desk.getByRole("button", { name: "Carica la versione 2" }).click();
    await expect(desk.getByText("Versione 2, ")).toBeVisible();
    await find(page, "ritardissimo");
    await page.getByRole("link", { name: "Istruzioni di prova" }).click();
    await page.getByRole("link", { name: "Confronta due versioni" }).click();
    await page.getByRole("button", { name: "Confronta" }).click();
    await expect(page.getByRole("heading", { name: "Dalla versione 1 alla versione 2" })).toBeVisible();
    await expect(page.getByRole("deletion").first()).toContainText("3");
    await expect(page.getByRole("insertion").first()).toContainText("9");
  });

  test("sees the first pages of a PDF drawn in the browser", async ({ page, login }) => {
    test.slow();
    await login({ as: "coordinatore" });
    await upload(page, "Pagine di prova", await pdfFile("pagine.pdf", "Parola stampatissima"));
    await page.getByRole("link", { name: "Anteprima della versione 1" }).click();
    await page.getByRole("button", { name: "Mostra le prime pagine" }).click();
    await expect(page.getByRole("img", { name: "Pagina 1 di 1" })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText("Mostrata una pagina su 1.")).toBeVisible();
    // Something was drawn: not every dot is white.
    const isDrawn = await page.getByRole("img", { name: "Pagina 1 di 1" }).evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data } = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height) ?? {
        data: [],
      };
      return data.some((value, index) => index % 4 !== 3 && value < 128);
    });
    expect(isDrawn).toBe(true);
  });
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the text of a file is there, and no button that does nothing", async ({ page, login }) => {
    await login({ as: "staff.a" });
    await page.goto(`/area/programmi/${slug}/documenti`);
    await page.getByRole("link", { name: "Materiali degli incontri" }).click();
    await page.getByRole("link", { name: "Come si legge una scheda di profilo" }).click();
    await page.getByRole("link", { name: "Anteprima della versione 1" }).click();
    await expect(page.getByRole("main")).toContainText("La finalità dice a che cosa serve il lavoro");
    await expect(page.getByRole("button", { name: "Mostra le prime pagine" })).toHaveCount(0);
  });
});
