import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { expectAccessible } from "@/tests/support/e2e-axe";
import { rows } from "@/tests/support/e2e-database";

const first = "Criticità del raccordo";
const second = "Verifica della tempistica";

/** A session of the running edition that goes on at the portal's moment, with two points and staff.a convened. */
async function runningSession(title: string): Promise<string> {
  const [session] = await rows<{ id: string }>(
    `with live as (
       insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, place, audience, state, convened_at, updated_at)
       select gen_random_uuid(), id, 'TABLE', $1, '2026-03-24T07:30Z', '2026-03-24T12:00Z', 'IN_PERSON', 'Sala Adunanze',
         'PROGRAMME', 'CONVENED', '2026-03-10', now()
       from programme where slug = 'camere-nuova-edizione' returning id),
     agenda as (
       insert into agenda_item (id, session_id, position, title, minutes)
       select gen_random_uuid(), live.id, v.position, v.title, v.minutes
       from live, (values (0, $2, 20), (1, $3, 10)) v (position, title, minutes))
     insert into session_invitee (session_id, person_id)
     select live.id, p.id from live, person p
     where p.email in ('staff.a@demo.test', 'esperto@demo.test', 'coordinatore@demo.test') returning session_id as id`,
    [title, first, second],
  );
  if (!session) throw new Error("no session");
  return `/area/programmi/camere-nuova-edizione/incontri/${session.id}`;
}

/** Lets the page's notes stand on their way, so that somebody else's are there first however slow a browser is. */
async function heldNotes(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/api\/sessions\/[\w-]+\/notes/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const pointOf = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title }).first();
const notesOf = (page: Page, title: string) => page.getByLabel(`Note: ${title}`);

