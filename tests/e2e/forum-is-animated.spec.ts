import { type Account, expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";

const area = "/area/programmi/camere-nuova-edizione";

for (const javaScriptEnabled of [true, false])
  test.describe(`The forum is kept going, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("by a post that comes later, about a deliverable, and a word to who is silent", async ({
      page,
      login,
    }) => {
      const way = javaScriptEnabled ? "insieme" : "su carta";
      const as = async (account: Account) => {
        await page.context().clearCookies();
        await login({ as: account });
      };

      await as("esperto");
      await page.goto(`${area}/animazione/domande-stimolo`);
      const prompt = page.getByRole("listitem").filter({ hasText: "A che punto siamo" });
      await prompt.getByRole("button", { name: /^Programma/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Programma un messaggio" })).toBeVisible();
      await expect(page.getByLabel("Titolo")).toHaveValue("A che punto siamo");
      await page.getByLabel("Titolo").fill(`A che punto siamo, ${way}`);
      await page.getByRole("button", { name: "Programma", exact: true }).click();
      await expect(page.getByText("Scegliete una delle voci.").first()).toBeVisible();
      await page.getByLabel("Categoria").selectOption({ index: 1 });
      await page.getByLabel("Giorno", { exact: true }).fill("2027-04-01");
      await page.getByRole("button", { name: "Programma", exact: true }).click();
      const waiting = page.getByRole("listitem").filter({ hasText: `A che punto siamo, ${way}` });
      await expect(waiting).toContainText("1 aprile 2027");
      await waiting.getByRole("button", { name: /^Pubblica ora/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: `A che punto siamo, ${way}` })).toBeVisible();

      await page.getByRole("link", { name: "Aggiungi un collegamento" }).click();
      await page.getByLabel("Parola del titolo o del testo").fill("censimento");
      await page.getByRole("button", { name: "Cerca" }).click();
      await page
        .getByRole("button", { name: /^Collega/ })
        .first()
        .click();
      await expect(page.getByRole("region", { name: "Di che cosa si parla" })).toContainText(/censimento/i);

      await rows(
        `UPDATE post SET created_at = created_at - interval '1 year'
         WHERE on_behalf_of_id = (SELECT id FROM organisation WHERE slug = 'valfiorita')`,
      );
      await rows("DELETE FROM silence_reminder");
      await page.goto(`${area}/animazione/partecipazione`);
      const body = page.getByRole("row").filter({ hasText: "Valfiorita" });
      await body.getByRole("button", { name: /^Sollecita/ }).click();
      await expect(body).toContainText("Sollecitato questa settimana");

      await as("referente.a");
      await expect
        .poll(async () => {
          await page.goto("/area/notifiche");
          return page.getByText(/aspetta il vostro ente/).count();
        })
        .toBeGreaterThan(0);
      await page.goto(`${area}/animazione`);
      await expect(page.getByRole("heading", { level: 1, name: "Animazione" })).toHaveCount(0);
    });
  });
