import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e";
import { mailsAbout, rows } from "@/tests/support/e2e-database";
import { pdfFile, programFile, type SentFile, textFile } from "@/tests/support/e2e-files";

const definitive = "Schede dei profili, definitive";

test.describe("The staff of a chamber uploads a deliverable", () => {
  test("uploads, sends, corrects and sends again until it is approved", async ({ page, login, visit }) => {
    await login({ as: "staff.a" });
    await page.goto("/area");
    await expect(page.getByRole("heading", { name: "Oggi" })).toBeVisible();
    await page.getByRole("link", { name: `Apri ${definitive}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: definitive })).toBeVisible();
    const address = page.url();
    await expect(page.getByRole("main")).toContainText("Nessun file da leggere, per ora");

    // Over a slow line the bytes can be seen going, and stopped.
    const file = await pdfFile("Schede definitive.pdf", "Schede dei profili, definitive", 3_000_000);
    await choose(page, file);
    await page.getByLabel("Nota per i colleghi").fill("Quattordici schede");
    const line = await page.context().newCDPSession(page);
    await line.send("Network.enable");
    await throttle(line, 300_000);
    await send(page, 1);
    await expect(page.getByRole("progressbar")).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: /Caricato il \d+ % di \d/ })).toBeVisible();
    await page.getByRole("button", { name: "Interrompi" }).click();
    await expect(refusal(page)).toContainText("Caricamento interrotto. Nulla è stato salvato");
    await expect(page.getByLabel("Nota per i colleghi")).toHaveValue("Quattordici schede");
    expect(await versionsOf(address)).toEqual([]);

    await choose(page, file);
    await send(page, 1);
    await expect(page.getByRole("progressbar")).toBeVisible();
    await throttle(line, -1);
    await expect(page.getByRole("heading", { name: "La versione 1 è pronta" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Quattordici schede");
    await expect(page.getByRole("main")).toContainText(sha256(file.buffer));

    await page.getByRole("button", { name: "Invia la consegna" }).click();
    const receipt = page.getByText(/La consegna è stata inviata: ricevuta n\. \d+\/2026/).first();
    await expect(receipt).toBeVisible();
    const [, number] = /n\. (\d+)\//.exec(await receipt.innerText()) ?? [];
    await expectReceipt(page, `n. ${number}`);
    await expect
      .poll(async () => addressees(await mailsAbout(address.split("/").at(-1) ?? "")))
      .toContain("coordinatore@demo.test");

    const desk = await visit({ as: "coordinatore" });
    await desk.goto(address);
    await desk.getByRole("button", { name: "Apri la revisione" }).click();
    await desk.getByRole("radio", { name: "Chiedi di correggere" }).check();
    await desk.getByRole("button", { name: "Registra l’esito" }).click();
    await expect(desk.getByRole("alert").filter({ hasText: "Commento: Scrivete che cosa" })).toBeFocused();
    await expect(desk.getByRole("radio", { name: "Chiedi di correggere" })).toBeChecked();
    await desk.getByLabel("Commento").fill("Manca la scheda dello sportello.");
    await desk.getByRole("button", { name: "Registra l’esito" }).click();
    await expect(desk.getByRole("heading", { name: /^Esito della revisione/ })).toHaveCount(0);

    await page.reload();
    await expect(page.getByRole("main")).toContainText("Il revisore chiede di correggere");
    await expect(page.getByRole("main")).toContainText("Manca la scheda dello sportello.");
    const second = await pdfFile("Schede definitive, corrette.pdf", "Con la scheda dello sportello");
    await choose(page, second);
    await send(page, 2);
    await expect(page.getByRole("heading", { name: "La versione 2 è pronta" })).toBeVisible();
    await page.getByRole("button", { name: "Invia la consegna" }).click();
    await expect(page.getByText(/La consegna è stata inviata: ricevuta/).first()).toBeVisible();

    await desk.reload();
    await desk.getByRole("button", { name: "Apri la revisione" }).click();
    await expect(desk.getByRole("heading", { name: /versione 2/ })).toBeVisible();
    await desk.getByRole("radio", { name: "Approva" }).check();
    await desk.getByRole("button", { name: "Registra l’esito" }).click();
    await expect(desk.getByRole("heading", { name: "Consegna approvata" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("main")).toContainText("Approvata");
    await desk.goto("/area/programmi/camere-nuova-edizione/consegne");
    const column = await desk.getByRole("columnheader", { name: definitive }).innerText();
    await expect(
      desk.getByRole("link", { name: new RegExp(`^Valfiorita, ${Number.parseInt(column, 10)}: *Approvata`) }),
    ).toBeVisible();

    // Both files stay as they were sent.
    expect((await versionsOf(address)).map(({ number: version, sha }) => [version, sha])).toEqual([
      [1, sha256(file.buffer)],
      [2, sha256(second.buffer)],
    ]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Scarica Schede definitive.pdf" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("Schede definitive.pdf");
    expect(sha256(await bytesOf(download))).toBe(sha256(file.buffer));
  });

  test("is told what is wrong with a file, and nothing is kept", async ({ page, login }) => {
    await login({ as: "staff.a" });
    await page.goto("/area");
    await page.getByRole("link", { name: "Apri Relazione finale" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Relazione finale" })).toBeVisible();
    const address = page.url();
    await page.getByLabel("Nota per i colleghi").fill("Prima bozza");
    const markup = "<!doctype html><script>alert(1)</script>";
    const wrong: [SentFile | null, string][] = [
      [null, "Scegliete un file"],
      [textFile("vuoto.pdf", ""), "Il file è vuoto"],
      [programFile("relazione.pdf"), "Questo tipo di file non si può caricare"],
      [textFile("relazione.html", markup, "text/html"), "Questo tipo di file non si può caricare"],
      [textFile("relazione.txt", markup), "Questo tipo di file non si può caricare"],
      [programFile("relazione.exe"), "Questo tipo di file non si può caricare"],
      [await pdfFile("grande.pdf", "Troppo", 31_000_000), "Il file è troppo grande"],
    ];
    for (const [file, message] of wrong) {
      if (file) await choose(page, file);
      await send(page, 1);
      await expect(refusal(page)).toContainText(message);
      await expect(refusal(page)).toBeFocused();
      await expect(page.getByLabel("Nota per i colleghi")).toHaveValue("Prima bozza");
    }
    await expect(page.getByLabel("File", { exact: true })).toHaveAccessibleDescription(/troppo grande/);
    expect(await versionsOf(address)).toEqual([]);
  });

  test("keeps hostile names harmless", async ({ page, login, baseURL }) => {
    await login({ as: "referente.b" });
    await page.goto("/area");
    await page.getByRole("link", { name: "Apri Relazione finale" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Relazione finale" })).toBeVisible();
    const address = page.url();
    const names: [string, string][] = [
      ["../../../../etc/passwd.txt", "passwd.txt"],
      ["..\\..\\windows\\win.txt", "win.txt"],
      ['relazione "finale".txt', 'relazione "finale".txt'],
      ["<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"],
      ["fattura\u202Etxt.exe.txt", "fatturatxt.exe.txt"],
      [`${"è".repeat(300)}.txt`, `${"è".repeat(196)}.txt`],
    ];
    for (const [index, [given, kept]] of names.entries()) {
      await page.goto(address);
      const button = page.getByRole("button", { name: `Carica come versione ${index + 1}` });
      const target = await button.evaluate((element: HTMLButtonElement) => element.form?.action ?? "");
      const answer = await page.request.post(target, {
        headers: { origin: baseURL ?? "", accept: "application/json" },
        multipart: {
          deliverable: new URL(target).searchParams.get("deliverable") ?? "",
          number: String(index + 1),
          file: textFile(given, `Prova ${index}`),
        },
      });
      expect(await answer.json(), given).toHaveProperty("location");
      await page.goto(address);
      await expect(page.getByRole("link", { name: kept, exact: true }), given).toBeVisible();
      const link = page.getByRole("link", { name: `Scarica ${kept}`, exact: true });
      const file = await page.request.get((await link.getAttribute("href")) ?? "");
      expect(await file.text()).toBe(`Prova ${index}`);
      const headers = file.headers();
      expect(headers["content-disposition"]).toContain("attachment;");
      expect(headers["content-disposition"]).toContain(`filename*=UTF-8''${encoded(kept)}`);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
    }
    await expect(page.getByRole("main").getByRole("img")).toHaveCount(0);
  });

  test("does not find another body's deliverable", async ({ page, login, visit, baseURL }) => {
    await login({ as: "staff.a" });
    await page.goto("/area");
    await page.getByRole("link", { name: "Continua Schede dei profili, prima stesura" }).click();
    await expect(page.getByRole("heading", { name: "La versione 1 è pronta" })).toBeVisible();
    const download = page.getByRole("link", { name: /^Scarica / });
    const file = (await download.getAttribute("href")) ?? "";
    const button = page.getByRole("button", { name: "Carica come versione 2" });
    const target = await button.evaluate((element: HTMLButtonElement) => element.form?.action ?? "");

    const neighbour = await visit({ as: "staff.b" });
    const answer = await neighbour.goto(page.url());
    expect(answer?.status()).toBe(404);
    await expect(neighbour.getByRole("main")).not.toContainText("Schede dei profili");
    expect((await neighbour.request.get(file)).status()).toBe(404);
    const upload = await neighbour.request.post(target, {
      headers: { origin: baseURL ?? "", accept: "application/json" },
      multipart: { number: "2", file: textFile("intruso.txt", "Non dovrebbe esserci") },
    });
    expect(upload.status()).toBe(422);
    expect((await upload.json()).summary).toContain("non c’è, o non è visibile a voi");
    expect(await versionsOf(page.url())).toHaveLength(1);
  });
});

function choose(page: Page, file: SentFile): Promise<void> {
  return page.getByLabel("File", { exact: true }).setInputFiles(file);
}

function send(page: Page, version: number): Promise<void> {
  return page.getByRole("button", { name: `Carica come versione ${version}` }).click();
}

function refusal(page: Page) {
  return page.getByRole("main").getByRole("alert");
}

type Line = Awaited<ReturnType<ReturnType<Page["context"]>["newCDPSession"]>>;

/** Bytes a second going out; -1 for all that the machine can do. */
async function throttle(line: Line, uploadThroughput: number): Promise<void> {
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput,
  });
}

/** The worker makes the receipt after the submission: the page offers it as soon as it is there. */
async function expectReceipt(page: Page, number: string): Promise<void> {
  const link = page.getByRole("link", { name: "Scarica la ricevuta (PDF)" }).first();
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  const bytes = await bytesOf(download);
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(number).toMatch(/^n\. \d+$/);
}

async function bytesOf(download: { createReadStream: () => Promise<NodeJS.ReadableStream> }) {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function versionsOf(address: string): Promise<{ number: number; sha: string }[]> {
  return rows(
    `SELECT number, object_sha256 AS sha FROM document_version
     WHERE document_id = (SELECT document_id FROM deliverable WHERE id = $1) ORDER BY number`,
    [address.split("/").at(-1)],
  );
}

function addressees(mails: { to: string }[]): string[] {
  return mails.map(({ to }) => to);
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function encoded(name: string): string {
  const code = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name).replace(/['()*]/g, code);
}
