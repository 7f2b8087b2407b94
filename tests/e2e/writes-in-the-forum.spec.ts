import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { mailsAbout } from "@/tests/support/e2e-database";

const forum = "/area/programmi/camere-nuova-edizione/forum";
const category = "Schede dei profili";

async function openForm(page: Page): Promise<void> {
  await page.goto(forum);
  await page.getByRole("main").getByRole("link", { name: category }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: category })).toBeVisible();
  await page.getByRole("link", { name: "Apri una discussione" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Nuova discussione" })).toBeVisible();
}

for (const javaScriptEnabled of [true, false])
  test.describe(`Somebody writes in the forum, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("in two sittings, calling others by name, and is thanked", async ({ page, login, visit }) => {
      const title = `Chi firma la scheda ${javaScriptEnabled ? "on line" : "su carta"}?`;
      await login({ as: "staff.a" });
      await openForm(page);
      const text = page.getByLabel("Messaggio", { exact: true });
      await text.fill("Lo chiedo per il nostro ente.");
      await page.getByRole("button", { name: "Salva la bozza" }).click();
      await expect(page.getByText("La bozza è salvata.")).toBeVisible();
      await expect(text).toHaveValue("Lo chiedo per il nostro ente.");
      if (javaScriptEnabled) await expectAccessible(page);

      await page.goto(forum);
      await page.getByRole("link", { name: `Nuova discussione in «${category}»` }).click();
      await expect(page.getByText("Qui sotto c’è la vostra bozza.")).toBeVisible();
      await page.getByLabel("Titolo").fill(title);
      await text.fill("Lo chiedo per il nostro ente. @coordinamento, lo sapete?");
      await page.getByRole("button", { name: "Apri la discussione" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(page.getByRole("article").locator(".mention")).toHaveText("@coordinamento");
      const thread = page.url();
      const told = async () => (await mailsAbout(title, "notifications.mentioned")).map(({ to }) => to);
      await expect.poll(told).toContain("coordinatore@demo.test");
      expect(await told()).not.toContain("staff.a@demo.test");
      await page.goto(forum);
      await expect(page.getByRole("link", { name: /^Nuova discussione/ })).toHaveCount(0);

      const reader = await visit({ as: "coordinatore" });
      await reader.goto(thread);
      const thanks = reader.getByRole("button", { name: /^Grazie.*, messaggio 1$/ });
      await thanks.click();
      await expect(thanks).toHaveAttribute("aria-pressed", "true");
      await expect(thanks).toContainText("Grazie 1");
      if (javaScriptEnabled) await expectAccessible(reader);
      await page.goto(thread);
      await expect(page.getByRole("list", { name: "Reazioni al messaggio 1" })).toHaveText("Grazie 1");
      await expect(page.getByRole("button", { name: /^Grazie/ })).toHaveCount(0);
      await thanks.click();
      await expect(thanks).toHaveAttribute("aria-pressed", "false");
    });
  });

test("names are suggested after @, and a text is kept while it is typed", async ({ page, login }) => {
  await login({ as: "staff.b" });
  await openForm(page);
  const text = page.getByLabel("Messaggio", { exact: true });
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/forum/drafts"));
  await text.pressSequentially("Buongiorno @esp");
  const names = page.getByRole("listbox", { name: "Nomi" });
  await expect(names.getByRole("option", { name: "esperti" })).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  await text.press("Enter");
  await expect(text).toHaveValue("Buongiorno @esperti ");
  await expect(names).toHaveCount(0);
  await text.pressSequentially("e @");
  await expect(names).toBeVisible();
  await text.press("Escape");
  await expect(names).toHaveCount(0);
  expect((await kept).status()).toBe(200);
  await expect(page.getByText(/^Bozza salvata alle \d/)).toBeVisible();
  await openForm(page);
  await expect(text).toHaveValue(/^Buongiorno @esperti/);
  await page.getByRole("button", { name: "Scarta la bozza" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Forum" })).toBeVisible();
  await openForm(page);
  await expect(text).toHaveValue("");
});
