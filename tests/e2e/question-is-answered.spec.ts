import type { Page } from "@playwright/test";
import { type Account, expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { mailsAbout, rows } from "@/tests/support/e2e-database";

const area = "/area/programmi/camere-nuova-edizione/forum";
const faq = "/programmi/camere-nuova-edizione/domande-frequenti";
const category = "Domande sul programma";

for (const javaScriptEnabled of [true, false])
  test.describe(`A question is answered, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("by whom it was assigned to, and is read among what is asked often", async ({ page, login }) => {
      const title = `Chi firma la scheda ${javaScriptEnabled ? "condivisa" : "su carta"}?`;
      const short = `Chi firma${javaScriptEnabled ? "" : " su carta"}?`;
      const as = async (account: Account) => {
        await page.context().clearCookies();
        await login({ as: account });
      };
      const row = page.getByRole("listitem").filter({ hasText: title });
      const toThread = () => row.getByRole("link", { name: title, exact: true }).click();

      await as("staff.a");
      await page.goto(area);
      await page.getByRole("main").getByRole("link", { name: category }).first().click();
      await page.getByRole("link", { name: "Apri una discussione" }).first().click();
      await page.getByLabel("Titolo").fill(title);
      await page.getByLabel("Messaggio", { exact: true }).fill("Nella guida non c’è scritto.");
      await page.getByRole("button", { name: "Apri la discussione" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.locator("#assignment")).toHaveCount(0);
      await page.goto(area);
      await page.getByLabel("Di chi").selectOption({ label: "Aperte da me" });
      await page.getByRole("button", { name: "Filtra" }).click();
      await expect(row).toBeVisible();

      await as("coordinatore");
      await page.goto(area);
      await page.getByRole("link", { name: "In attesa di risposta" }).click();
      await expect(row).toHaveCount(0);
      await page.getByLabel("Senza risposta da almeno (giorni)").fill("0");
      await page.getByRole("button", { name: "Mostra" }).click();
      await row.getByRole("button", { name: /^Affida/ }).click();
      await expect(row.getByText("Scegliete una delle voci.").first()).toBeVisible();
      await assign(page, title, "Corrado Melograni");
      const mails = await waitForMails(title, "notifications.threadAssigned");
      expect(mails).toEqual(["esperto@demo.test"]);

      await as("esperto");
      await page.goto("/area");
      await page.getByRole("main").getByRole("link", { name: title, exact: true }).first().click();
      await expect(page.locator("#assignment")).toContainText("È affidata a voi.");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("La vostra risposta").fill("La firma chi dirige l’ufficio.");
      await page.getByRole("button", { name: "Pubblica la risposta" }).click();
      await expect(page.getByRole("article")).toHaveCount(2);
      await expect(page.locator("#assignment")).toHaveCount(0);

      await as("staff.a");
      await page.goto("/area/forum");
      await toThread();
      await page
        .getByRole("button", { name: /^Accetta come risposta/ })
        .last()
        .click();
      await expect(page.getByText(/^Risposta accettata/).first()).toBeVisible();

      await as("coordinatore");
      await page.goto(area);
      await toThread();
      await page.getByLabel("Domanda breve").fill(short);
      await page.getByRole("button", { name: "Metti tra le domande frequenti" }).click();
      await expect(
        page.getByRole("alert").filter({ hasText: "Scegliete una sezione" }).first(),
      ).toBeVisible();
      await expect(page.getByLabel("Domanda breve")).toHaveValue(short);
      await page.getByLabel("Sezione", { exact: true }).selectOption({ label: "Consegne" });
      await page.getByRole("button", { name: "Metti tra le domande frequenti" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Domande frequenti" })).toBeVisible();
      await expect(page.getByText(short, { exact: true }).first()).toBeVisible();
      // A refusal inside what was folded together shows, even where the page comes back folded.
      const asked = page.locator("main section details").filter({ hasText: short });
      await page.getByText(short, { exact: true }).first().click();
      await asked.getByText("Modifica la domanda").click();
      await asked.getByLabel("Domanda breve").fill(" ");
      await asked.getByRole("button", { name: "Salva la domanda" }).click();
      await expect(asked.getByRole("alert").first()).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);

      await page.context().clearCookies();
      await page.goto(faq);
      const entry = page.locator("details").filter({ hasText: short });
      await entry.locator("summary").click();
      await expect(entry).toContainText("La firma chi dirige l’ufficio.");
      await expect(entry).not.toContainText("Melograni");
      if (javaScriptEnabled) await expectAccessible(page);
      await entry.getByRole("button", { name: /^Mi è stata utile/ }).click();
      await expect(entry.getByText("Grazie: ne teniamo conto.")).toBeVisible();
      expect(await rows("select uses from faq_entry where question = $1", [short])).toEqual([{ uses: 1 }]);
      await entry.getByRole("link", { name: /^Nella discussione/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

      // What is no longer the accepted answer is no longer read there.
      await as("staff.a");
      await page.goto("/area/forum");
      await toThread();
      await page
        .getByRole("button", { name: /^Togli l’accettazione/ })
        .first()
        .click();
      await expect(page.getByText(/^Risposta accettata/)).toHaveCount(0);
      await page.context().clearCookies();
      await expect
        .poll(async () => {
          await page.goto(faq);
          return page.locator("details").filter({ hasText: short }).count();
        })
        .toBe(0);
    });
  });

async function assign(page: Page, title: string, name: string): Promise<void> {
  const row = page.getByRole("listitem").filter({ hasText: title });
  const who = row.getByLabel("Chi deve rispondere");
  const option = who.getByRole("option", { name: new RegExp(name) });
  await who.selectOption({ label: (await option.textContent()) ?? "" });
  await row.getByRole("button", { name: /^Affida/ }).click();
  await expect(row).toContainText(`Affidata a ${name}, risposta entro il`);
}

async function waitForMails(title: string, template: string): Promise<string[]> {
  const told = async () => (await mailsAbout(title, template)).map(({ to }) => to);
  await expect.poll(told).toHaveLength(1);
  return told();
}
