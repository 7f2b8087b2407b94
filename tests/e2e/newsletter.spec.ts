import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { rows } from "@/tests/support/e2e-database";

const edition = "camere-nuova-edizione";

type Kept = { template: string; params: { link?: string }; unsubscribeToken: string | null };

/** The mail of a template that an address got last. */
async function mailTo(address: string, template: string): Promise<Kept | undefined> {
  const found = await rows<Kept>(
    `select template, params, unsubscribe_token as "unsubscribeToken" from mail
     where to_address = $1 and template = $2 order by created_at desc limit 1`,
    [address, template],
  );
  return found[0];
}

const subscriptionsOf = (address: string) =>
  rows<{ id: string }>("select id from newsletter_subscription where email = $1", [address]);

async function subscribe(page: Page, address: string): Promise<void> {
  await page.goto(`/programmi/${edition}/esiti`);
  await page.getByRole("link", { name: "Iscrivetevi alla newsletter" }).click();
  await page.getByRole("button", { name: "Iscrivetemi" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Indirizzo di posta elettronica");
  await page.getByLabel("Indirizzo di posta elettronica").fill(address);
  await expect(page.getByLabel("Di quale programma").locator("option:checked")).not.toHaveText(
    "Di tutti i programmi",
  );
  await page.getByRole("button", { name: "Iscrivetemi" }).click();
  await expect(page.getByRole("main")).toContainText("Controllate la posta.");
}

for (const javaScriptEnabled of [true, false])
  test.describe(`A newsletter, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("is asked for, confirmed, written, sent, read and ended", async ({
      page,
      login,
      visit,
      request,
    }) => {
      const address = `lettrice.${javaScriptEnabled ? "uno" : "due"}@fuori.test`;
      const title = `Un numero ${javaScriptEnabled ? "di aprile" : "di maggio"}`;
      const reader = await visit();
      await subscribe(reader, address);
      const link = async () => (await mailTo(address, "newsletter.confirmation"))?.params.link;
      await expect.poll(link).toBeTruthy();
      const confirming = String(await link());
      await reader.goto(confirming);
      // A program that follows links has confirmed nothing.
      expect(await subscriptionsOf(address)).toEqual([]);
      if (javaScriptEnabled) await expectAccessible(reader);
      await reader.getByRole("button", { name: "Conferma l’iscrizione" }).click();
      await expect(reader.getByRole("main")).toContainText("L’iscrizione è confermata.");
      expect(await subscriptionsOf(address)).toHaveLength(1);
      await reader.goto(confirming);
      await expect(reader.getByRole("main")).toContainText("è già stato usato");

      await login({ as: "coordinatore" });
      await page.goto(`/area/programmi/${edition}/newsletter`);
      await expect(page.getByRole("main")).toContainText(/\d iscritti confermati/);
      await expect(page.getByRole("main")).not.toContainText("@");
      await page.getByRole("link", { name: "Scrivete un numero" }).click();
      await page.getByLabel("Titolo").fill(title);
      await page.getByLabel("Testo", { exact: true }).fill("Leggete **gli esiti**: [eccoli](/esiti).");
      await page.getByRole("button", { name: "Anteprima" }).click();
      await expect(page.getByRole("main").locator("strong", { hasText: "gli esiti" })).toBeVisible();
      await page.getByRole("button", { name: "Salva la bozza" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await reader.goto(`/programmi/${edition}/newsletter`);
      await expect(reader.getByRole("link", { name: title })).toHaveCount(0);

      // Planned, then taken back, then sent at once.
      await page.getByRole("link", { name: "Invia", exact: true }).click();
      await page.getByLabel(/^Giorno\b/).fill("2026-12-15");
      await page.getByLabel(/^Ora\b/).fill("09:00");
      await page.getByRole("button", { name: "Invia il numero" }).click();
      await expect(page.getByRole("main")).toContainText("Parte il");
      await page.getByRole("button", { name: "Riprendi come bozza" }).click();
      await page.getByRole("link", { name: "Invia", exact: true }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Invia il numero" }).click();
      await expect(page.getByRole("main")).toContainText("Non si modifica più.");
      await expect(page.getByRole("link", { name: "Modifica" })).toHaveCount(0);

      const got = async () => (await mailTo(address, "newsletter.issue"))?.unsubscribeToken;
      await expect.poll(got).toBeTruthy();
      const token = await got();
      await reader.goto(`/programmi/${edition}/newsletter`);
      await reader.getByRole("link", { name: title }).click();
      await expect(reader.getByRole("heading", { level: 2, name: title })).toBeVisible();
      await expect(reader.getByRole("main").getByRole("link", { name: "eccoli" })).toHaveAttribute(
        "href",
        "/esiti",
      );

      // By the page, or by the one click of a reader of mail; the address and its mails are gone.
      if (javaScriptEnabled) {
        await reader.goto(`/disiscrizione/${token}`);
        await reader.getByRole("button", { name: "Disiscrivetemi" }).click();
      } else {
        const answer = await request.post(`/api/unsubscribe/${token}`, {
          form: { "List-Unsubscribe": "One-Click" },
        });
        expect(answer.status()).toBe(200);
        await reader.goto(`/disiscrizione/${token}`);
      }
      await expect(reader.getByRole("main")).toContainText("La newsletter non vi arriva più.");
      expect(await subscriptionsOf(address)).toEqual([]);
      expect(await mailTo(address, "newsletter.issue")).toBeUndefined();
    });
  });
