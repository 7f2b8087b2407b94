import { expect, test } from "@/tests/support/e2e";
import { expectAccessible, expectReflow } from "@/tests/support/e2e-axe";
import { type Mail, mailsAbout, rows } from "@/tests/support/e2e-database";

const sessions = "/area/programmi/camere-nuova-edizione/incontri";
const title = "Laboratorio con pochi posti";

test.describe("A convened person", () => {
  test("replies from the mail, without an account and without JavaScript, and waits for a place", async ({
    page,
    login,
    visit,
    browser,
  }) => {
    await login({ as: "coordinatore" });
    await page.goto(`${sessions}/nuovo`);
    await page.getByLabel("Titolo", { exact: true }).fill(title);
    await page.getByLabel("Data", { exact: true }).fill("2026-04-22");
    await page.getByLabel("Ora di inizio").fill("10:00");
    await page.getByLabel("Ora di fine").fill("12:00");
    await page.getByLabel("Collegamento alla stanza").fill("https://stanza.istituto.example/laboratorio");
    await page.getByLabel("Posti (facoltativo)").fill("1");
    await page.getByRole("button", { name: "Continua" }).click();
    await page.getByRole("button", { name: "Convoca e manda le mail" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const address = page.url();

    const first = await linkTo("staff.b@demo.test");
    const second = await linkTo("staff.a@demo.test");
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const guest = await plain.newPage();
    await guest.goto(first);
    await expect(guest.getByRole("main")).toContainText("Ilario Mirtilli");
    await expect(guest.getByRole("main")).toContainText("Resta 1 posto su 1.");
    expect(await repliesIn(), "reading changes nothing").toEqual([]);
    await guest.getByRole("button", { name: "Partecipo", exact: true }).click();
    await expect(guest).toHaveURL(first);
    await expect(guest.getByRole("main")).toContainText("Avete risposto: partecipo");

    await guest.goto(second);
    await expect(guest.getByRole("main")).toContainText("Nives Calamari");
    await expect(guest.getByRole("main")).toContainText("L’unico posto è preso");
    await guest.getByRole("button", { name: "Partecipo", exact: true }).click();
    await expect(guest.getByRole("main")).toContainText("Siete al posto 1 della lista d’attesa");
    const calendar = await guest.getByRole("link", { name: "Aggiungi al calendario" }).getAttribute("href");
    const entry = await plain.request.get(calendar ?? "");
    expect(await entry.text()).toContain(`SUMMARY:${title}`);

    // The coordinator sees both.
    await page.goto(address);
    await expect(page.getByRole("row", { name: /Ilario Mirtilli/ })).toContainText("Partecipo");
    await expect(page.getByRole("row", { name: /Nives Calamari/ })).toContainText("In lista d’attesa");

    // Fewer places than are taken are refused with their number.
    await page.getByRole("link", { name: "Modifica", exact: true }).click();
    await page.getByLabel("Posti (facoltativo)").fill("0");
    await page.getByRole("button", { name: "Salva le modifiche" }).last().click();
    await expect(page.getByRole("alert").filter({ hasText: "Posti:" })).toBeFocused();

    // The place is given back: whoever waits is told, and has it.
    await guest.goto(first);
    await guest.getByRole("button", { name: "Non partecipo" }).click();
    await expect(guest.getByRole("main")).toContainText("Avete risposto: non partecipo");
    await expect
      .poll(async () => (await mailsAbout(title, "replies.placeGiven")).map((mail) => mail.to))
      .toEqual(["staff.a@demo.test"]);
    await guest.goto(second);
    await expect(guest.getByRole("main")).toContainText("Avete risposto: partecipo");
    await expect(guest.getByRole("main")).toContainText("Avete un posto.");
    await plain.close();

    // A forged link opens nothing.
    const stranger = await visit();
    expect((await stranger.goto(`${first.slice(0, -4)}0000`))?.status()).toBe(404);
    await stranger.goto(second);
    await expectAccessible(stranger);
    await expectReflow(stranger);
  });

  test("names a substitute, and the coordinator somebody to run the session", async ({
    page,
    login,
    visit,
  }) => {
    const other = "Riunione con sostituzioni";
    await login({ as: "coordinatore" });
    await page.goto(`${sessions}/nuovo`);
    await page.getByLabel("Titolo", { exact: true }).fill(other);
    await page.getByLabel("Data", { exact: true }).fill("2026-04-23");
    await page.getByLabel("Ora di inizio").fill("10:00");
    await page.getByLabel("Ora di fine").fill("12:00");
    await page.getByLabel("Collegamento alla stanza").fill("https://stanza.istituto.example/riunione");
    await page.getByRole("button", { name: "Continua" }).click();
    await page.getByRole("button", { name: "Convoca e manda le mail" }).click();
    await expect(page.getByRole("heading", { level: 1, name: other })).toBeVisible();
    const address = page.url();

    const staff = await visit({ as: "staff.a" });
    await staff.goto(address);
    await staff.getByRole("link", { name: "Fatevi sostituire" }).click();
    await staff.getByRole("button", { name: "Nomina" }).click();
    await expect(staff.getByRole("alert").filter({ hasText: "Persona:" })).toBeFocused();
    const chosen = staff.getByRole("combobox", { name: "Persona" });
    await chosen.selectOption({ index: 1 });
    const name = await chosen.locator("option:checked").innerText();
    await staff.getByRole("button", { name: "Nomina" }).click();
    await expect(staff).toHaveURL(address);
    await expect(staff.getByRole("main")).toContainText(`Al vostro posto viene ${name}.`);
    await expect(staff.getByRole("button", { name: "Partecipo", exact: true })).toHaveCount(0);

    await page.reload();
    await expect(page.getByRole("row", { name: /Nives Calamari/ })).toContainText(`Al suo posto: ${name}`);
    await page.getByRole("link", { name: "Sostituzioni" }).click();
    await page.getByRole("combobox", { name: "Persona" }).last().selectOption({ label: "Corrado Melograni" });
    await page.getByRole("button", { name: "Nomina" }).last().click();
    await expect(page.getByRole("main")).toContainText("Conduce Corrado Melograni.");
    const deputy = await visit({ as: "esperto" });
    await deputy.goto(address);
    await deputy.getByRole("link", { name: "Modifica", exact: true }).click();
    await deputy.getByLabel("Descrizione (facoltativo)").fill("Conduce chi sostituisce il coordinatore.");
    await deputy.getByRole("button", { name: "Salva le modifiche" }).last().click();
    await expect(deputy).toHaveURL(address);
    await expect(deputy.getByRole("main")).toContainText("Conduce chi sostituisce il coordinatore.");
    await expectAccessible(page);
  });
});

/** The link of the convening mail to an address, as soon as it is written. */
async function linkTo(address: string): Promise<string> {
  const mine = async (): Promise<Mail | undefined> =>
    (await mailsAbout(title, "notifications.sessionConvened")).find((mail) => mail.to === address);
  await expect.poll(async () => Boolean(await mine())).toBe(true);
  const link = String((await mine())?.params.link);
  expect(link).toMatch(/^\/incontro\/[0-9a-f]+$/);
  return link;
}

function repliesIn(): Promise<{ reply: string }[]> {
  return rows<{ reply: string }>(
    `select i.reply from session_invitee i join session s on s.id = i.session_id
     where s.title = $1 and i.reply is not null`,
    [title],
  );
}