test.describe("A session on its day", () => {
  test("is run by two people at once, and nobody writes over the other", async ({ page, login, visit }) => {
    // Three people, and texts that go out after a pause.
    test.slow();
    const address = await runningSession("Tavolo seguito da due");
    await login({ as: "coordinatore" });
    await page.goto(address);
    await page.getByRole("link", { name: "Apri la pagina «In corso»" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("In corso: Tavolo seguito da due");
    await page.getByRole("button", { name: `Avvia ${first}` }).click();
    await expect(page.getByRole("button", { name: `Termina ${first}` })).toBeFocused();
    await expect(pointOf(page, first).getByRole("timer")).toContainText("su 20 previsti");

    const expert = await visit({ as: "esperto" });
    await expert.goto(`${address}/in-corso`);
    await expect(expert.getByRole("main")).toContainText(`1 di 2: ${first}`);
    const release = await heldNotes(page);
    await notesOf(page, first).fill("Intanto scrive la coordinatrice.");
    await notesOf(expert, first).fill("La Camera segnala due schede.");
    await expect(pointOf(expert, first).getByRole("status").filter({ hasText: "Salvato" })).toBeVisible();
    release();
    const conflict = pointOf(page, first);
    await expect(conflict.getByText("Due versioni: scegliete quale tenere")).toBeVisible();
    await expect(conflict).toContainText("Corrado Melograni ha salvato queste note");
    await expect(conflict.getByLabel("Testo salvato")).toHaveText("La Camera segnala due schede.");
    await expect(notesOf(page, first)).toHaveValue("Intanto scrive la coordinatrice.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Aggiungi il mio sotto" }).click();
    const both = "La Camera segnala due schede.\n\nIntanto scrive la coordinatrice.";
    await expect(notesOf(page, first)).toHaveValue(both);
    await expect(conflict.getByRole("status").filter({ hasText: /Salvato alle/ })).toBeVisible();

    await page.getByLabel(`Nuova decisione: ${first}`).fill("Si proroga di una settimana.");
    await pointOf(page, first).getByRole("button", { name: "Aggiungi decisione" }).click();
    await expect(pointOf(page, first)).toContainText("Decisione aggiunta al verbale.");
    await expect(page.getByLabel(`Nuova decisione: ${first}`)).toHaveValue("");
    await page.getByLabel(`Nuova attività: ${first}`).fill("Scrivere alle Camere in ritardo");
    await pointOf(page, first).getByRole("button", { name: "Aggiungi attività" }).click();
    await expect(pointOf(page, first).getByRole("alert")).toContainText("Scegliete chi se ne occupa.");
    await pointOf(page, first).getByLabel("Chi se ne occupa").selectOption({ label: "Nives Calamari" });
    await pointOf(page, first).getByLabel("Entro").fill("2026-03-31");
    await pointOf(page, first).getByRole("button", { name: "Aggiungi attività" }).click();
    await expect(pointOf(page, first)).toContainText("Nives Calamari, entro il 31 marzo 2026");

    await page.getByRole("button", { name: "Nives Calamari è qui" }).click();
    await expect(page.getByRole("button", { name: "Togli Nives Calamari dai presenti" })).toBeVisible();

    // The expert's page renews itself.
    await expect(notesOf(expert, first)).toHaveValue(both, { timeout: 30_000 });
    await expect(expert.getByRole("main")).toContainText("Segnato presente");
    await expert.getByRole("button", { name: `Avvia ${second}` }).click();
    await expect(pointOf(expert, first)).toContainText("Trattato");

    const staff = await visit({ as: "staff.a" });
    await staff.goto("/area");
    await expect(staff.getByRole("main")).toContainText("Scrivere alle Camere in ritardo");
    await staff.goto(address);
    await staff.getByRole("link", { name: "Segui l’incontro in corso" }).click();
    await expect(staff.getByRole("main")).toContainText(`2 di 2: ${second}`);
    await expect(staff.getByRole("main")).not.toContainText("La Camera segnala");
    await expect(staff.getByRole("button", { name: /Avvia|Termina/ })).toHaveCount(0);
  });

  test("keeps what is typed without a network, also when its page is closed", async ({
    page,
    login,
    context,
  }) => {
    const address = `${await runningSession("Tavolo senza rete")}/in-corso`;
    await login({ as: "esperto" });
    await page.goto(address);
    await expect(notesOf(page, "Premessa")).toBeVisible();
    await context.setOffline(true);
    await notesOf(page, "Premessa").fill("Scritto mentre la rete non c’era");
    await expect(page.getByText("Non salvato: il portale non risponde o chiede di aspettare.")).toBeVisible();
    await page.close();
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(address);
    await expect(notesOf(later, "Premessa")).toHaveValue("Scritto mentre la rete non c’era");
    await expect(later.getByText(/Salvato alle/)).toBeVisible();
    const [kept] = await rows<{ markdown: string }>(
      "select markdown from minutes_point where session_id::text = $1 and position = -1",
      [address.split("/").at(-2)],
    );
    expect(kept?.markdown).toBe("Scritto mentre la rete non c’era");
  });
});

test.describe("Without JavaScript, a session on its day", () => {
  test.use({ javaScriptEnabled: false });

  test("is run by plain forms, conflict and all", async ({ page, login }) => {
    const title = "Tavolo senza script";
    const address = `${await runningSession(title)}/in-corso`;
    await login({ as: "coordinatore" });
    await page.goto(address);
    await page.getByRole("button", { name: `Avvia ${first}` }).click();
    await expect(page).toHaveURL(/point=[\w-]+#point-/);
    await expect(pointOf(page, first).getByRole("timer")).toBeVisible();
    await notesOf(page, first).fill("La mia versione");
    await rows(
      `with held as (
         insert into session_minutes (session_id, updated_at) select id, now() from session where title = $1 returning session_id)
       insert into minutes_point (id, session_id, agenda_item_id, position, title, markdown, html, version, written_by_id, written_at)
       select gen_random_uuid(), held.session_id, a.id, a.position, a.title, 'La versione di un’altra persona', '', 2, p.id, '2026-03-24T08:01Z'
       from held join agenda_item a on a.session_id = held.session_id and a.position = 0, person p where p.email = 'esperto@demo.test'`,
      [title],
    );
    await pointOf(page, first).getByRole("button", { name: "Salva le note" }).click();
    const point = pointOf(page, first);
    await expect(point.getByRole("alert")).toContainText("Corrado Melograni");
    await expect(point.getByLabel("Testo salvato")).toHaveText("La versione di un’altra persona");
    await expect(notesOf(page, first)).toHaveValue("La mia versione");
    await point.getByRole("button", { name: "Aggiungi il mio sotto" }).click();
    await expect(notesOf(page, first)).toHaveValue("La versione di un’altra persona\n\nLa mia versione");

    await page.getByLabel(`Nuova decisione: ${first}`).fill("Decisa senza script");
    await pointOf(page, first).getByRole("button", { name: "Aggiungi decisione" }).click();
    await expect(pointOf(page, first)).toContainText("Decisa senza script");
    await page.getByLabel(`Nuova attività: ${first}`).fill("Da fare senza script");
    await pointOf(page, first).getByRole("button", { name: "Aggiungi attività" }).click();
    await expect(pointOf(page, first).getByRole("alert")).toContainText("Scrivete entro quando.");
    await expect(page.getByLabel(`Nuova attività: ${first}`)).toHaveValue("Da fare senza script");
    await pointOf(page, first).getByLabel("Chi se ne occupa").selectOption({ label: "Nives Calamari" });
    await pointOf(page, first).getByLabel("Entro").fill("2026-04-01");
    await pointOf(page, first).getByRole("button", { name: "Aggiungi attività" }).click();
    await expect(pointOf(page, first)).toContainText("Nives Calamari, entro il 1 aprile 2026");

    await page.getByRole("button", { name: "Nives Calamari è qui" }).click();
    await expect(page).toHaveURL(/#here$/);
    await expect(page.getByRole("main")).toContainText("Segnato presente");
    await page.getByRole("button", { name: `Termina ${first}` }).click();
    await expect(pointOf(page, first)).toContainText("Trattato");
  });
});
