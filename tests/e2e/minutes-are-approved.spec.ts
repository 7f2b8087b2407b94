import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { mailsAbout, rows } from "@/tests/support/e2e-database";

const title = "Riunione da verbalizzare";

/** A session of the running edition that was held and closed; expert and the referent of Valfiorita were there. */
async function heldSession(name: string): Promise<string> {
  const [session] = await rows<{ id: string }>(
    `with held as (
       insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, audience, state, convened_at, closed_at, updated_at)
       select gen_random_uuid(), id, 'TABLE', $1, '2026-03-20T09:00Z', '2026-03-20T11:00Z', 'WEBCONFERENCE', 'PROGRAMME',
         'CLOSED', '2026-03-10', '2026-03-20T12:00Z', now()
       from programme where slug = 'camere-nuova-edizione' returning id),
     agenda as (
       insert into agenda_item (id, session_id, position, title)
       select gen_random_uuid(), id, 0, 'Le matrici consegnate' from held),
     invited as (
       insert into session_invitee (session_id, person_id) select held.id, p.id from held, person p
       where p.email in ('esperto@demo.test', 'referente.a@demo.test', 'coordinatore@demo.test'))
     insert into attendance (session_id, person_id, present)
     select held.id, p.id, true from held, person p
     where p.email in ('esperto@demo.test', 'referente.a@demo.test') returning session_id as id`,
    [name],
  );
  if (!session) throw new Error("no session");
  return `/area/programmi/camere-nuova-edizione/incontri/${session.id}`;
}

