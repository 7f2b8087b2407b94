import { expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";

const forum = "/area/programmi/camere-nuova-edizione/forum";
const category = "Schede dei profili";

test("Two people read a thread: what one writes reaches the other, who opens it by keyboard", async ({
  page,
  login,
  visit,
}) => {
  await login({ as: "staff.a" });
  await page.goto(forum);
  await page.getByRole("main").getByRole("link", { name: category }).first().click();
  await page.getByRole("link", { name: "Apri una discussione" }).first().click();
  await page.getByLabel("Titolo").fill("Chi compila la scheda mentre la leggiamo?");
  await page.getByLabel("Messaggio", { exact: true }).fill("Restiamo in linea.");
  await page.getByRole("button", { name: "Apri la discussione" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  const address = page.url().split("?")[0] ?? "";

  const other = await visit({ as: "esperto" });
  await other.goto(address);
  const readers = page.getByRole("region", { name: "Leggono ora" });
  await expect(readers.getByRole("listitem")).toHaveCount(1);

  const typed = page.getByLabel("La vostra risposta");
  await typed.fill("Una risposta a metà");
  const bell = page.getByRole("banner").getByRole("link", { name: "Notifiche" });
  const told = async () => Number(/\d+/.exec((await bell.textContent()) ?? "")?.[0] ?? 0);
  const before = await told();
  await expect(page.getByRole("link", { name: "Cerca nuovi messaggi" })).toBeVisible();
  await other.getByLabel("La vostra risposta").fill("La compilo io, adesso.");
  await other.getByRole("button", { name: "Pubblica la risposta" }).click();
  await expect(other.getByRole("article")).toHaveCount(2);

  const news = page.getByRole("link", { name: "1 nuovo messaggio" });
  await expect(news).toBeVisible();
  await expect.poll(told).toBe(before + 1);
  await expectAccessible(page);
  await news.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toHaveCount(2);
  await expect(page.getByRole("article").last()).toBeFocused();
  await expect(page.getByRole("link", { name: "Cerca nuovi messaggi" })).toBeVisible();
  await expect(typed).toHaveValue("Una risposta a metà");

  // Nor is what was typed after the draft was last kept lost to the draft.
  await expect(page.getByText(/^Bozza salvata/)).toBeVisible();
  await typed.pressSequentially(", e il resto");
  await other.getByLabel("La vostra risposta").fill("E la mando domani.");
  await other.getByRole("button", { name: "Pubblica la risposta" }).click();
  await page.getByRole("link", { name: "1 nuovo messaggio" }).click();
  await expect(page.getByRole("article")).toHaveCount(3);
  await expect(typed).toHaveValue("Una risposta a metà, e il resto");

  await other.close();
  await expect(readers).toHaveCount(0);
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same link looks for what was written since", async ({ page, login, visit }) => {
    await login({ as: "staff.b" });
    await page.goto(forum);
    await page.getByRole("main").getByRole("link", { name: category }).first().click();
    await page.getByRole("link", { name: "Apri una discussione" }).first().click();
    await page.getByLabel("Titolo").fill("Chi legge senza aspettare?");
    await page.getByLabel("Messaggio", { exact: true }).fill("Una pagina ferma.");
    await page.getByRole("button", { name: "Apri la discussione" }).click();
    const other = await visit({ as: "esperto" });
    await other.goto(page.url().split("?")[0] ?? "");
    await other.getByLabel("La vostra risposta").fill("E una risposta.");
    await other.getByRole("button", { name: "Pubblica la risposta" }).click();
    await expect(page.getByRole("article")).toHaveCount(1);
    await page.getByRole("link", { name: "Cerca nuovi messaggi" }).click();
    await expect(page.getByRole("article")).toHaveCount(2);
  });
});
