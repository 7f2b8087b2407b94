import type { Page } from "@playwright/test";
import { expect, signInByForm, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";

const invited = "lia.corbezzoli@valfiorita.test";
const secret = "quattro corbezzoli sul davanzale";

test.describe("An invitation", () => {
  test("brings somebody new into the work of a body", async ({ page, login, visit }) => {
    await login({ as: "coordinatore" });
    await page.goto("/area/programmi/camere-nuova-edizione/enti");
    await page.getByRole("link", { name: "Invita una persona" }).click();
    await page.getByLabel("Indirizzo di posta elettronica").fill("non è un indirizzo");
    await page.getByRole("radio", { name: "Personale dell’ente" }).check();
    await page.getByRole("button", { name: "Manda l’invito" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Scrivete un indirizzo completo" })).toBeFocused();
    await expect(page.getByRole("radio", { name: "Personale dell’ente" })).toBeChecked();
    await page.getByLabel("Indirizzo di posta elettronica").fill(invited);
    await page.getByLabel("Nome (facoltativo)", { exact: true }).fill("Lia");
    await page.getByRole("button", { name: "Manda l’invito" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Scegliete l’ente" })).toBeFocused();
    await page
      .getByRole("combobox", { name: /^Ente/ })
      .selectOption({ label: "Camera di Commercio di Valfiorita" });
    await page.getByRole("button", { name: "Manda l’invito" }).click();
    await expect(page.getByText("L’invito è partito.")).toBeVisible();

    const link = await linkTo(invited, "people.invitation");
    const guest = await visit();
    await guest.goto(link);
    await expect(guest.getByRole("main")).toContainText("Camera di Commercio di Valfiorita");
    await expect(guest.getByLabel("Nome", { exact: true })).toHaveValue("Lia");
    await guest.getByLabel("Cognome").fill("Corbezzoli");
    await guest.getByLabel("Password").fill("password1234");
    await guest.getByRole("button", { name: "Accetta ed entra" }).click();
    await expect(guest.getByRole("alert").filter({ hasText: "password che molti usano" })).toBeFocused();
    await expect(guest.getByLabel("Cognome")).toHaveValue("Corbezzoli");
    await guest.getByLabel("Password").fill(secret);
    await guest.getByRole("button", { name: "Accetta ed entra" }).click();
    await expect(guest).toHaveURL(/\/area$/);
    await expect(guest.getByRole("main")).toContainText("Schede dei profili, prima stesura");

    // The link has done its work.
    const second = await visit();
    await second.goto(link);
    await expect(second.getByRole("main")).toContainText("Questo invito è già stato accettato.");
    await expect(second.getByRole("button", { name: "Accetta ed entra" })).toHaveCount(0);
    await signInByForm(second, invited, secret);
  });

  test("that is too old, taken back or sent again opens nothing", async ({ page, login, visit }) => {
    await login({ as: "coordinatore" });
    const [late, revoked] = ["tardi@valfiorita.test", "ritirato@valfiorita.test"];
    for (const email of [late, revoked]) await inviteObserver(page, email);
    await rows("UPDATE account_invitation SET expires_at = $2 WHERE email = $1", [
      late,
      "2026-03-20T10:00:00Z",
    ]);
    const guest = await visit();
    const old = await linkTo(late, "people.invitation");
    await guest.goto(old);
    await expect(guest.getByRole("main")).toContainText("Questo invito è scaduto il 20 marzo 2026");

    await page.goto("/area/programmi/camere-nuova-edizione/enti");
    await page.getByRole("button", { name: `Manda di nuovo l’invito a ${late}` }).click();
    await expect(page.getByText("L’invito è partito di nuovo")).toBeVisible();
    await guest.goto(old);
    await expect(guest.getByRole("main")).toContainText("vale solo l’ultimo collegamento");
    await guest.goto(await linkTo(late, "people.invitation"));
    await expect(guest.getByRole("button", { name: "Accetta ed entra" })).toBeVisible();

    await page.getByRole("link", { name: `Ritira l’invito a ${revoked}` }).click();
    await page.getByRole("button", { name: "Ritira l’invito" }).click();
    await expect(page.getByText("L’invito è ritirato.")).toBeVisible();
    await guest.goto(await linkTo(revoked, "people.invitation"));
    await expect(guest.getByRole("main")).toContainText("Questo invito è stato ritirato.");
    await guest.goto("/invito/una-parola-qualsiasi");
    await expect(guest.getByRole("main")).toContainText("Questo collegamento non è valido.");
  });

  test("is followed by a new password, once and within the hour", async ({ page, visit }) => {
    const email = "bruno.asfodelo@demo.test";
    // The demonstration's passwords are fixed, other people's are not.
    await rows("UPDATE person SET is_demo = false WHERE email = $1", [email]);
    await page.goto("/accedi");
    await page.getByRole("link", { name: "Non ricordo la password" }).click();
    await ask(page, email);
    const first = await linkTo(email, "people.passwordReset");
    await page.goto(first);
    await page.getByLabel("Nuova password").fill("corta");
    await page.getByRole("button", { name: "Salva la nuova password" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "almeno 12 caratteri" })).toBeFocused();
    await page.getByLabel("Nuova password").fill(secret);
    await page.getByRole("button", { name: "Salva la nuova password" }).click();
    await expect(page.getByText("La nuova password è attiva.")).toBeVisible();
    await signInByForm(page, email, secret);

    const again = await visit();
    await again.goto(first);
    await expect(again.getByRole("main")).toContainText("già stato usato");
    await again.goto("/password");
    await ask(again, email);
    const second = await linkTo(email, "people.passwordReset", first);
    await rows("UPDATE password_reset SET expires_at = $1 WHERE used_at IS NULL", ["2026-03-24T07:00:00Z"]);
    await again.goto(second);
    await expect(again.getByRole("main")).toContainText("scaduto: vale un’ora");
    await again.getByRole("link", { name: "Chiedi un altro collegamento" }).click();

    // Whether anybody has an address cannot be told from the answer.
    await ask(again, "nessuno@valfiorita.test");
    const mails = await rows("SELECT 1 FROM mail WHERE to_address = 'nessuno@valfiorita.test'");
    expect(mails).toEqual([]);
  });
});

async function inviteObserver(page: Page, email: string): Promise<void> {
  await page.goto("/area/programmi/camere-nuova-edizione/enti/invita");
  await page.getByLabel("Indirizzo di posta elettronica").fill(email);
  await page.getByRole("radio", { name: "Osservatore" }).check();
  await page.getByRole("button", { name: "Manda l’invito" }).click();
  await expect(page.getByText("L’invito è partito.")).toBeVisible();
}

async function ask(page: Page, email: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Nuova password" })).toBeVisible();
  await page.getByLabel("Indirizzo di posta elettronica").fill(email);
  await page.getByRole("button", { name: "Manda il collegamento" }).click();
  await expect(page.getByText("Controllate la posta").first()).toBeVisible();
}

/** The link of the newest mail of a kind to an address, as soon as it is written and differs from the one before. */
async function linkTo(address: string, template: string, before?: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const mails = await rows<{ link: string }>(
        "SELECT params->>'link' AS link FROM mail WHERE to_address = $1 AND template = $2 ORDER BY id DESC LIMIT 1",
        [address, template],
      );
      link = mails[0]?.link;
      return link !== undefined && link !== before;
    })
    .toBe(true);
  return link ?? "";
}
