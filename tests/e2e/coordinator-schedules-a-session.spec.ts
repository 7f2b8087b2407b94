import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { expect, test } from "@/tests/support/e2e";
import { type Mail, mailsAbout } from "@/tests/support/e2e-database";
import { focusByTab, typeDate, typeText, typeTime } from "@/tests/support/e2e-keyboard";

const sessions = "/area/programmi/camere-nuova-edizione/incontri";
const room = "https://stanza.istituto.example/raccordo";

test.describe("The coordinator schedules a session", () => {
  test("schedules, convenes, changes and cancels it", async ({ page, login, visit }) => {
    const title = "Riunione sul raccordo dei profili";
    await login({ as: "coordinatore" });
    await page.goto("/area");
    await page.getByRole("link", { name: "Profili professionali, edizione 2026" }).first().click();
    await page.getByRole("link", { name: "Incontri", exact: true }).click();
    await page.getByRole("link", { name: "Nuovo incontro" }).click();

    await page.getByLabel("Titolo", { exact: true }).fill(title);
    await page.getByLabel("Data", { exact: true }).fill("2026-04-06");
    await page.getByLabel("Ora di inizio").fill("11:00");
    await page.getByLabel("Ora di fine").fill("10:00");
    await page.getByLabel("Collegamento alla stanza").fill(room);
    await page.getByLabel("Punto 1: titolo").fill("Le matrici consegnate");
    await page.getByLabel("Punto 1: minuti").fill("50");
    await page.getByLabel("Punto 2: titolo").fill("Profili senza corrispondenza");
    await page.getByLabel("Punto 2: chi lo tratta").fill("Corrado Melograni");
    await page.getByLabel("Punto 2: minuti").fill("45");
    await expect(page.getByRole("status").filter({ hasText: /^95$/ })).toBeVisible();
    await page.getByRole("button", { name: "Continua" }).click();

    // Easter Monday, and an end before the start.
    const summary = page.getByRole("alert").filter({ hasText: "da correggere" });
    await expect(summary).toBeFocused();
    await expect(summary).toContainText("festivo (Lunedì dell’Angelo)");
    await expect(summary).toContainText("martedì 7 aprile 2026");
    await expect(summary).toContainText("Ora di fine: Scrivete un’ora dopo le 11:00");
    await expectKept(page, title);
    await summary.getByRole("link", { name: /^Data:/ }).click();
    await expect(page.getByLabel("Data", { exact: true })).toBeFocused();
    await expect(page.getByLabel("Data", { exact: true })).toHaveAccessibleDescription(/festivo/);

    // A working day, but more to say than time to say it in.
    await page.getByLabel("Data", { exact: true }).fill("2026-04-16");
    await page.getByLabel("Ora di fine").fill("12:00");
    await page.getByRole("button", { name: "Continua" }).click();
    await expect(summary).toContainText("I punti durano 95 minuti, l’incontro ne dura 60");
    await expect(summary).toContainText("spostate la fine alle 12:35");
    await expectKept(page, title);

    await page.getByLabel("Ora di fine").fill("12:35");
    await page.getByRole("button", { name: "Continua" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Convoca l’incontro" })).toBeVisible();
    const convened = await convenedPeople(page);
    expect(convened).toBeGreaterThan(8);
    await expect(page.getByRole("main")).toContainText("Nives Calamari");
    await expect(page.getByRole("main")).toContainText("Nessuno dei convocati ha un altro incontro");
    expect(await mailsAbout(title), "nobody is told before the convening").toEqual([]);

    await page.getByRole("button", { name: "Convoca e manda le mail" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Convocato");
    const address = page.url();

    await expect.poll(async () => (await mailsAbout(title)).length).toBe(convened);
    const invitation = await mailTo("staff.a@demo.test", title, "REQUEST");
    const first = entryOf(invitation);
    expect(first.event.startDate.toString()).toBe("2026-04-16T11:00:00");
    expect(first.event.component.getFirstProperty("dtstart")?.getParameter("tzid")).toBe("Europe/Rome");
    expect(first.event.endDate.toString()).toBe("2026-04-16T12:35:00");
    expect(first.method).toBe("REQUEST");
    expect(first.event.sequence).toBe(0);
    expect(invitation.calendar, "the room's link stays on the page").not.toContain(room);

    // Somebody convened reads it and answers.
    const chamber = await visit({ as: "staff.b" });
    await chamber.goto(address);
    await expect(chamber.getByRole("main")).toContainText("Profili senza corrispondenza");
    await chamber.getByRole("button", { name: "Partecipo", exact: true }).click();
    await expect(chamber.getByRole("main")).toContainText("scelta attuale");
    await page.reload();
    await expect(page.getByRole("row", { name: /Ilario Mirtilli/ })).toContainText("Partecipo");

    // The administrator sees that mails went, not what they say.
    const office = await visit({ as: "amministratore" });
    await office.goto("/area/amministrazione/posta");
    await expect(
      office.getByRole("row", { name: /staff\.a@demo\.test/ }).filter({ hasText: "Convocazione" }),
    ).not.toHaveCount(0);
    await expect(office.getByRole("main")).not.toContainText(title);

    await page.getByRole("link", { name: "Modifica", exact: true }).click();
    await page.getByLabel("Ora di inizio").fill("14:30");
    await page.getByLabel("Ora di fine").fill("16:30");
    await page.getByRole("button", { name: "Salva le modifiche" }).last().click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("main")).toContainText("14:30");
    await expect
      .poll(async () => (await mailsAbout(title, "notifications.sessionChanged")).length)
      .toBe(convened);
    const second = entryOf(await mailTo("staff.a@demo.test", title, "REQUEST"));
    expect(second.event.uid).toBe(first.event.uid);
    expect(second.event.sequence).toBe(1);
    expect(second.event.startDate.toString()).toBe("2026-04-16T14:30:00");

    await page.getByRole("link", { name: "Annulla l’incontro" }).click();
    await page.getByRole("button", { name: "Annulla l’incontro" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Motivo: Compilate" })).toBeFocused();
    await page.getByLabel("Motivo").fill("Le matrici si esaminano nella 3ª sessione.");
    await page.getByRole("button", { name: "Annulla l’incontro" }).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("main")).toContainText("Incontro annullato");
    await expect(page.getByRole("main")).toContainText("Le matrici si esaminano nella 3ª sessione.");
    await expect
      .poll(async () => (await mailsAbout(title, "notifications.sessionCancelled")).length)
      .toBe(convened);
    const last = entryOf(await mailTo("staff.a@demo.test", title, "CANCEL"));
    expect(last.event.uid).toBe(first.event.uid);
    expect(last.method).toBe("CANCEL");
    expect(last.event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  test("does the same by keyboard alone", async ({ page, login }) => {
    const title = "Riunione convocata da tastiera";
    await login({ as: "coordinatore" });
    await page.goto(sessions);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Vai al contenuto" })).toBeFocused();
    await page.keyboard.press("Enter");
    await focusByTab(page.getByRole("link", { name: "Nuovo incontro" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Nuovo incontro" })).toBeVisible();

    await typeText(page.getByLabel("Titolo", { exact: true }), title);
    await typeDate(page.getByLabel("Data", { exact: true }), "2026-04-06");
    await typeTime(page.getByLabel("Ora di inizio"), "09:30");
    await typeTime(page.getByLabel("Ora di fine"), "08:30");
    await typeText(page.getByLabel("Collegamento alla stanza"), room);
    await typeText(page.getByLabel("Punto 1: titolo"), "Avvio");
    await typeText(page.getByLabel("Punto 1: minuti"), "30");
    await focusByTab(page.getByRole("button", { name: "Aggiungi un punto" }));
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Punto 4: titolo")).toBeFocused();
    await page.keyboard.type("Chiusura");
    await focusByTab(page.getByRole("button", { name: "Continua" }));
    await page.keyboard.press("Enter");

    const summary = page.getByRole("alert").filter({ hasText: "da correggere" });
    await expect(summary).toBeFocused();
    await focusByTab(summary.getByRole("link", { name: /^Data:/ }));
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Data", { exact: true })).toBeFocused();
    await typeDate(page.getByLabel("Data", { exact: true }), "2026-04-17");
    await typeTime(page.getByLabel("Ora di fine"), "10:30");
    await focusByTab(page.getByRole("button", { name: "Continua" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Convoca l’incontro" })).toBeVisible();

    await focusByTab(page.getByRole("button", { name: "Convoca e manda le mail" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Chiusura");
    await expect.poll(async () => (await mailsAbout(title)).length).toBeGreaterThan(8);

    await focusByTab(page.getByRole("link", { name: "Modifica", exact: true }));
    await page.keyboard.press("Enter");
    await typeTime(page.getByLabel("Ora di fine"), "11:00");
    await focusByTab(page.getByRole("button", { name: "Salva le modifiche" }).last());
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toContainText("11:00");

    await focusByTab(page.getByRole("link", { name: "Annulla l’incontro" }));
    await page.keyboard.press("Enter");
    await typeText(page.getByLabel("Motivo"), "Prova conclusa.");
    await focusByTab(page.getByRole("button", { name: "Annulla l’incontro" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toContainText("Incontro annullato");
  });
});

async function expectKept(page: Page, title: string): Promise<void> {
  await expect(page.getByLabel("Titolo", { exact: true })).toHaveValue(title);
  await expect(page.getByLabel("Ora di inizio")).toHaveValue("11:00");
  await expect(page.getByLabel("Collegamento alla stanza")).toHaveValue(room);
  await expect(page.getByLabel("Punto 2: chi lo tratta")).toHaveValue("Corrado Melograni");
  await expect(page.getByLabel("Punto 2: minuti")).toHaveValue("45");
}

async function convenedPeople(page: Page): Promise<number> {
  const heading = page.getByRole("heading", { name: /persone riceveranno la mail/ });
  return Number.parseInt(await heading.innerText(), 10);
}

/** The newest mail of a session to somebody. */
async function mailTo(address: string, title: string, method: "REQUEST" | "CANCEL"): Promise<Mail> {
  const mails = (await mailsAbout(title)).filter((mail) => mail.to === address && mail.method === method);
  const newest = mails.at(-1);
  if (!newest) throw new Error(`no ${method} to ${address}`);
  return newest;
}

function entryOf({ calendar }: Mail): { method: unknown; event: ICAL.Event } {
  const whole = new ICAL.Component(ICAL.parse(calendar ?? ""));
  const vevent = whole.getFirstSubcomponent("vevent");
  if (!vevent) throw new Error("no entry in the calendar");
  return { method: whole.getFirstPropertyValue("method"), event: new ICAL.Event(vevent) };
}
