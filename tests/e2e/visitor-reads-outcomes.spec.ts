import ICAL from "ical.js";
import { expect, test } from "@/tests/support/e2e";

test.describe("A visitor reads the outcomes", () => {
  test("goes from the home page to figures, calendar, search and the other language", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Vedi i programmi" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Programmi" })).toBeVisible();
    await page
      .getByRole("main")
      .getByRole("link", {
        name: "Le Camere di commercio provano il nuovo sistema dei profili professionali",
      })
      .click();
    const parts = page.getByRole("navigation", { name: "Pagine del programma" });
    await parts.getByRole("link", { name: "Esiti" }).click();
    await expect(page).toHaveURL("/programmi/camere-nuova-edizione/esiti");
    await expect(parts.getByRole("link", { name: "Esiti" })).toHaveAttribute("aria-current", "page");

    // The figure, its chart and the table that says the same.
    await expect(
      page.getByRole("heading", { name: "Dipendenti con il nuovo profilo assegnato" }),
    ).toBeVisible();
    await expect(page.getByText("412 dipendenti su 555, da 5 enti su 6")).toBeVisible();
    const table = page.getByRole("table", { name: "Dipendenti con il nuovo profilo assegnato" });
    await expect(table.getByRole("row", { name: /Valfiorita/ })).toContainText("118 su 142");
    await expect(table.getByRole("row", { name: /Colle d’Ulivo/ })).toContainText("non pervenuto");
    const csv = await page.request.get(
      (await page.getByRole("link", { name: "Scarica i dati (CSV)" }).getAttribute("href")) ?? "",
    );
    expect(csv.headers()["content-type"]).toContain("text/csv");
    expect(await csv.text()).toContain("Valfiorita");

    await page
      .getByRole("navigation", { name: "Navigazione principale" })
      .getByRole("link", { name: "Esiti" })
      .click();
    await expect(page).toHaveURL("/esiti");
    await page.getByLabel("Parole", { exact: true }).fill("colloquio");
    await page.getByRole("button", { name: "Filtra" }).click();
    await expect(page.getByRole("main")).toContainText("La traccia di colloquio è ora materiale a riuso");
    await expect(page.getByRole("main")).not.toContainText("Tre dipendenti su quattro");

    await page.getByRole("searchbox", { name: "Cerca nel portale" }).fill("incontro aperto");
    await page.getByRole("searchbox", { name: "Cerca nel portale" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Cerca" })).toBeVisible();
    const hit = page.getByRole("link", { name: "Il Manuale dei nuovi profili: incontro aperto" });
    await hit.click();
    await expect(
      page.getByRole("heading", { level: 1, name: "Il Manuale dei nuovi profili: incontro aperto" }),
    ).toBeVisible();

    await page.getByRole("navigation", { name: "Lingua" }).getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL(/\/en\/programmes\/camere-nuova-edizione\/sessions\//);
    await expect(page.getByRole("main")).toContainText("Wednesday 8 April 2026");
    await page
      .getByRole("navigation", { name: "Main navigation" })
      .getByRole("link", { name: "Outcomes" })
      .click();
    await expect(page).toHaveURL("/en/outcomes");
    await page.getByRole("navigation", { name: "Language" }).getByRole("link", { name: "Italiano" }).click();
    await expect(page).toHaveURL("/esiti");
  });

  test("finds nothing that is reserved", async ({ page }) => {
    for (const words of ["Bozza condivisa", "Competenze digitali nelle schede", "Mirtilli"]) {
      await page.goto(`/cerca?q=${encodeURIComponent(words)}`);
      await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
      await expect(page.getByRole("main").getByRole("article")).toHaveCount(0);
    }
    await page.goto("/area");
    await expect(page).toHaveURL(/\/accedi/);
  });

  test("sees the month as a grid and takes the calendar along", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Calendario completo" }).click();
    await expect(page.getByRole("table", { name: "Calendario di marzo 2026" })).toBeVisible();
    await expect(page.getByRole("cell", { name: "24 oggi" })).toBeVisible();
    await page.getByRole("link", { name: "Mese successivo" }).click();
    const april = page.getByRole("table", { name: "Calendario di aprile 2026" });
    await expect(april.getByRole("cell", { name: /^14 / })).toContainText(
      "3ª sessione di assistenza tecnica",
    );
    await expect(april.getByRole("cell", { name: /^6 / })).toContainText("Lunedì dell’Angelo");

    const address = await page.getByRole("link", { name: "Scarica o iscriviti (.ics)" }).getAttribute("href");
    const feed = await page.request.get(address ?? "");
    expect(feed.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
    const titles = eventsOf(await feed.text()).map(({ summary }) => summary);
    expect(titles).toContain("Il Manuale dei nuovi profili: incontro aperto");
    expect(titles).toContain("Presentazione finale");
  });

  test("sees the month as a list on a telephone @mobile", async ({ page }) => {
    await page.goto("/calendario?month=2026-04");
    await expect(page.getByRole("heading", { name: "martedì 14 aprile" })).toBeVisible();
    await expect(page.getByRole("table")).toHaveCount(0);
    await page.getByRole("link", { name: /Presentazione finale/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Presentazione finale" })).toBeVisible();
  });

  test("gets the five meetings of 2012 at their hours", async ({ request }) => {
    const feed = await request.get("/programmi/camere-profili-professionali/calendario.ics");
    const meetings = eventsOf(await feed.text()).map((event) => [
      event.summary,
      event.component.getFirstProperty("dtstart")?.getParameter("tzid"),
      event.startDate.toString(),
      event.endDate.toString(),
    ]);
    const at = (day: string) => ["Europe/Rome", `${day}T10:30:00`, `${day}T12:30:00`];
    expect(meetings).toEqual([
      ["Incontro di avvio", ...at("2012-07-09")],
      ["1ª sessione di assistenza tecnica", ...at("2012-09-04")],
      ["2ª sessione di assistenza tecnica", ...at("2012-09-25")],
      ["3ª sessione di assistenza tecnica", ...at("2012-10-09")],
      ["Presentazione finale", ...at("2012-10-23")],
    ]);
  });
});

function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((vevent) => new ICAL.Event(vevent));
}
