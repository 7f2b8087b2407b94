import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";

test("Two people change one session: the second is told by whom, and loses nothing", async ({
  page,
  login,
  visit,
}) => {
  // A second coordinator beside the demonstration's one.
  await rows(
    `INSERT INTO role_assignment (id, person_id, role, programme_id, from_at)
     SELECT gen_random_uuid(), person.id, 'COORDINATOR', programme.id, '2026-03-01' FROM person, programme
     WHERE email = 'gemma.roverelli@demo.test' AND slug = 'camere-nuova-edizione'`,
  );
  await login({ as: "coordinatore" });
  await page.goto("/area/programmi/camere-nuova-edizione/incontri/nuovo");
  await page.getByLabel("Titolo", { exact: true }).fill("Riunione a due mani");
  await page.getByLabel("Data", { exact: true }).fill("2026-05-07");
  await page.getByLabel("Ora di inizio").fill("10:00");
  await page.getByLabel("Ora di fine").fill("11:00");
  await page.getByRole("button", { name: "Salva la bozza" }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "Riunione a due mani" })).toBeVisible();
  const address = page.url();
  await page.getByRole("link", { name: "Modifica", exact: true }).click();
  await expect(page.getByLabel("Titolo", { exact: true })).toHaveValue("Riunione a due mani");

  const colleague = await visit({ as: "gemma.roverelli" });
  await colleague.goto(`${address}/modifica`);
  await colleague.getByLabel("Ora di fine").fill("12:00");
  await colleague.getByRole("button", { name: "Salva la bozza" }).last().click();
  await expect(colleague.getByRole("heading", { level: 1, name: "Riunione a due mani" })).toBeVisible();

  const text = "Portate le matrici stampate.";
  await page.getByLabel("Descrizione").fill(text);
  await page.getByLabel("Punto 1: titolo").fill("Lettura comune");
  await page.getByRole("button", { name: "Salva la bozza" }).last().click();
  const told = page.getByRole("main").getByRole("alert");
  await expect(told).toBeFocused();
  await expect(told).toContainText("Nel frattempo Gemma Roverelli ha modificato questi dati (24 marzo 2026");
  await expect(page.getByLabel("Descrizione")).toHaveValue(text);
  await expect(page.getByLabel("Punto 1: titolo")).toHaveValue("Lettura comune");

  // Nothing was overwritten until it is sent once more, in knowledge.
  await colleague.reload();
  await expect(colleague.getByRole("main")).toContainText("10:00-12:00");
  await expect(colleague.getByRole("main")).not.toContainText(text);
  await page.getByRole("button", { name: "Salva la bozza" }).last().click();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("main")).toContainText(text);
});
