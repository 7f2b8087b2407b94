import { type Account, expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";

const area = "/area/programmi/camere-nuova-edizione";
const title = /^Primi passi in/;

for (const javaScriptEnabled of [true, false])
  test.describe(`The new are welcomed, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("by a text, a discussion, first steps, and an animator who sees them", async ({ page, login }) => {
      const as = async (account: Account) => {
        await page.context().clearCookies();
        await login({ as: account });
      };
      await rows("DELETE FROM first_steps_dismissal");

      await as("coordinatore");
      await page.goto(`${area}/animazione/benvenuto`);
      await page.getByLabel("Testo di benvenuto").fill("Un saluto **a tutti**.");
      await page.getByRole("button", { name: "Anteprima" }).click();
      await expect(page.getByRole("strong").filter({ hasText: "a tutti" })).toBeVisible();
      await page.getByRole("button", { name: "Salva", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Partecipazione" })).toBeVisible();
      const newcomers = page.getByRole("region", { name: /Chi è arrivato/ });
      await expect(newcomers.getByRole("listitem").filter({ hasText: "Ottone Verbena" })).toContainText(
        "Non ha ancora scritto",
      );
      await expect(newcomers.getByRole("listitem").filter({ hasText: "Lavinia Pervinca" })).toContainText(
        "Ha scritto",
      );
      await newcomers.getByRole("link", { name: "Cominciate da una domanda stimolo" }).click();
      await page
        .getByRole("button", { name: /^Usa in questa discussione/ })
        .first()
        .click();
      await expect(page.getByRole("heading", { level: 1, name: "Programma un messaggio" })).toBeVisible();
      await expect(page.getByText(/^Nella discussione «Presentiamoci/)).toBeVisible();
      await expect(page.getByLabel("Messaggio", { exact: true })).not.toHaveValue("");

      await as("ottone.verbena");
      await page.goto("/area");
      const steps = page.getByRole("region", { name: title });
      await steps.getByText("Leggete il benvenuto").click();
      await expect(steps.getByText("Un saluto a tutti.")).toBeVisible();
      await steps.getByRole("link", { name: "Presentatevi agli altri" }).click();
      await expect(page.getByRole("heading", { level: 1, name: /^Presentiamoci/ })).toBeVisible();
      await page.goto(area);
      await page.getByRole("button", { name: /^Non mostrare più/ }).click();
      await expect(page.getByRole("region", { name: title })).toHaveCount(0);
      await page.goto("/area");
      await expect(page.getByRole("heading", { level: 1, name: "Oggi" })).toBeVisible();
      await expect(page.getByRole("region", { name: title })).toHaveCount(0);
    });
  });
