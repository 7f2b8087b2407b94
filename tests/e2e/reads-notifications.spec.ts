import { expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { mailsAbout } from "@/tests/support/e2e-database";
import { unsubscribeTokenOf } from "@/tests/support/e2e-links";

const forum = "/area/programmi/camere-nuova-edizione/forum";

for (const javaScriptEnabled of [true, false])
  test.describe(`Somebody reads what they are told, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("on the page, by mail as they choose, and no more when they end it", async ({
      page,
      login,
      visit,
    }) => {
      const title = `Quando si consegna ${javaScriptEnabled ? "la scheda" : "il prospetto"}?`;
      await login({ as: "referente.a" });
      await page.goto("/area");
      await page.getByRole("banner").getByRole("link", { name: "Notifiche" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Notifiche" })).toBeVisible();
      const list = page.getByRole("list", { name: "Le vostre notifiche" });
      if (javaScriptEnabled) await expectAccessible(page);

      await page.getByRole("link", { name: "Preferenze" }).click();
      await page.getByLabel("Forum").selectOption({ label: "Mai per posta" });
      await page.getByRole("button", { name: "Salva le preferenze" }).click();
      await expect(page.getByText("Le preferenze sono salvate.")).toBeVisible();
      await expect(page.getByLabel("Forum")).toHaveValue("NEVER");
      await expect(page.getByText("Questa posta non si può disattivare")).toBeVisible();

      await page.goto(forum);
      await page.getByRole("main").getByRole("link", { name: "Schede dei profili" }).first().click();
      await page.getByRole("link", { name: "Apri una discussione" }).first().click();
      await page.getByLabel("Titolo").fill(title);
      await page.getByLabel("Messaggio", { exact: true }).fill("Il termine non è chiaro.");
      await page.getByRole("button", { name: "Apri la discussione" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

      const writer = await visit({ as: "esperto" });
      await writer.goto(page.url());
      const write = async (text: string, number: number) => {
        await writer.getByLabel("La vostra risposta").fill(text);
        await writer.getByRole("button", { name: "Pubblica la risposta" }).click();
        await expect(writer.getByRole("article")).toHaveCount(number);
      };
      await write("Entro il mese.", 2);
      await write("Anzi, entro la settimana.", 3);

      // What comes in quick succession is one line.
      const rows = list.getByRole("listitem").filter({ hasText: `nella discussione «${title}»` });
      const both = rows.getByRole("link", { name: `2 nuovi messaggi nella discussione «${title}»` });
      await expect(async () => {
        await page.goto("/area/notifiche?unread=1&group=FORUM");
        await expect(both).toHaveCount(1, { timeout: 500 });
      }).toPass();
      await expect(rows).toHaveCount(1);
      const mails = await mailsAbout(title, "notifications.posted");
      expect(mails.map(({ to }) => to)).not.toContain("referente.a@demo.test");
      await both.click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

      await write("Grazie della pazienza.", 4);
      await expect(async () => {
        await page.goto("/area/notifiche?unread=1&group=FORUM");
        await expect(rows).toHaveCount(1, { timeout: 500 });
      }).toPass();
      await rows.getByRole("button", { name: "Segna come letta" }).click();
      await expect(rows).toHaveCount(0);
      await page.goto("/area/notifiche");
      await expect(rows).toHaveCount(2);
      const all = page.getByRole("button", { name: "Segna tutte come lette" });
      if (await all.isVisible()) await all.click();
      await expect(all).toBeHidden();
      await expect(list.getByText("da leggere")).toHaveCount(0);
    });

    test("and ends mails by the link of one, which asks before", async ({ page }) => {
      const token = await unsubscribeTokenOf(javaScriptEnabled ? "osservatore" : "manager");
      await page.goto(`/api/unsubscribe/${token}`);
      await expect(page.getByText("Smettere di ricevere per posta: Forum?")).toBeVisible();
      await page.reload();
      await page.getByRole("button", { name: "Non mandarmi più questa posta" }).click();
      await expect(page.getByText("Questa posta non vi arriva più: Forum.")).toBeVisible();
    });
  });
