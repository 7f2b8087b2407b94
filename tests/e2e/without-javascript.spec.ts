import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { mailsAbout, rows } from "@/tests/support/e2e-database";
import { pdfFile, textFile } from "@/tests/support/e2e-files";

test.use({ javaScriptEnabled: false });

test.describe("Without JavaScript, by plain forms", () => {
  test("signs in, and out", async ({ page }) => {
    await page.goto("/area/programmi/camere-nuova-edizione/incontri");
    await expect(page.getByRole("heading", { level: 1, name: "Accedi" })).toBeVisible();
    await page.getByLabel("Indirizzo di posta elettronica").fill("referente.a@demo.test");
    await page.getByLabel("Password", { exact: true }).fill("sbagliata");
    await press(page, "Accedi");
    await expect(alert(page)).toContainText("Indirizzo o password non corrispondono");
    await expect(page.getByLabel("Indirizzo di posta elettronica")).toHaveValue("referente.a@demo.test");
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
    await page.getByLabel("Password", { exact: true }).fill("sperimenta");
    await press(page, "Accedi");
    await expect(page).toHaveURL("/area/programmi/camere-nuova-edizione/incontri");
    await page.getByRole("banner").getByText("Marta Querciola", { exact: true }).first().click();
    await page.getByRole("button", { name: "Esci" }).click();
    await page.goto("/area");
    await expect(page.getByRole("heading", { level: 1, name: "Accedi" })).toBeVisible();
  });

  test("schedules and convenes a session", async ({ page, login }) => {
    const title = "Riunione convocata senza script";
    await login({ as: "coordinatore" });
    await page.goto("/area/programmi/camere-nuova-edizione/incontri/nuovo");
    await page.getByLabel("Titolo", { exact: true }).fill(title);
    await page.getByLabel("Data", { exact: true }).fill("2026-05-01");
    await page.getByLabel("Ora di inizio").fill("11:00");
    await page.getByLabel("Ora di fine").fill("10:00");
    await page.getByLabel("Collegamento alla stanza").fill("https://stanza.istituto.example/senza-script");
    await page.getByLabel("Punto 1: titolo").fill("Primo punto");
    await press(page, "Aggiungi un punto");
    await expect(page.getByRole("status").filter({ hasText: "niente è ancora salvato" })).toBeFocused();
    await expect(alert(page)).toHaveCount(0);
    await expect(page.getByLabel("Punto 4: titolo")).toBeVisible();
    await expect(page.getByLabel("Punto 1: titolo")).toHaveValue("Primo punto");
    await page.getByLabel("Punto 4: titolo").fill("Quarto punto");
    await press(page, "Continua");
    await expect(alert(page)).toContainText("Festa del lavoro");
    await expect(alert(page)).toContainText("Scrivete un’ora dopo le 11:00");
    await expect(page.getByLabel("Titolo", { exact: true })).toHaveValue(title);
    await expect(page.getByLabel("Punto 4: titolo")).toHaveValue("Quarto punto");
    await page.getByLabel("Data", { exact: true }).fill("2026-05-06");
    await page.getByLabel("Ora di fine").fill("12:00");
    await press(page, "Continua");
    await expect(page.getByRole("heading", { level: 1, name: "Convoca l’incontro" })).toBeVisible();
    await press(page, "Convoca e manda le mail");
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Convocato");
    await expect.poll(async () => (await mailsAbout(title)).length).toBeGreaterThan(8);
  });

  test("uploads a deliverable and sends it", async ({ page, login }) => {
    await login({ as: "staff.b" });
    await page.goto("/area");
    await page.getByRole("link", { name: "Apri Schede dei profili, definitive" }).click();
    const file = page.getByLabel("File", { exact: true });
    await page.getByLabel("Nota per i colleghi").fill("Dal vecchio computer");
    await file.setInputFiles(textFile("vuoto.txt", ""));
    await press(page, "Carica come versione 1");
    await expect(alert(page)).toContainText("Il file è vuoto");
    await expect(page.getByLabel("Nota per i colleghi")).toHaveValue("Dal vecchio computer");
    await file.setInputFiles(textFile("pagina.html", "<script></script>"));
    await press(page, "Carica come versione 1");
    await expect(alert(page)).toContainText("Questo tipo di file non si può caricare");
    await file.setInputFiles(await pdfFile("Schede, “definitive”.pdf", "Senza script"));
    await press(page, "Carica come versione 1");
    await expect(page.getByRole("heading", { name: "La versione 1 è pronta" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Schede, “definitive”.pdf", exact: true })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Dal vecchio computer");
    await press(page, "Invia la consegna");
    await expect(page.getByRole("main")).toContainText(/La consegna è stata inviata: ricevuta n\. \d+\/2026/);
  });

  test("posts with a preview", async ({ page, login }) => {
    await login({ as: "staff.b" });
    // Other journeys open more threads than the forum's first page holds.
    const [thread] = await rows<{ id: string }>("select id from thread where title = $1", [
      "Una scheda per lo sportello polifunzionale?",
    ]);
    await page.goto(`/area/programmi/camere-nuova-edizione/forum/discussioni/${thread?.id}`);
    await press(page, "Pubblica la risposta");
    await expect(alert(page)).toContainText("Scrivete il messaggio");
    const text = "A Rocca Serena **due schede**, una per funzione.";
    await page.getByLabel("La vostra risposta").fill(text);
    await press(page, "Anteprima");
    await expect(
      page.getByRole("region", { name: /Così si leggerà il messaggio/ }).getByRole("strong"),
    ).toHaveText("due schede");
    await expect(page.getByLabel("La vostra risposta")).toHaveValue(text);
    await press(page, "Pubblica la risposta");
    await expect(page.getByText("Il messaggio è pubblicato.")).toBeVisible();
    await expect(page.getByRole("article").filter({ hasText: "una per funzione" })).toHaveCount(1);
  });

  test("searches, and reads the calendar and the outcomes", async ({ page, login }) => {
    await page.goto("/");
    await page.getByRole("searchbox", { name: "Cerca nel portale" }).fill("profili");
    await page.getByRole("banner").getByRole("button", { name: "Cerca" }).click();
    await expect(page.getByRole("heading", { name: /risultati per «profili»/ })).toBeVisible();
    await page.goto("/calendario");
    await page.getByLabel("Modalità").selectOption("In presenza");
    await press(page, "Applica");
    await page.getByRole("link", { name: "Mese successivo" }).click();
    await expect(page.getByRole("cell", { name: /^8 / })).toContainText("incontro aperto");
    await page.goto("/programmi/camere-nuova-edizione/esiti");
    await expect(
      page.getByRole("table", { name: "Dipendenti con il nuovo profilo assegnato" }),
    ).toBeVisible();

    // In the reserved area the same words find what is reserved.
    await login({ as: "coordinatore" });
    await page.goto("/area");
    await page.getByRole("searchbox", { name: "Cerca nel portale" }).fill("sportello polifunzionale");
    await page.getByRole("searchbox", { name: "Cerca nel portale" }).press("Enter");
    await expect(page.getByRole("main")).toContainText("Una scheda per lo sportello polifunzionale?");
  });
});

function press(page: Page, name: string): Promise<void> {
  return page.getByRole("main").getByRole("button", { name, exact: true }).last().click();
}

function alert(page: Page) {
  return page.getByRole("main").getByRole("alert");
}