test.describe("Minutes are written, disputed, approved and published", () => {
  test("by who runs the programme and those who were there", async ({ page, login, visit }) => {
    // Four people, one after the other.
    test.slow();
    const address = await heldSession(title);
    await login({ as: "coordinatore" });
    await page.goto(address);
    await page.getByRole("link", { name: "Scrivi il verbale" }).click();
    await page.getByRole("button", { name: "Comincia il verbale" }).click();
    await expect(page.getByRole("heading", { name: "Le matrici consegnate" })).toBeVisible();

    await page.getByRole("link", { name: "Scrivi Le matrici consegnate" }).click();
    await page.getByLabel("Testo (facoltativo)").fill("Si esaminano **quattro matrici**.");
    await page.getByLabel("Decisione 1 (facoltativo)").fill("Ogni Camera manda la matrice corretta.");
    await page.getByLabel("Attività 1 (facoltativo)").fill("Preparare l’esempio di matrice");
    await page.getByRole("button", { name: "Salva", exact: true }).click();
    const summary = page.getByRole("alert").filter({ hasText: "da correggere" });
    await expect(summary).toContainText("Attività 1: chi se ne occupa: Scegliete chi se ne occupa.");
    await expect(page.getByLabel("Testo (facoltativo)")).toHaveValue("Si esaminano **quattro matrici**.");
    await page.getByLabel("Attività 1: chi se ne occupa").selectOption({ label: "Nives Calamari" });
    await page.getByLabel("Attività 1: entro").fill("2026-03-31");
    await page.getByRole("button", { name: "Salva", exact: true }).click();
    await expect(page.getByRole("main").getByRole("strong")).toContainText(["quattro matrici"]);
    await expect(page.getByRole("main")).toContainText("Nives Calamari, entro il 31 marzo 2026");

    await page.getByRole("link", { name: "Proponi per l’approvazione" }).click();
    await expect(page.getByRole("main")).toContainText("Corrado Melograni");
    await expect(page.getByRole("main")).toContainText("martedì 31 marzo 2026");
    await page.getByRole("button", { name: "Proponi il verbale" }).click();
    await expect(page.getByRole("main")).toContainText(
      "In attesa di approvazione fino a martedì 31 marzo 2026",
    );
    await expect(page.getByRole("link", { name: /^Scrivi/ })).toHaveCount(0);
    await expect
      .poll(async () => (await mailsAbout(title, "notifications.minutesProposed")).map(({ to }) => to).sort())
      .toEqual(["esperto@demo.test", "referente.a@demo.test"]);

    // Who took on the task finds it on the first page, and is done with it there.
    const staff = await visit({ as: "staff.a" });
    await staff.goto("/area");
    await expect(staff.getByRole("main")).toContainText("Preparare l’esempio di matrice");
    await staff.getByRole("button", { name: "Fatta Preparare l’esempio di matrice" }).click();
    await expect(staff.getByRole("main")).not.toContainText("Preparare l’esempio di matrice");

    const referent = await visit({ as: "referente.a" });
    await referent.goto("/area");
    await referent.getByRole("link", { name: `Leggete ${title}` }).click();
    await referent.getByLabel("Ho un’osservazione").check();
    await referent.getByRole("button", { name: "Rispondi" }).click();
    await expect(referent.getByRole("main").getByRole("alert")).toContainText(
      "Scrivete che cosa va corretto",
    );
    await referent.getByLabel("Osservazione (facoltativo)").fill("Le matrici erano cinque.");
    await referent.getByRole("button", { name: "Rispondi" }).click();
    await expect(referent.getByRole("main")).toContainText("Le matrici erano cinque.");
    await expect(referent.getByRole("button", { name: "Rispondi" })).toHaveCount(0);
    await expect
      .poll(async () => (await mailsAbout(title, "notifications.minutesObjected")).map(({ to }) => to))
      .toEqual(["coordinatore@demo.test"]);

    await page.reload();
    await expect(page.getByRole("main")).toContainText("C’è un’osservazione");
    await page.getByRole("link", { name: "Scrivi Le matrici consegnate" }).click();
    await page.getByLabel("Testo (facoltativo)").fill("Si esaminano **cinque matrici**.");
    await page.getByRole("button", { name: "Salva", exact: true }).click();
    await page.getByRole("link", { name: "Proponi di nuovo" }).click();
    await page.getByRole("button", { name: "Proponi il verbale" }).click();
    await expect(page.getByRole("heading", { name: "Proposta 2" })).toBeVisible();

    const expert = await visit({ as: "esperto" });
    for (const one of [referent, expert]) await approve(one, address);
    await expect(expert.getByRole("main")).toContainText("Il verbale è approvato");
    await page.reload();
    await page.getByRole("button", { name: "Pubblica il verbale" }).click();
    await expect(page.getByRole("main")).toContainText("Pubblicato martedì 24 marzo 2026");
    await expect(page.getByRole("main")).toContainText("Le matrici erano cinque.");

    const link = page.getByRole("link", { name: "Verbale approvato (PDF), proposta 2" });
    await expect(async () => {
      await page.reload();
      await expect(link.first()).toBeVisible({ timeout: 1_000 });
    }).toPass();
    const [download] = await Promise.all([page.waitForEvent("download"), link.first().click()]);
    expect(download.suggestedFilename()).toBe("verbale-2026-03-20.pdf");
    await expect(page.getByRole("main").getByRole("code").first()).toHaveText(/^[0-9a-f]{64}$/);

    await page.getByRole("link", { name: "Chiedi una consegna agli enti Decisione 1" }).click();
    await expect(page.getByLabel("Titolo")).toHaveValue("Ogni Camera manda la matrice corretta.");
    await page.getByLabel("Giorno", { exact: true }).fill("2026-04-17");
    await page.getByRole("button", { name: "Chiedi agli enti" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "Ogni Camera manda la matrice corretta." }),
    ).toBeVisible();
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("link", { name: "Apri il verbale" }).click();
    await expect(page.getByRole("link", { name: "Consegna richiesta Decisione 1" })).toBeVisible();
  });
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody who was there objects by a plain form", async ({ page, login }) => {
    const address = await heldSession("Riunione senza script");
    await rows(
      `with begun as (
         insert into session_minutes (session_id, state, round, text, term_ends_at, updated_at)
         select id, 'PROPOSED', 1, 'Sono presenti tutti.', '2026-03-31T21:59:59Z', now()
         from session where title = 'Riunione senza script' returning session_id),
       round as (
         insert into minutes_round (session_id, number, text, proposed_at, term_ends_at)
         select session_id, 1, 'Sono presenti tutti.', '2026-03-23', '2026-03-31T21:59:59Z' from begun)
       insert into minutes_point (id, session_id, position, markdown, html, written_at)
       select gen_random_uuid(), session_id, -1, 'Sono presenti tutti.', '<p>Sono presenti tutti.</p>', now() from begun`,
    );
    await login({ as: "referente.a" });
    await page.goto(`${address}/verbale`);
    await expect(page.getByRole("main")).toContainText("Sono presenti tutti.");
    await page.getByRole("button", { name: "Rispondi" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("La vostra risposta");
    await page.getByLabel("Ho un’osservazione").check();
    await page.getByLabel("Osservazione (facoltativo)").fill("Mancava Pontelungo.");
    await page.getByRole("button", { name: "Rispondi" }).click();
    await expect(page.getByRole("main")).toContainText("Mancava Pontelungo.");
    await expect(page.getByRole("main")).toContainText("Con osservazioni");
  });
});

async function approve(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/verbale`);
  await page.getByLabel("Approvo").check();
  await page.getByRole("button", { name: "Rispondi" }).click();
  await expect(page.getByRole("button", { name: "Rispondi" })).toHaveCount(0);
}
