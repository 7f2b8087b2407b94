import type { Browser, BrowserContext, Page } from "@playwright/test";
import { type ConferenceServer, startConferenceServer } from "@/tests/support/conference-server";
import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";
import { mayMeetOthers } from "@/tests/support/e2e-sessions";

const sessions = "/area/programmi/camere-nuova-edizione/incontri";
const title = "Confronto sulle schede, in webconference";
const fallback = "https://riserva.istituto.example/schede";

let server: ConferenceServer;

test.beforeAll(async () => {
  server = await startConferenceServer(Number(process.env.E2E_CONFERENCE_PORT));
});
test.afterAll(() => server.stop());

test.describe("A session by webconference", () => {
  test("is scheduled, waited for, joined by role, recorded", async ({ page, login, visit, browser }) => {
    test.setTimeout(300_000);
    await login({ as: "coordinatore" });
    const address = await schedule(page);
    await expect(page.getByRole("link", { name: "Sala d’attesa" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Le porte si aprono il 24 marzo 2026, 10:15.");

    // A participant and a guest come too early.
    const chamber = await visit({ as: "staff.a" });
    await chamber.clock.install();
    await chamber.goto(address);
    await chamber.getByRole("link", { name: "Sala d’attesa" }).click();
    await expect(chamber.getByRole("main")).toContainText("Le porte si aprono il 24 marzo 2026, 10:15");
    await expect(chamber.getByRole("main")).toContainText("Questo incontro viene registrato");

    await page.getByRole("link", { name: "Stanza, ospiti e presenze" }).click();
    await expect(page.getByRole("main")).toContainText("Le porte sono chiuse");
    await page.getByRole("button", { name: "Crea il collegamento per gli ospiti" }).click();
    const link = await page.getByText(/\/incontro\/ospite\//).innerText();
    const guest = await visit();
    await guest.clock.install();
    await guest.goto(new URL(link).pathname);
    await guest.getByRole("button", { name: "Continua" }).click();
    await expect(guest.getByRole("alert").filter({ hasText: "Nome e cognome" })).toBeFocused();
    await guest.getByLabel("Nome e cognome").fill("Zelinda Corbezzoli");
    await guest.getByRole("button", { name: "Continua" }).click();
    await expect(guest.getByRole("main")).toContainText("Partecipate come Zelinda Corbezzoli.");
    expect(server.joined).toEqual([]);

    const plain = await withoutScripts(browser, await visit({ as: "referente.b" }));
    await plain.goto(`${address}/stanza`);
    await expect(plain.locator("meta[http-equiv=refresh]")).toHaveAttribute("content", "30");

    // The doors are opened earlier: whoever waits is let in.
    await page.goto(address);
    await page.getByRole("link", { name: "Modifica", exact: true }).click();
    await page.getByLabel("Minuti prima dell’inizio").fill("120");
    await page.getByRole("button", { name: "Salva le modifiche" }).last().click();
    await expect(page).toHaveURL(address);
    for (const waiting of [chamber, guest]) {
      await waiting.clock.fastForward("00:35");
      await expect(waiting).toHaveURL(new RegExp(`^${server.url}/bigbluebutton/api/join`));
    }
    await expect(guest.getByRole("heading", { name: "Zelinda Corbezzoli" })).toBeVisible();
    await expect(guest.getByText("VIEWER")).toBeVisible();

    await page.getByRole("button", { name: "Entra nell’incontro" }).click();
    await expect(page.getByText("MODERATOR")).toBeVisible();
    await page.goBack();
    await expect(page, "back leads to the session, not on to the room again").toHaveURL(address);

    await plain.goto(address);
    await plain.getByRole("button", { name: "Entra nell’incontro" }).click();
    await expect(plain).toHaveURL(new RegExp(`^${server.url}/bigbluebutton/api/join`));
    expect(server.refused).toEqual([]);

    await page.getByRole("link", { name: "Stanza, ospiti e presenze" }).click();
    await expect(page.getByRole("row", { name: /Zelinda Corbezzoli/ })).toContainText("Ospite");
    await expect(page.getByRole("table").getByRole("row")).toHaveCount(5);
    await expect(page.getByRole("main")).toContainText("In corso");
    await page.getByRole("button", { name: "Termina l’incontro per tutti" }).click();
    await expect(page.getByRole("main")).toContainText("Nessuno nella stanza");
    expect(server.meetings.size).toBe(0);

    // The service is away.
    server.fault = "500";
    for (const somebody of [chamber, plain]) {
      await somebody.goto(address);
      await somebody.getByRole("button", { name: "Entra nell’incontro" }).click();
      await expect(somebody.getByRole("main")).toContainText("Il servizio di webconference non risponde");
      await expect(somebody.getByRole("main")).toContainText(fallback);
      await expect(
        somebody.getByRole("button", { name: "Partecipa dal collegamento di riserva" }),
      ).toBeVisible();
      await expect(somebody.getByRole("main")).toContainText("06 5550100");
    }
    server.fault = null;
    await chamber.getByRole("button", { name: "Riprova a entrare" }).click();
    await expect(chamber.getByText("VIEWER")).toBeVisible();
    await plain.context().close();

    // Over: the recording comes, is published, and who was there is proposed.
    const [{ room_key: meetingID } = { room_key: "" }] = await rows<{ room_key: string }>(
      `UPDATE session SET starts_at = '2026-03-24T06:00Z', ends_at = '2026-03-24T07:30Z' WHERE title = $1 RETURNING room_key`,
      [title],
    );
    server.recordings.push({
      recordID: "r1",
      meetingID,
      url: "https://bbb.istituto.example/r1",
      name: title,
    });
    await rows("SELECT graphile_worker.add_job('fetch-recordings', '{}')");
    await chamber.goto(`${address}/stanza`);
    await expect(chamber.getByRole("main")).toContainText("L’incontro è finito");
    await page.goto(`${address}/registrazioni`);
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("link", { name: title })).toHaveCount(2, { timeout: 500 });
    }).toPass();
    await expect(page.getByRole("main")).toContainText("Si conserva fino al 24 marzo 2027");
    await page.getByRole("button", { name: "Pubblica per il programma" }).click();
    await expect(page.getByRole("main")).toContainText("Pubblicata per il programma");
    await chamber.goto(address);
    await expect(chamber.getByRole("link", { name: `Apri la registrazione: ${title}` })).toHaveAttribute(
      "href",
      "https://bbb.istituto.example/r1",
    );

    await page.goto(`${address}/presenze`);
    const proposed = page.getByRole("group", { name: /Nives Calamari/ });
    await expect(proposed).toContainText("Nella stanza dalle");
    await expect(proposed.getByLabel("Presente", { exact: true })).toBeChecked();
  });
});

/** Schedules and convenes the session of today. @returns its address */
async function schedule(page: Page): Promise<string> {
  await page.goto(`${sessions}/nuovo`);
  await page.getByLabel("Titolo", { exact: true }).fill(title);
  await page.getByLabel("Data", { exact: true }).fill("2026-03-24");
  await page.getByLabel("Ora di inizio").fill("10:30");
  await page.getByLabel("Ora di fine").fill("12:30");
  await page.getByLabel("BigBlueButton", { exact: true }).check();
  await page.getByLabel("L’incontro si può registrare").check();
  await page.getByLabel("Collegamento di riserva").fill(fallback);
  await page.getByLabel("Telefono di riserva").fill("06 5550100");
  await mayMeetOthers(page);
  await page.getByRole("button", { name: "Continua" }).click();
  await page.getByRole("button", { name: "Convoca e manda le mail" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return page.url();
}

/** A page of the same person in a browser that runs no scripts. */
async function withoutScripts(browser: Browser, signedIn: Page): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await signedIn.context().cookies());
  return context.newPage();
}
