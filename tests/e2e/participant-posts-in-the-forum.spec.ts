import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";
import { pdfFile, textFile } from "@/tests/support/e2e-files";

const forum = "/area/programmi/camere-nuova-edizione/forum";
const hostile = [
  "<script>document.title = 'preso'</script>",
  '<img src="x" onerror="document.title = \'preso\'">',
  "[premio](javascript:document.title='preso')",
].join("\n\n");

test.describe("A participant posts in the forum", () => {
  test("reads what is new, and the count falls", async ({ page, login }) => {
    const title = "Come ricollocare chi svolge due profili?";
    await login({ as: "staff.b" });
    await page.goto(forum);
    const thread = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name: title, exact: true }) });
    await expect(thread).toContainText(/\d nuovi/);
    await thread.getByRole("link", { name: title, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByText(/^Risposta accettata/).first()).toBeVisible();
    await page.goto(forum);
    await expect(thread.last()).toBeVisible();
    await expect(thread.last()).not.toContainText("nuovi");
  });

  test("previews, posts once, attaches a file and edits with a history", async ({ page, login, visit }) => {
    const title = "Competenze digitali nelle schede: un livello comune?";
    await login({ as: "staff.b" });
    await openThread(page, title);
    const address = page.url();
    const text = `Proposta di **Rocca Serena**:\n\n- livello base\n- livello esperto\n\n${hostile}`;

    await page.getByRole("button", { name: "Pubblica la risposta" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Scrivete il messaggio" })).toBeFocused();

    await answer(page).fill(text);
    await page.getByRole("button", { name: "Anteprima" }).click();
    const preview = page.getByRole("region", { name: /Così si leggerà il messaggio/ });
    await expect(preview.getByRole("strong")).toHaveText("Rocca Serena");
    await expect(preview.getByRole("listitem")).toHaveText(["livello base", "livello esperto"]);
    await expect(answer(page)).toHaveValue(text);
    expect(await postsWith("livello esperto")).toBe(0);

    await page.getByRole("button", { name: "Pubblica la risposta" }).dblclick();
    await expect(page.getByText("Il messaggio è pubblicato.")).toBeVisible();
    expect(await postsWith("livello esperto")).toBe(1);
    const post = page.getByRole("article").filter({ hasText: "livello esperto" });
    await expect(post.getByRole("strong")).toHaveText("Rocca Serena");
    await expect(post.getByRole("img", { name: "x" })).toHaveCount(0);
    await expect(post.getByRole("link", { name: "premio" })).toHaveCount(0);
    await expect(page).not.toHaveTitle("preso");

    await page.getByRole("link", { name: "Allega un file", exact: true }).click();
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles(textFile("pagina.html", "<script></script>"));
    await page.getByRole("button", { name: "Carica il file" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "non si può caricare" })).toBeFocused();
    const file = await pdfFile("Livelli.pdf", "Livelli di competenza");
    await page.getByLabel("File", { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: "Carica il file" }).click();
    await expect(page.getByRole("link", { name: "Livelli.pdf", exact: true }).first()).toBeVisible();

    await page.goto(address);
    await post.getByRole("link", { name: /, messaggio \d+$/ }).click();
    await page.getByLabel("Testo del messaggio").fill("Proposta **ritirata** dopo la riunione.");
    await page.getByRole("button", { name: "Salva la modifica" }).click();
    const edited = page.getByRole("article").filter({ hasText: "ritirata" });
    await expect(edited).toBeVisible();
    await page.goto(address);
    await expect(edited).toContainText(/modificato (?:il|oggi)/);
    await expect(edited.getByRole("link", { name: "Livelli.pdf", exact: true })).toBeVisible();

    // Others read both texts, and the file.
    const desk = await visit({ as: "coordinatore" });
    await openThread(desk, title);
    await desk
      .getByRole("article")
      .filter({ hasText: "ritirata" })
      .getByRole("link", { name: /, messaggio \d+$/ })
      .click();
    await expect(desk.getByRole("heading", { name: "Storia delle modifiche" })).toBeVisible();
    await expect(desk.getByRole("main")).toContainText("livello esperto");
    const link = desk.getByRole("link", { name: "Scarica Livelli.pdf" }).first();
    const download = await desk.request.get((await link.getAttribute("href")) ?? "");
    expect(Buffer.compare(await download.body(), file.buffer)).toBe(0);
    await expect(desk).not.toHaveTitle("preso");
  });

  test("opens a thread, and a text that is too long comes back whole", async ({ page, login }) => {
    await login({ as: "staff.b" });
    await page.goto(forum);
    await page.getByRole("link", { name: "Schede dei profili", exact: true }).first().click();
    await page.getByRole("link", { name: "Apri una discussione" }).click();
    const long = "Una riga che si ripete. ".repeat(45_000);
    await page.getByLabel("Titolo").fill("Quanto può essere lunga una scheda?");
    await page.getByLabel("Messaggio", { exact: true }).fill(long);
    await page.getByRole("button", { name: "Apri la discussione" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Il messaggio è troppo lungo" })).toBeFocused();
    await expect(page.getByLabel("Titolo")).toHaveValue("Quanto può essere lunga una scheda?");
    expect((await page.getByLabel("Messaggio", { exact: true }).inputValue()).length).toBe(long.length);

    // Broken Markdown is still a text.
    await page
      .getByLabel("Messaggio", { exact: true })
      .fill("**Grassetto mai chiuso [e un collegamento](https://");
    await page.getByRole("button", { name: "Apri la discussione" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "Quanto può essere lunga una scheda?" }),
    ).toBeVisible();
    await expect(page.getByRole("article")).toContainText("**Grassetto mai chiuso [e un collegamento]");
  });
});

async function openThread(page: Page, title: string): Promise<void> {
  await page.goto(forum);
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

function answer(page: Page) {
  return page.getByLabel("La vostra risposta");
}

async function postsWith(text: string): Promise<number> {
  const [row] = await rows<{ count: number }>(
    "SELECT count(*)::int AS count FROM post WHERE position($1 IN markdown) > 0",
    [text],
  );
  return row?.count ?? 0;
}
