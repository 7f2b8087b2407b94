import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";

const main = (page: Page) => page.getByRole("main");
const results = (page: Page) => main(page).getByRole("article");
const filters = (page: Page) => main(page).getByRole("navigation", { name: "Filtri attivi" });

async function ask(page: Page, words: string): Promise<void> {
  await main(page).getByRole("searchbox", { name: "Parole da cercare" }).fill(words);
  await main(page).getByRole("button", { name: "Cerca", exact: true }).click();
}

test.describe("Somebody searches the portal", () => {
  test("a visitor finds an outcome with a word typed wrong, and begins by a key", async ({ page }) => {
    await page.goto("/esiti");
    await expect(async () => {
      await page.keyboard.press("/");
      await expect(page.getByRole("searchbox", { name: "Cerca nel portale" })).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.type("colloqiuo 1/2");
    await expect(page.getByRole("searchbox", { name: "Cerca nel portale" })).toHaveValue("colloqiuo 1/2");
    await page.getByRole("searchbox", { name: "Cerca nel portale" }).fill("colloqiuo");
    await page.keyboard.press("Enter");
    await expect(main(page)).toContainText("Nessun risultato per «colloqiuo»");
    await main(page).getByRole("link", { name: "«colloquio»" }).click();
    await main(page)
      .getByRole("link", { name: /^Esiti/ })
      .click();
    await expect(results(page).first().locator("mark").first()).toHaveText("colloquio");
    await main(page).getByRole("link", { name: "La traccia di colloquio è ora materiale a riuso" }).click();
    await expect(page).toHaveURL("/programmi/camere-nuova-edizione/esiti");
  });

  test("who does not want the key turns it off", async ({ page }) => {
    await page.goto("/accessibilita");
    await page.getByRole("checkbox", { name: "Il tasto / porta alla ricerca" }).uncheck();
    await page.reload();
    await expect(page.getByRole("checkbox", { name: "Il tasto / porta alla ricerca" })).not.toBeChecked();
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Cerca nel portale" })).not.toBeFocused();
  });

  test("a coordinator narrows by programme and day, and takes the filters off", async ({ page, login }) => {
    await login({ as: "coordinatore" });
    await page.goto("/area/cerca");
    await ask(page, "profili");
    await main(page).getByText("Restringi la ricerca").click();
    await main(page).getByLabel("Tipo").selectOption("Incontri");
    await main(page).getByLabel("Programma").selectOption("Profili professionali, edizione 2026");
    await main(page).getByLabel("Dal giorno").fill("2026-04-01");
    await ask(page, "profili");
    const address = new URL(page.url());
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      q: "profili",
      kind: "session",
      from: "2026-04-01",
    });
    await expect(filters(page).getByRole("link")).toHaveCount(3);
    const later = await results(page).count();
    expect(later).toBeGreaterThan(0);
    for (const result of await results(page).all())
      await expect(result).toContainText(/(?:aprile|maggio) 2026/);
    await filters(page).getByRole("link", { name: "Togli il filtro: Dal 1 aprile 2026" }).click();
    await expect(filters(page).getByRole("link")).toHaveCount(2);
    expect(await results(page).count()).toBeGreaterThan(later);

    await page.goto("/area/cerca?q=profili&from=31%2F02%2F2026&to=1%2F1%2F2026");
    const alert = main(page).getByRole("alert");
    await expect(alert.getByRole("link", { name: /^Dal giorno: Non è una data/ })).toBeVisible();
    await alert.getByRole("link", { name: /^Dal giorno/ }).click();
    await expect(main(page).getByLabel("Dal giorno")).toBeFocused();
    await expect(main(page).getByLabel("Dal giorno")).toHaveValue("31/02/2026");
    await expect(results(page)).toHaveCount(0);
  });

  test("the staff of one body do not find another's deliverable, nor a visitor a name", async ({ visit }) => {
    const bodies = async (page: Page) => {
      await page.goto("/area/cerca?q=matrice&kind=document");
      return (await results(page).allInnerTexts()).join(" ");
    };
    const first = await visit({ as: "staff.a" });
    expect(await bodies(first)).toContain("Valfiorita");
    const second = await visit({ as: "staff.b" });
    const found = await bodies(second);
    expect(found).toContain("Rocca Serena");
    expect(found).not.toContain("Valfiorita");
    await second.goto("/area/cerca?q=tamerice");
    await expect(results(second)).toContainText("Livio Tamerice");
    await second.goto("/cerca?q=tamerice");
    await expect(results(second)).toHaveCount(0);
  });
});
