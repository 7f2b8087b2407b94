import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { mailsAbout } from "@/tests/support/e2e-database";

const programme = "/area/programmi/camere-nuova-edizione";
const category = "Domande sul programma";

/** Opens a thread with as many posts; where its page is. */
async function write(page: Page, title: string, posts: string[]): Promise<string> {
  await page.goto(`${programme}/forum`);
  await page.getByRole("main").getByRole("link", { name: category }).first().click();
  await page.getByRole("link", { name: "Apri una discussione" }).first().click();
  const [first = "", ...replies] = posts;
  await page.getByLabel("Titolo").fill(title);
  await page.getByLabel("Messaggio", { exact: true }).fill(first);
  await page.getByRole("button", { name: "Apri la discussione" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  for (const [index, reply] of replies.entries()) {
    await page.getByLabel("La vostra risposta").fill(reply);
    await page.getByRole("button", { name: "Pubblica la risposta" }).click();
    await expect(page.getByRole("article")).toHaveCount(index + 2);
  }
  return new URL(page.url()).pathname;
}

for (const javaScriptEnabled of [true, false])
  test.describe(`The forum is moderated, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("a participant flags, the moderator warns, splits and merges", async ({ page, login, visit }) => {
      const how = javaScriptEnabled ? "in fretta" : "con calma";
      const [title, apart, other] = [`Scadenze ${how}`, `Parcheggio ${how}`, `Sede degli incontri ${how}`];
      const writer = await visit({ as: "staff.a" });
      const elsewhere = await write(writer, other, ["Dove ci si trova?"]);
      const thread = await write(writer, title, ["Quando scade?", "Dove si parcheggia?", "E costa?"]);

      await login({ as: "referente.b" });
      await page.goto(thread);
      await page.getByRole("link", { name: "Segnala il messaggio 2" }).click();
      await page.getByRole("button", { name: "Manda la segnalazione" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "Scegliete una delle voci" })).toBeVisible();
      await page.getByLabel("altro", { exact: true }).check();
      await page.getByRole("button", { name: "Manda la segnalazione" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "Dite qual è il motivo" })).toBeVisible();
      await page.getByLabel(/Che cosa non va/).fill("È un’altra domanda.");
      await page.getByRole("button", { name: "Manda la segnalazione" }).click();
      await expect(page.locator("#segnala")).toContainText("Avete segnalato questo messaggio.");

      await page.context().clearCookies();
      await login({ as: "coordinatore" });
      await page.goto("/area");
      await page.getByRole("link", { name: `Decidete sul messaggio 2 di «${title}»` }).click();
      await expect(page.getByRole("main")).toContainText("È un’altra domanda.");
      await page.getByRole("radio", { name: "fuori argomento" }).check();
      await page.getByLabel("Che cosa volete dire").fill("Una domanda per discussione, per favore.");
      await page.getByRole("button", { name: "Manda il richiamo" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Moderazione" })).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText(title);
      const warned = async () => (await mailsAbout(title, "notifications.authorWarned")).map(({ to }) => to);
      await expect.poll(warned).toEqual(["staff.a@demo.test"]);

      await page.goto(`${thread}/gestisci`);
      await page.getByRole("link", { name: "Dividi la discussione" }).click();
      await page.getByRole("button", { name: "Continua" }).click();
      await expect(page.getByRole("main")).toContainText("Scegliete i messaggi");
      await page.getByRole("checkbox", { name: /^2\./ }).check();
      await page.getByRole("checkbox", { name: /^3\./ }).check();
      await page.getByRole("button", { name: "Continua" }).click();
      await expect(page.getByRole("main")).toContainText("2 messaggi lasciano");
      await page.getByLabel("Titolo della nuova discussione").fill(apart);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Dividi" }).click();
      await expect(page.getByRole("heading", { level: 1, name: apart })).toBeVisible();
      await expect(page.getByRole("article")).toHaveCount(2);
      const made = new URL(page.url()).pathname;

      await page.goto(`${thread}#messaggio-2`);
      await expect(page.getByRole("main")).toContainText("2 messaggi, dal 2 al 3, sono stati spostati in");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto(`${thread}/messaggi/3`);
      await expect(page).toHaveURL(`${made}/messaggi/2`);

      await page.goto(`${made}/gestisci`);
      await page.getByRole("link", { name: "Unisci a un’altra" }).click();
      await page.getByLabel("Parole del titolo").fill(other);
      await page.getByRole("button", { name: "Cerca" }).click();
      await page.getByRole("link", { name: `Scegli «${other}»` }).click();
      await expect(page.getByRole("main")).toContainText("dal numero 2 in poi");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Unisci" }).click();
      await expect(page.getByRole("heading", { level: 1, name: other })).toBeVisible();
      await expect(page.getByRole("article")).toHaveCount(3);

      await page.goto(`${made}#messaggio-2`);
      expect(new URL(page.url()).pathname).toBe(elsewhere);
      expect(new URL(page.url()).hash).toBe("#messaggio-2");
      await expect(page.locator("#messaggio-2")).toContainText("E costa?");
      const open = (address: string) => address.replace(/^\/area/, "").replace("/discussioni/", "/");
      const answer = await page.request.get(open(made), { maxRedirects: 0 });
      expect(answer.status()).toBe(308);
      expect(answer.headers().location).toContain(`${open(elsewhere)}?dal=2`);

      await writer.goto(elsewhere);
      await expect(writer.getByText("Una domanda per discussione, per favore.")).toBeVisible();
      await writer.getByRole("button", { name: "Ho letto" }).last().click();
      await expect(writer.getByText("Una domanda per discussione, per favore.")).toHaveCount(0);
    });
  });
