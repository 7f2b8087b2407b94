import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { expectAccessible, expectReflow } from "@/tests/support/e2e-axe";
import { rows } from "@/tests/support/e2e-database";
import { codeOf } from "@/tests/support/totp";

const account = "nora.ginepri@demo.test";

// Somebody of their own: who has a second factor is asked for it in every other journey too.
test.beforeAll(async () => {
  await rows(
    `WITH added AS (
       INSERT INTO person (id, given_name, family_name, email, password_hash, is_demo)
       SELECT gen_random_uuid(), 'Nora', 'Ginepri', $1, password_hash, true FROM person
       WHERE email = 'esperto@demo.test' ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO role_assignment (id, person_id, role, programme_id, from_at)
     SELECT gen_random_uuid(), added.id, 'EXPERT', programme.id, '2026-01-01'
     FROM added, programme WHERE slug = 'camere-nuova-edizione'`,
    [account],
  );
});

test("Somebody sets up a second factor, signs in with its code and, without the telephone, by a recovery code", async ({
  visit,
}) => {
  const page = await visit();
  await givePassword(page);
  await expect(page).toHaveURL(/\/area$/);
  await page.goto("/area/profilo");
  await page.getByRole("link", { name: "Gestisci il secondo fattore" }).click();
  await page.getByRole("button", { name: "Attiva il secondo fattore" }).click();
  await expect(page.getByRole("img", { name: /Codice QR/ })).toBeVisible();
  const begun = await latest("SELECT candidate_at AS at FROM second_factor WHERE candidate_at IS NOT NULL");
  const portalAhead = begun.getTime() - Date.now();
  await expectAccessible(page);
  await expectReflow(page);
  const secret = (await page.locator("[translate=no]").innerText()).replaceAll(" ", "");
  await page.getByLabel("Codice dell’app").fill("000000");
  await page.getByRole("button", { name: "Conferma e attiva" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Il codice non è giusto" })).toBeFocused();
  // The present code counts for half a minute more at least, however slow the machine.
  await page.getByLabel("Codice dell’app").fill(codeOf(secret, new Date(Date.now() + portalAhead)));
  await page.getByRole("button", { name: "Conferma e attiva" }).click();

  await expect(page.getByRole("link", { name: "Li ho conservati" })).toBeVisible();
  const codes = await page.getByRole("main").getByRole("listitem").allInnerTexts();
  expect(codes).toHaveLength(10);
  await expectAccessible(page);
  await expectReflow(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Scarica come testo" }).click();
  expect((await download).suggestedFilename()).toBe("sperimenta-codici-di-recupero.txt");
  await page.getByRole("link", { name: "Li ho conservati" }).click();
  await expect(page.getByText("Ne restano 10")).toBeVisible();
  await signOut(page);

  await givePassword(page);
  await expect(page.getByRole("heading", { level: 1, name: "Codice di accesso" })).toBeVisible();
  const asked = await latest("SELECT created_at AS at FROM sign_in WHERE pending_until IS NOT NULL");
  // The next one: the present one may be the one just used, which counts once.
  await page.getByLabel("Codice dell’app").fill(codeOf(secret, new Date(asked.getTime() + 30_000)));
  await page.getByRole("button", { name: "Entra" }).click();
  await expect(page).toHaveURL(/\/area$/);
  await signOut(page);

  await givePassword(page);
  await page.getByRole("link", { name: "Non ho l’app con me" }).click();
  await page.getByLabel("Codice di recupero").fill(codes[0]?.toLowerCase() ?? "");
  await page.getByRole("button", { name: "Entra" }).click();
  await expect(page).toHaveURL(/\/area$/);
  await page.goto("/area/profilo/secondo-fattore");
  await expect(page.getByText("Ne restano 9")).toBeVisible();
});

async function givePassword(page: Page): Promise<void> {
  await page.goto("/accedi");
  await page.getByLabel("Indirizzo di posta elettronica").fill(account);
  await page.getByLabel("Password", { exact: true }).fill("sperimenta");
  await page.getByRole("main").getByRole("button", { name: "Accedi" }).click();
  await expect(page).not.toHaveURL(/\/accedi$/);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("banner").getByText("Nora Ginepri").first().click();
  await page.getByRole("button", { name: "Esci" }).click();
  await expect(page).toHaveURL(/\/$/);
}

/** A moment that the portal, whose clock is its own, has just written. */
async function latest(sql: string): Promise<Date> {
  const [row] = await rows<{ at: Date }>(`${sql} ORDER BY 1 DESC LIMIT 1`);
  return new Date(row?.at ?? 0);
}
