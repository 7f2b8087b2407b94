import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";

const sessions = "/area/programmi/camere-nuova-edizione/incontri";

test.describe("The coordinator plans", () => {
  test("a series, past a holiday", async ({ page, login }) => {
    await login({ as: "coordinatore" });
    await page.goto(`${sessions}/nuovo`);
    const title = "Incontro ricorrente di prova";
    await page.getByLabel("Titolo", { exact: true }).fill(title);
    await page.getByLabel("Data", { exact: true }).fill("2026-05-12");
    await page.getByLabel("Ora di inizio").fill("15:00");
    await page.getByLabel("Ora di fine").fill("16:30");
    await expect(page.getByRole("rowheader", { name: "Somma dei punti, su 90 minuti" })).toBeVisible();
    await page.getByLabel("Punto 1: titolo").fill("Criticità");
    await page.getByLabel("Punto 2: titolo").fill("Tempistica");
    await page.getByRole("button", { name: "Sposta giù il punto 1" }).click();
    await expect(page.getByLabel("Punto 1: titolo")).toHaveValue("Tempistica");
    await expect(page.getByLabel("Punto 2: titolo")).toHaveValue("Criticità");
    await page.getByRole("button", { name: "Salva e fai una serie" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Serie di incontri" })).toBeVisible();
    await page.getByRole("button", { name: "Mostra le date" }).click();
    const plan = page.getByRole("table");
    await expect(plan).toContainText("martedì 12 maggio 2026");
    await expect(plan).toContainText("mercoledì 3 giugno 2026");
    await expect(plan).toContainText("2 giugno 2026 è festivo (Festa della Repubblica)");
    await expect(plan).toContainText("martedì 23 giugno 2026");
    await page.getByRole("button", { name: "Crea la serie di 3 incontri" }).click();
    await expect(page.getByRole("link", { name: title })).toHaveCount(3);
    await page.getByRole("link", { name: title }).first().click();
    await expect(page.getByRole("main")).toContainText("Fa parte di una serie di 3 incontri");
  });

  test("a date that suits those who will be convened", async ({ page, login, visit }) => {
    await login({ as: "coordinatore" });
    await page.goto(sessions);
    await page.getByRole("link", { name: "Trova una data" }).click();
    await page.getByLabel("Titolo", { exact: true }).fill("Tavolo da fissare");
    await page.getByLabel("Data 1: giorno").fill("2026-05-19");
    await page.getByLabel("Data 1: inizio").fill("10:00");
    await page.getByRole("button", { name: "Apri il sondaggio e manda le mail" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Proponete da 2 a 20 date" })).toBeFocused();
    await page.getByLabel("Data 2: giorno").fill("2026-05-23");
    await page.getByLabel("Data 2: inizio").fill("15:00");
    await page.getByLabel("Giorno di chiusura").fill("2026-05-11");
    await page.getByRole("button", { name: "Apri il sondaggio e manda le mail" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "Il giorno 23 maggio 2026 è sabato" }),
    ).toBeFocused();
    await page.getByLabel("Data 2: giorno").fill("2026-05-21");
    await page.getByRole("button", { name: "Apri il sondaggio e manda le mail" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Quando: Tavolo da fissare" })).toBeVisible();
    await expect(page).toHaveURL(/\/sondaggi\//);
    const poll = new URL(page.url()).pathname;

    const chamber = await visit({ as: "staff.a" });
    await chamber.goto(sessions);
    await chamber.getByRole("link", { name: "Tavolo da fissare" }).click();
    const answer = (day: RegExp, reply: string) =>
      chamber.getByRole("group", { name: day }).getByLabel(reply, { exact: true }).check();
    await answer(/^19 maggio/, "No");
    await answer(/^21 maggio/, "Sì");
    await chamber.getByRole("button", { name: "Salva la risposta" }).click();
    await expect(chamber.getByRole("main")).toContainText("La vostra risposta è registrata");

    await page.goto(poll);
    await page.getByRole("button", { name: "Manda un promemoria a chi non ha risposto" }).click();
    await expect(page.getByRole("main")).toContainText("Il promemoria è partito");
    await expect(
      page.getByRole("button", { name: "Manda un promemoria a chi non ha risposto" }),
    ).toBeHidden();
    const best = page.getByRole("table", { name: /^Risposte/ }).getByRole("row");
    await expect(best.nth(1)).toContainText("21 maggio 2026, 15:00-17:00");
    await page
      .getByRole("group", { name: "Data", exact: true })
      .getByLabel(/^21 maggio/)
      .check();
    await page.getByRole("button", { name: "Scegli questa data" }).click();
    await expect(page.getByRole("main")).toContainText("La data è scelta");
  });

  test("an agenda from what others propose and ask", async ({ page, login, visit }) => {
    // The 3rd session's agenda has no minute to spare.
    const chamber = await visit({ as: "staff.a" });
    await chamber.goto(sessions);
    await chamber.getByRole("link", { name: /^3ª sessione/ }).click();
    await chamber.getByRole("link", { name: "Ordine del giorno, proposte e questioni aperte" }).click();
    await expect(chamber).toHaveURL(/\/ordine-del-giorno$/);
    const agenda = new URL(chamber.url()).pathname;
    await chamber.getByLabel("Punto", { exact: true }).fill("Profili a cavallo di due aree");
    await chamber.getByLabel(/^Minuti che servono/).fill("5");
    await chamber.getByRole("button", { name: "Invia la proposta" }).click();
    await expect(chamber.getByRole("listitem").filter({ hasText: "a cavallo" })).toContainText("In attesa");

    await login({ as: "coordinatore" });
    await page.goto(agenda);
    const proposed = page.getByRole("listitem").filter({ hasText: "a cavallo" });
    await proposed.getByRole("button", { name: /^Metti all’ordine del giorno/ }).click();
    await expect(proposed.getByRole("alert")).toContainText("I punti durano 125 minuti");
    await proposed.getByLabel("Minuti", { exact: true }).fill("");
    await proposed.getByRole("button", { name: /^Metti all’ordine del giorno/ }).click();
    await expect(page.getByRole("row", { name: /a cavallo/ })).toContainText("proposta di un partecipante");

    // And a question of the forum is drawn in, with its way there and back.
    const questions = page.getByRole("group", { name: /^Domande del forum/ });
    await questions.getByLabel(/^Una scheda per lo sportello/).check();
    await page.getByRole("button", { name: "Aggiungi all’ordine del giorno" }).click();
    const drawn = page.getByRole("row", { name: /^Una scheda per lo sportello/ });
    await drawn.getByRole("link", { name: "domanda nel forum" }).click();
    await expect(page.getByRole("main")).toContainText("Se ne parla in un incontro");
    await page.getByRole("link", { name: /^3ª sessione/ }).click();
    await expect(page).toHaveURL(agenda);
  });
});

test.describe("A body outside the portal, without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("says that it would come to the open meeting", async ({ page }) => {
    await page.goto("/programmi/camere-nuova-edizione/incontri");
    await page.getByRole("link", { name: /^Il Manuale dei nuovi profili/ }).click();
    await expect(page.getByRole("main")).toContainText("3 enti interessati");
    const meeting = page.url();
    await page.getByRole("link", { name: "Manifesta interesse" }).click();
    await page.getByRole("button", { name: "Invia" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Nome dell’ente" })).toBeVisible();
    await page.getByLabel("Nome dell’ente").fill("Unione di Montefiore");
    await page.getByLabel("Nome e cognome di chi scrive").fill("Bice Corbezzoli");
    await page.getByLabel("Posta elettronica").fill("unione@montefiore.test");
    await page.getByLabel("Persone").fill("2");
    await page.getByRole("button", { name: "Invia" }).click();
    await expect(page.getByRole("main")).toContainText("Vi abbiamo scritto.");

    const [mail] = await rows<{ link: string }>(
      "select params->>'link' as link from mail where to_address = 'unione@montefiore.test'",
    );
    await page.goto(mail?.link ?? "");
    await page.getByRole("button", { name: "Conferma l’interesse" }).click();
    await expect(page.getByRole("main")).toContainText("L’interesse è confermato.");
    await page.goto(meeting);
    await expect(page.getByRole("main")).toContainText("4 enti interessati");
  });
});
