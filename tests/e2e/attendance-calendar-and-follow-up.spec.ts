import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { expect, test } from "@/tests/support/e2e";
import { rows } from "@/tests/support/e2e-database";
import { readPdf } from "@/tests/support/pdf";

const edition = "/area/programmi/camere-nuova-edizione";

test.describe("The coordinator keeps the register of a session", () => {
  test("records who was there, prints the register, and each has its own certificate", async ({
    page,
    login,
    visit,
  }) => {
    const { id, title } = await aSessionHeld();
    await login({ as: "coordinatore" });
    await page.goto("/area");
    await expect(page.getByRole("heading", { name: "Incontri da chiudere" })).toBeVisible();
    await page.getByRole("link", { name: title, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const toSign = await pdfBehind(page, "Registro da firmare (PDF)");
    expect(toSign.text).toContain("Firma");
    expect(toSign.text).toContain("Ilario Mirtilli");
    expect(toSign).toMatchObject({ isMarked: true, language: "it-IT" });

    await page.getByRole("link", { name: "Presenze", exact: true }).click();
    await page.getByLabel("Persona", { exact: true }).selectOption({ label: "Teodora Ulmari" });
    await page.getByRole("button", { name: "Aggiungi tra i presenti" }).click();
    const came = page.getByRole("group", { name: /Teodora Ulmari/ });
    await expect(came).toContainText("Senza convocazione");
    await expect(came.getByLabel("Presente")).toBeChecked();

    await page
      .getByRole("group", { name: /Nives Calamari/ })
      .getByLabel("Presente")
      .check();
    await page
      .getByRole("group", { name: /Ilario Mirtilli/ })
      .getByLabel("Assente")
      .check();
    await page
      .getByLabel("Motivo in breve dell’assenza di Ilario Mirtilli")
      .selectOption({ label: "Altri impegni di servizio" });
    await page.getByLabel("Motivo dell’assenza di Ilario Mirtilli").fill("udienza in tribunale");
    await page.getByLabel("Inizio effettivo").fill("10:10");
    await page.getByLabel("Fine effettiva").fill("09:00");
    await page.getByRole("button", { name: "Salva le presenze" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "da correggere" });
    await expect(summary).toContainText("La fine effettiva viene dopo l’inizio effettivo");
    await expect(page.getByLabel("Motivo dell’assenza di Ilario Mirtilli")).toHaveValue(
      "udienza in tribunale",
    );
    await page.getByLabel("Fine effettiva").fill("12:40");
    await page.getByRole("button", { name: "Salva le presenze" }).click();

    await expect(page.getByRole("heading", { name: "Presenze per ente" })).toBeVisible();
    const bodies = page.getByRole("table", { name: "Enti e persone presenti e assenti" });
    await expect(bodies.getByRole("row", { name: /Valfiorita/ })).toContainText("Presente");
    await expect(bodies).toContainText("Ilario Mirtilli: Altri impegni di servizio, udienza in tribunale");
    await expect(bodies).toContainText("Teodora Ulmari (senza convocazione)");
    await expect(page.getByRole("main")).toContainText("durata effettiva 2 ore e 30 minuti");
    const recorded = await pdfBehind(page, "Registro delle presenze (PDF)");
    expect(recorded.text).toContain("Presente, senza convocazione");
    expect(recorded.text).toContain("Altri impegni di servizio: udienza in tribunale");

    await page.getByRole("link", { name: "Chiudi l’incontro" }).click();
    await expect(page.getByRole("group", { name: /Nives Calamari/ }).getByLabel("Presente")).toBeChecked();
    await page.getByRole("button", { name: "Chiudi l’incontro" }).click();
    await expect(page.getByRole("main")).toContainText("Svolto");
    const address = page.url();

    // Who was there asks for the certificate; it is the same whenever it is printed.
    const member = await visit({ as: "staff.a" });
    await member.goto(address);
    await member.getByRole("button", { name: "Chiedete il vostro attestato" }).click();
    const link = member.getByRole("link", { name: /^Il vostro attestato, n\. \d+\/2026/ });
    const own = (await link.getAttribute("href")) ?? "";
    const certificate = await member.request.get(own);
    const printed = await certificate.body();
    const { text, tags } = await readPdf(printed);
    expect(text).toContain("Attestato di partecipazione");
    expect(text).toContain("Nives Calamari");
    expect(text).toContain("2 ore e 30 minuti");
    expect(tags).toContain("H1");
    expect((await (await member.request.get(own)).body()).equals(printed)).toBe(true);

    // Another's is not there, and who was away has nothing to ask for.
    const other = await visit({ as: "staff.b" });
    await other.goto(address);
    await expect(other.getByRole("button", { name: "Chiedete il vostro attestato" })).toHaveCount(0);
    expect((await other.request.get(own)).status()).toBe(404);
    expect((await other.request.get(`/api/attendance/register/${id}`)).status()).toBe(403);

    await page.goto(`${edition}/seguito`);
    const matrix = page.getByRole("table", { name: /Enti per incontro/ });
    await expect(matrix.getByRole("row", { name: /^Valfiorita/ })).toContainText("Presente");
    const followed = page.getByRole("table", { name: /^Incontri con lo stato/ });
    await expect(followed.getByRole("row", { name: new RegExp(title) })).toContainText("2 ore e 30 minuti");
  });

  test("puts the protocol on the convening letter", async ({ page, login, visit }) => {
    const { id } = await aSessionHeld();
    await login({ as: "coordinatore" });
    await page.goto(`${edition}/incontri/${id}`);
    await page.getByRole("link", { name: "Numero di protocollo" }).click();
    await page.getByLabel("Data di protocollo").fill("2026-03-10");
    await page.getByRole("button", { name: "Salva" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "da correggere" })).toContainText(
      "La data va scritta insieme al numero",
    );
    const number = `${id.slice(0, 6)}/2026`;
    await page.getByLabel("Numero di protocollo").fill(number);
    await page.getByRole("button", { name: "Salva" }).click();
    await expect(page.getByRole("main")).toContainText(`Protocollo n. ${number} del 10 marzo 2026`);
    const member = await visit({ as: "staff.a" });
    await member.goto(`${edition}/incontri/${id}`);
    const letter = await pdfBehind(member, "Lettera di convocazione (PDF)");
    expect(letter.text).toContain(`Protocollo n. ${number} del 10 marzo 2026`);
    expect(letter.text).toContain("Nives Calamari");
    expect(letter.text).not.toContain("Ilario Mirtilli");
  });
});

test("A person's own calendar shows an extension of its body by the new date", async ({
  page,
  login,
  visit,
}) => {
  const [owed] = await rows<{ id: string; title: string }>(
    `select d.id, r.title from deliverable d join deliverable_request r on r.id = d.request_id
     join programme p on p.id = r.programme_id join organisation o on o.id = d.organisation_id
     where p.slug = 'camere-nuova-edizione' and o.slug = 'valfiorita' and d.state = 'TO_DO'
     order by d.due_at desc limit 1`,
  );
  if (!owed) throw new Error("nothing is owed");
  const member = await visit({ as: "staff.a" });
  await member.goto("/area/profilo");
  const address = await member
    .getByRole("textbox", { name: "Indirizzo segreto del calendario" })
    .inputValue();
  const path = new URL(address).pathname;
  const entries = async () => {
    const answer = await page.request.get(path);
    const root = new ICAL.Component(ICAL.parse(await answer.text()));
    return {
      etag: answer.headers().etag ?? "",
      all: root.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)),
    };
  };
  const before = await entries();
  expect(before.all.find((one) => one.uid.startsWith(owed.id))?.summary).toContain("Da consegnare: ");
  const known = await page.request.get(path, { headers: { "if-none-match": before.etag } });
  expect(known.status()).toBe(304);

  await login({ as: "coordinatore" });
  await page.goto(`${edition}/consegne/${owed.id}`);
  await page.getByText("Concedi una proroga a questo ente").click();
  await page.getByLabel("Nuovo termine").fill("2026-09-30");
  await page
    .getByRole("group")
    .filter({ hasText: "Concedi" })
    .getByLabel("Motivo")
    .fill("Malattia del referente");
  await page.getByRole("button", { name: "Concedi la proroga" }).click();
  await expect(page.getByRole("main")).toContainText("Proroga al 30 settembre 2026");

  const after = await entries();
  expect(after.etag).not.toBe(before.etag);
  const entry = after.all.find((one) => one.uid.startsWith(owed.id));
  expect(entry?.summary).toContain("Da consegnare (proroga): ");
  expect(entry?.startDate.toString()).toBe("2026-09-30T23:59:59");
  await member.goto("/area/calendario?view=week&week=2026-09-28&mine=on");
  await expect(member.getByRole("main")).toContainText(`${owed.title} (Valfiorita, prorogata)`);
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a visitor reads the calendar by week and as a list, with filters", async ({ page }) => {
    await page.goto("/calendario");
    await page.getByRole("link", { name: "Settimana", exact: true }).click();
    await expect(page).toHaveURL(/view=week/);
    await page.goto("/calendario?view=week&week=2026-04-01");
    await expect(page.getByRole("heading", { level: 2, name: "30 marzo-5 aprile 2026" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(7);
    await page.getByRole("link", { name: "Settimana successiva" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "6-12 aprile 2026" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Lunedì dell’Angelo");

    await page.goto("/calendario?month=2026-04&view=list");
    const table = page.getByRole("table");
    const all = await table.getByRole("row").count();
    await page.getByLabel("Tipo di incontro").selectOption({ label: "Divulgazione" });
    await page.getByRole("button", { name: "Applica" }).click();
    await expect(page).toHaveURL(/view=list/);
    await expect(table).toContainText("Divulgazione");
    expect(await table.getByRole("row").count()).toBeLessThan(all);
    await page.getByLabel("Ente", { exact: true }).selectOption({ label: "Valfiorita" });
    await page.getByRole("button", { name: "Applica" }).click();
    await expect(page).toHaveURL(/body=valfiorita/);
    await expect(page.getByRole("link", { name: "Togli i filtri" })).toBeVisible();
    await page.getByRole("link", { name: "Settimana", exact: true }).click();
    await expect(page).toHaveURL(/body=valfiorita/);
    await page.getByRole("link", { name: "Togli i filtri" }).click();
    await expect(page).not.toHaveURL(/body=/);
    await expect(page).toHaveURL(/view=week/);
  });
});

/** A convened session of the running edition that ended six days ago, with people of two bodies. */
async function aSessionHeld(): Promise<{ id: string; title: string }> {
  const id = randomUUID();
  const title = `Tavolo sulle presenze ${id.slice(0, 4)}`;
  await rows(
    `insert into session (id, programme_id, kind, title, starts_at, ends_at, mode, place, audience, state,
       convened_at, announced_minutes, vevent, updated_at)
     select $1, id, 'TABLE', $2, '2026-03-18T09:00Z', '2026-03-18T11:00Z', 'IN_PERSON', 'Sala Verde', 'PROGRAMME',
       'CONVENED', '2026-03-01T09:00Z', 180, '', '2026-03-01T09:00Z'
     from programme where slug = 'camere-nuova-edizione'`,
    [id, title],
  );
  await rows(
    `insert into session_invitee (session_id, person_id, organisation_id)
     select $1, r.person_id, r.organisation_id from role_assignment r
     join person p on p.id = r.person_id join programme g on g.id = r.programme_id
     where g.slug = 'camere-nuova-edizione' and p.email in ('staff.a@demo.test', 'staff.b@demo.test')
       and r.organisation_id is not null`,
    [id],
  );
  return { id, title };
}

async function pdfBehind(page: Page, name: string) {
  const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return readPdf(await answer.body());
}
