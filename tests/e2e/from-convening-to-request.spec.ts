import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { expect, test } from "@/tests/support/e2e";
import { mailsAbout, rows } from "@/tests/support/e2e-database";
import { mayMeetOthers } from "@/tests/support/e2e-sessions";

const sessions = "/area/programmi/camere-nuova-edizione/incontri";
const room = "https://stanza.istituto.example/dal-principio";

for (const javaScriptEnabled of [true, false])
  test.describe(`From convening to a request, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("one session goes all its way, and what it decided stands in another's calendar", async ({
      page,
      login,
      visit,
      browser,
    }) => {
      test.setTimeout(300_000);
      const title = `Incontro dal principio alla fine ${javaScriptEnabled ? 1 : 2}`;
      const decision = `Ogni Camera manda l’elenco degli sportelli ${javaScriptEnabled ? 1 : 2}.`;
      const plain = await browser.newContext({ javaScriptEnabled });
      const member = await plain.newPage();
      await plain.addCookies(await (await visit({ as: "staff.a" })).context().cookies());
      await member.route(`${room}**`, (route) => route.fulfill({ body: "la stanza" }));

      await login({ as: "coordinatore" });
      const address = await convene(page, title);

      // The reply comes from the mail, by somebody who is not signed in.
      const stranger = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await stranger.goto(await linkTo("staff.a@demo.test", title));
      await stranger.getByRole("button", { name: "Partecipo", exact: true }).click();
      await expect(stranger.getByRole("main")).toContainText("Avete risposto: partecipo");
      await stranger.context().close();
      await page.reload();
      await expect(page.getByRole("row", { name: /Nives Calamari/ })).toContainText("Partecipo");

      await member.goto(address);
      await member.getByRole("button", { name: "Entra nell’incontro" }).click();
      await expect(member).toHaveURL(room);

      await morningPasses(title);
      await page.goto(address);
      await page.getByRole("link", { name: "Chiudi l’incontro" }).click();
      const came = page.getByRole("group", { name: /Nives Calamari/ });
      await expect(came.getByLabel("Presente"), "proposed from the join log").toBeChecked();
      await page.getByRole("button", { name: "Chiudi l’incontro" }).click();
      await expect(page.getByRole("main")).toContainText("Svolto");

      await writeAndPropose(page, decision);
      await member.goto(`${address}/verbale`);
      await member.getByLabel("Approvo").check();
      await member.getByRole("button", { name: "Rispondi" }).click();
      await expect(member.getByRole("main")).toContainText("Il verbale è approvato");
      await page.reload();
      await page.getByRole("button", { name: "Pubblica il verbale" }).click();
      await expect(page.getByRole("main")).toContainText("Pubblicato martedì 24 marzo 2026");

      await page.getByRole("link", { name: "Chiedi una consegna agli enti Decisione 1" }).click();
      await expect(page.getByLabel("Titolo")).toHaveValue(decision);
      await page.getByLabel("Giorno", { exact: true }).fill("2026-04-17");
      await page.getByRole("button", { name: "Chiedi agli enti" }).click();
      await expect(page.getByRole("heading", { level: 1, name: decision })).toBeVisible();

      const entry = (await calendarOf(member)).find(({ summary }) => summary.includes(decision));
      expect(entry?.startDate.toString()).toBe("2026-04-17T23:59:59");
      await plain.close();
    });
  });

/** A session later this morning whose doors are open already. @returns its address */
async function convene(page: Page, title: string): Promise<string> {
  await page.goto(`${sessions}/nuovo`);
  await page.getByLabel("Titolo", { exact: true }).fill(title);
  await page.getByLabel("Data", { exact: true }).fill("2026-03-24");
  await page.getByLabel("Ora di inizio").fill("10:30");
  await page.getByLabel("Ora di fine").fill("11:30");
  await page.getByLabel("Collegamento alla stanza").fill(room);
  await page.getByLabel("Minuti prima dell’inizio").fill("120");
  await page.getByLabel("Punto 1: titolo").fill("Gli sportelli");
  await mayMeetOthers(page);
  await page.getByRole("button", { name: "Continua" }).click();
  await page.getByRole("button", { name: "Convoca e manda le mail" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return page.url();
}

/** The portal's clock stands still: in place of it the session and who was in it move by three hours. */
async function morningPasses(title: string): Promise<void> {
  await rows(
    `with moved as (
       update session set starts_at = starts_at - interval '3 hours', ends_at = ends_at - interval '3 hours'
       where title = $1 returning id)
     update session_join set joined_at = joined_at - interval '1 hour' where session_id in (select id from moved)`,
    [title],
  );
}

async function writeAndPropose(page: Page, decision: string): Promise<void> {
  await page.getByRole("link", { name: "Scrivi il verbale" }).click();
  await page.getByRole("button", { name: "Comincia il verbale" }).click();
  await page.getByRole("link", { name: "Scrivi Gli sportelli" }).click();
  await page.getByLabel("Testo (facoltativo)").fill("Si esaminano gli sportelli delle Camere.");
  await page.getByLabel("Decisione 1 (facoltativo)").fill(decision);
  await page.getByRole("button", { name: "Salva", exact: true }).click();
  await page.getByRole("link", { name: "Proponi per l’approvazione" }).click();
  await page.getByRole("button", { name: "Proponi il verbale" }).click();
  await expect(page.getByRole("main")).toContainText("In attesa di approvazione");
}

/** The link of the convening mail to an address, as soon as it is written. */
async function linkTo(address: string, title: string): Promise<string> {
  const mine = async () =>
    (await mailsAbout(title, "notifications.sessionConvened")).find((mail) => mail.to === address);
  await expect.poll(async () => Boolean(await mine())).toBe(true);
  return String((await mine())?.params.link);
}

/** What stands in the calendar that somebody subscribed to by its secret address. */
async function calendarOf(page: Page): Promise<ICAL.Event[]> {
  await page.goto("/area/profilo");
  const address = page.getByRole("textbox", { name: "Indirizzo segreto del calendario" });
  const answer = await page.request.get(new URL(await address.inputValue()).pathname);
  const root = new ICAL.Component(ICAL.parse(await answer.text()));
  return root.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
}
