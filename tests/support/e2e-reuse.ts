import type { Page } from "@playwright/test";
import { expect } from "@/tests/support/e2e";
import { mailsAbout } from "@/tests/support/e2e-database";

/** Who says in public that they reuse something. */
export type Reuser = { organisation: string; email: string };

/** Says on an item's page that an organisation reuses it, and confirms by the link that came by mail. */
export async function declare(page: Page, title: string, { organisation, email }: Reuser): Promise<void> {
  await page.getByRole("link", { name: "Lo riusiamo anche noi" }).click();
  await page.getByRole("button", { name: "Invia la dichiarazione" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.getByLabel("Nome dell’organizzazione").fill(organisation);
  await page.getByLabel("Per che cosa lo usate").fill("Per i nostri colloqui di inizio anno.");
  await page.getByLabel("Nome e cognome di chi scrive").fill("Nora Acerbi");
  await page.getByLabel("Posta elettronica").fill(email);
  await page.getByRole("button", { name: "Invia la dichiarazione" }).click();
  await expect(page.getByRole("main")).toContainText("Vi abbiamo scritto.");
  const mails = async () =>
    (await mailsAbout(title, "reuse.confirmDeclaration")).filter(({ to }) => to === email);
  await expect.poll(async () => (await mails()).length).toBe(1);
  const [mail] = await mails();
  await page.goto(String(mail?.params.link));
  await expect(page.getByRole("main")).toContainText("Confermate che il vostro ente lo riusa.");
  await page.getByRole("button", { name: "Conferma la dichiarazione" }).click();
  await expect(page.getByRole("main")).toContainText("La dichiarazione è confermata");
}

/** Lets everybody see a declaration that waits. */
export async function showDeclaration(page: Page, slug: string, { organisation }: Reuser): Promise<void> {
  await page.goto(`/area/programmi/${slug}/riuso`);
  await page.getByRole("link", { name: "Leggi e decidi" }).click();
  await expect(page.getByRole("main")).toContainText("Nora Acerbi");
  await page.getByRole("button", { name: new RegExp(`^Mostra nella pagina.*${organisation}$`) }).click();
  await expect(
    page.getByRole("button", { name: new RegExp(`^Riprendi la decisione.*${organisation}$`) }),
  ).toBeVisible();
}
