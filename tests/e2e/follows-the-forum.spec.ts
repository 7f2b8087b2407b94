import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { mailsAbout } from "@/tests/support/e2e-database";

const forum = "/area/programmi/camere-nuova-edizione/forum";
const category = "Schede dei profili";

async function follow(page: Page, level: string | RegExp): Promise<void> {
  const form = page.locator("#watch");
  const choice = form.getByRole("option", { name: level });
  await form.getByRole("combobox").selectOption({ label: (await choice.textContent()) ?? "" });
  await form.getByRole("button", { name: "Cambia" }).click();
}

for (const javaScriptEnabled of [true, false])
  test.describe(`Somebody follows the forum, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("as closely as they choose: a category by mail, one of its threads not at all", async ({
      page,
      login,
      visit,
    }) => {
      const title = `Come si conta il lavoro ${javaScriptEnabled ? "a distanza" : "in sede"}?`;
      await login({ as: "referente.b" });
      await page.goto(forum);
      await page.getByRole("main").getByRole("link", { name: category }).first().click();
      await expect(page.getByRole("heading", { level: 1, name: category })).toBeVisible();
      const list = page.url();
      await follow(page, /^Da vicino/);
      await expect(page.locator("#watch").getByRole("combobox")).toHaveValue("WATCHING");

      const writer = await visit({ as: "staff.a" });
      await writer.goto(list);
      await writer.getByRole("link", { name: "Apri una discussione" }).first().click();
      await writer.getByLabel("Titolo").fill(title);
      await writer.getByLabel("Messaggio", { exact: true }).fill("Nella scheda non c’è posto per dirlo.");
      await writer.getByRole("button", { name: "Apri la discussione" }).click();
      await expect(writer.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(writer.locator("#watch")).toContainText("Perché avete scritto in questa discussione.");
      const told = async () =>
        (await mailsAbout(title, "notifications.threadOpened")).map(({ to }) => to).sort();
      await expect.poll(told).toContain("referente.b@demo.test");
      expect(await told()).not.toContain("staff.a@demo.test");

      await page.goto(list);
      const row = page.getByRole("listitem").filter({ hasText: title });
      await expect(row).toContainText("Seguita");
      await expect(row.getByRole("link", { name: "uno nuovo" })).toBeVisible();
      await row.getByRole("link", { name: title, exact: true }).click();
      await expect(page.locator("#watch")).toContainText("Come avete scelto per la sua categoria.");
      await follow(page, /^Per niente/);
      await expect(page.locator("#watch")).toContainText("Lo avete scelto voi per questa discussione.");
      if (javaScriptEnabled) await expectAccessible(page);

      await writer.getByLabel("La vostra risposta").fill("Aggiungo un esempio.");
      await writer.getByRole("button", { name: "Pubblica la risposta" }).click();
      await expect(writer.getByRole("article")).toHaveCount(2);
      await page.goto(list);
      await expect(row).toContainText("Silenziata");
      await expect(row).not.toContainText(/nuov/);
      const replies = await mailsAbout(title, "notifications.posted");
      expect(replies.map(({ to }) => to)).not.toContain("referente.b@demo.test");

      await follow(page, /^Come di consueto/);
      await expect(page.locator("#watch").getByRole("combobox")).toHaveValue("USUAL");
    });
  });
